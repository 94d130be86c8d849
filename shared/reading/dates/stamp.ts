import { STAMP_PARTS, type StampPart } from './stamp-parts.ts';

/** Maximum length of a stamp, in characters. */
const LONGEST_STAMP = 120;

/** A day and a count have a digit, or characters of another script. Most lines have neither, and the parts are many. */
const MAY_BE_STAMP = /[\d\u0080-\uFFFF]/;

/** A place before the date: Madrid - 13 abr 2026 - 09:30 CEST */
const PLACE = /^\p{Lu}[\p{L}'’.]{1,20}(?: \p{Lu}[\p{L}'’.]{1,20})?(?:\s+[-–—|]\s+|,\s+)(?=.*\d)/u;

/**
 * Whether a line is a stamp and nothing else: `date` if it says when the page was published, `count` if it says how
 * often the page was read or commented on. Undefined for any other line.
 */
export function stampOf(line: string): 'date' | 'count' | undefined {
  if (line.length > LONGEST_STAMP || !MAY_BE_STAMP.test(line)) return undefined;
  const found = partsOf(line.replace(PLACE, ''));
  if (found === undefined) return undefined;
  if (found.has('count')) return 'count';
  const isDated = found.has('time') || found.has('weekday') || found.has('label');
  return found.has('machine day') || (found.has('day') && isDated) ? 'date' : undefined;
}

/** Whether a line is a stamp with a word that says so: Published 13 April 2026. */
export function isLabelledStamp(line: string): boolean {
  return line.length <= LONGEST_STAMP && partsOf(line.replace(PLACE, ''))?.has('label') === true;
}

/** The kinds of parts that a line consists of; undefined if it contains anything else. */
function partsOf(line: string): Set<StampPart> | undefined {
  const found = new Set<StampPart>();
  let rest = line;
  while (rest !== '') {
    const next = firstPart(rest);
    if (next === undefined) return undefined;
    found.add(next.kind);
    rest = rest.slice(next.size);
  }
  return found;
}

function firstPart(line: string): { kind: StampPart; size: number } | undefined {
  for (const { kind, test } of STAMP_PARTS) {
    const size = test.exec(line)?.[0].length ?? 0;
    if (size > 0) return { kind, size };
  }
  return undefined;
}
