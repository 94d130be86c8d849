import type { Byline } from '../../../shared/domain/article.ts';
import { type CreditLine, PAGE_LINES, type PageLines } from './boilerplate/page-lines.ts';
import { DATELINES, MATERIAL, READINGS } from './material/all.ts';
import type { Material } from './material/material.ts';

/** An article that the generator composes of known parts, so that a test can compare what the rules find in it. */
export interface Generated {
  language: string;
  text: string;
  headline: string;
  bylines: Byline[];
  /** The paragraphs that the body must have after reading. */
  story: string[];
  boilerplate: string[];
}

type Random = (below: number) => number;

/** A small random generator (mulberry32): the same seed gives the same articles. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const picker =
  (random: Random) =>
  <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(random(left.length), 1),
    ).flat();
  };

/** Article number `index` of a run. The language changes with each article. */
export function generate(seed: number, index: number): Generated {
  const random = randomFrom(seed * 100_003 + index);
  const pick = picker(random);
  const material = MATERIAL[index % MATERIAL.length];
  const pageLines = linesOf(material?.language ?? '');
  if (material === undefined || pageLines.title === '') throw new Error(`no language for article ${index}`);
  const names = pick(material.names, material.names.length);
  const story = pick([...material.prose, ...pageLines.prose], 3 + random(3));
  const shown = [...story];
  const bylines: Byline[] = [];
  const credited = ({ line, bylines: meant }: CreditLine): string[] => {
    bylines.push(...meant);
    return [line];
  };

  const dateline = random(3) === 0 ? pick(DATELINES[material.language] ?? [], 1).join('') : '';
  story[0] = dateline + (story[0] ?? '');
  shown[0] = dateline + (shown[0] ?? '');
  const inText = random(2) === 0 ? textCredit(material, pick, names) : undefined;
  // A credit that is added to the start of a story contains a dateline. A story has at most one dateline, so a story
  // that already has one does not get such a credit.
  if (inText && !(inText.attach === 'head' && dateline !== '')) {
    bylines.push(...inText.bylines);
    const last = shown.length - 1;
    if (inText.attach === 'tail') shown[last] = `${shown[last]}${inText.line}`;
    else if (inText.attach === 'head') {
      shown[0] = `${inText.line}${shown[0]}`;
      story[0] = `${inText.line.startsWith('本报讯') ? '本报讯 ' : ''}${story[0]}`;
    } else shown.unshift(inText.line);
  }
  if (random(3) === 0) addReadings(shown, READINGS[material.language] ?? []);
  const renamed = (line: CreditLine): CreditLine => rename(line, names);
  const over = pick(pageLines.over, random(2)).map(renamed).flatMap(credited);
  const under = pick(pageLines.under, random(3)).map(renamed).flatMap(credited);
  const boilerplate = pick([...material.boilerplate, ...pageLines.after], random(5));
  const related = random(2) === 0 ? [...material.related] : [];
  const [headline = ''] = pick([...material.titles, pageLines.title], 1);
  const lines = [headline, ...over, ...shown, ...under, ...boilerplate, ...related];
  return {
    language: material.language,
    text: lines.join(random(3) === 0 ? '\r\n' : '\n\n'),
    headline,
    bylines: withoutRepeats(bylines),
    story,
    boilerplate: [...boilerplate, ...related],
  };
}

/** The lines of a language from all of its files: credits and boilerplate may be in files of their own. */
function linesOf(language: string): PageLines {
  const files = PAGE_LINES.filter((lines) => lines.language === language);
  return {
    language,
    title: files[0]?.title ?? '',
    prose: files.flatMap(({ prose }) => prose),
    over: files.flatMap(({ over }) => over),
    under: files.flatMap(({ under }) => under),
    after: files.flatMap(({ after }) => after),
  };
}

function textCredit(
  material: Material,
  pick: ReturnType<typeof picker>,
  names: string[],
): ReturnType<Material['credits'][number]> | undefined {
  return names.length < 5 ? undefined : pick(material.credits, 1)[0]?.(names.splice(0, 3));
}

/**
 * Replaces placeholders such as `Jane Roe` in a line of credits by the given names, so that many names are tested.
 */
function rename({ line, bylines }: CreditLine, names: string[]): CreditLine {
  const others = new Map<string, string>();
  for (const { name } of bylines) {
    const isPerson = line.includes(name) && !others.has(name) && PLACEHOLDERS.includes(name);
    const other = isPerson ? names.pop() : undefined;
    if (other !== undefined) others.set(name, other);
  }
  const pattern = new RegExp([...others.keys()].join('|') || '(?!)', 'gu');
  return {
    line: line.replace(pattern, (name) => others.get(name) ?? name),
    bylines: bylines.map((byline) => ({ ...byline, name: others.get(byline.name) ?? byline.name })),
  };
}

const PLACEHOLDERS = [
  'Jane Roe',
  'John Doe',
  'Juan Pérez',
  'Erika Mustermann',
  '張三',
  '李四',
  '张三',
  '山田太郎',
  'Иван Петренко',
  'Анна Иванова',
  'محمد علي',
  'سارة أحمد',
  '김서연',
  '박민수',
];

/** Adds readings after a few characters of the paragraphs. The rules must remove these readings. */
function addReadings(paragraphs: string[], readings: readonly (readonly [string, string])[]): void {
  paragraphs.forEach((text, at) => {
    for (const [word, read] of readings) paragraphs[at] = (paragraphs[at] ?? text).replace(word, read);
  });
}

/** The bylines without duplicates: each pair of name and role occurs once. */
function withoutRepeats(bylines: readonly Byline[]): Byline[] {
  return [...new Map(bylines.map((byline) => [`${byline.role ?? ''}/${byline.name}`, byline])).values()];
}
