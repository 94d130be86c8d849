import { STAMP_PARTS } from '../prose/boilerplate/rules/stamps.ts';
import type { StampPart } from '../prose/boilerplate/rules/stamps.ts';

const LONGEST = 120;

/** What a line says of its page and nothing else: when it appeared, or how often it was read; undefined for others. */
export function stampOf(line: string): 'date' | 'count' | undefined {
  if (line.length > LONGEST) return undefined;
  return stampIn(line.replace(PLACE, ''));
}

/** Madrid - 13 abr 2026 - 09:30 CEST */
const PLACE = /^\p{Lu}[\p{L}'’.]{1,20}(?: \p{Lu}[\p{L}'’.]{1,20})?(?:\s+[-–—|]\s+|,\s+)(?=.*\d)/u;

function stampIn(line: string): 'date' | 'count' | undefined {
  const found = new Set<StampPart>();
  let rest = line;
  while (rest !== '') {
    const next = STAMP_PARTS.map(({ kind, test }) => ({ kind, size: test.exec(rest)?.[0].length ?? 0 })).find(
      ({ size }) => size > 0,
    );
    if (next === undefined) return undefined;
    found.add(next.kind);
    rest = rest.slice(next.size);
  }
  if (found.has('count')) return 'count';
  const attended = found.has('time') || found.has('weekday') || found.has('label');
  return found.has('machine day') || (found.has('day') && attended) ? 'date' : undefined;
}
