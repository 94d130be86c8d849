import type { Byline } from '../../../shared/domain/article.ts';
import { MATERIAL } from './generator-material.ts';

/** An article made of parts whose nature is known, so that what the rules find can be told right or wrong. */
export interface Generated {
  language: string;
  text: string;
  headline: string;
  bylines: Byline[];
  /** The story's paragraphs as they are to come out. */
  story: string[];
  boilerplate: string[];
}

/** A small generator of even quality (mulberry32): the same seed gives the same articles. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Article number `index` of a run. Languages take turns. */
export function generate(seed: number, index: number): Generated {
  const random = randomFrom(seed * 100_003 + index);
  const material = MATERIAL[index % MATERIAL.length];
  if (material === undefined) throw new Error(`no language for article ${index}`);
  const pick = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(random(left.length), 1),
    ).flat();
  };
  const [headline = ''] = pick(material.titles, 1);
  const story = pick(material.prose, 3 + random(3));
  const shown = [...story];
  const before: string[] = [];
  const after: string[] = [];
  const bylines: Byline[] = [];
  const boilerplate = pick(material.boilerplate, random(4));

  const names = pick(material.names, material.names.length);
  for (const credit of pick(material.credits, 1 + random(2))) {
    if (names.length < 3) break;
    const made = credit(names.splice(0, 3));
    bylines.push(...made.bylines);
    if (made.attach === 'head') {
      const dateline = made.line.startsWith('本报讯') ? '本报讯 ' : '';
      shown[0] = made.line + (shown[0] ?? '');
      story[0] = dateline + (story[0] ?? '');
    } else if (made.attach === 'tail') shown.push((shown.pop() ?? '') + made.line);
    else (random(2) === 0 ? before : after).push(made.line);
  }
  const related = random(2) === 0 ? [...material.related] : [];
  const lines = [headline, ...before, ...shown, ...after, ...boilerplate, ...related];
  const text = lines.join(random(3) === 0 ? '\r\n' : '\n\n');
  return {
    language: material.language,
    text,
    headline,
    bylines,
    story,
    boilerplate: [...boilerplate, ...related],
  };
}
