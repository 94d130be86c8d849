import { BEGINNING, beginningsOf } from './beginnings.ts';
import { foldedLetters } from './fold.ts';
import type { HoldWords } from './words/hold-words.ts';
import { HOLD_WORDS } from './words/index.ts';

/** What a part of a line is. The signs come first: `tokens.ts` takes the first kind that fits. */
export const WORD_KINDS = [
  'none',
  'topic',
  'forbid',
  'embargoed',
  'held',
  'release',
  'embargo',
  'label',
  'mark',
  'self',
  'until',
  'ended',
  'around',
] as const satisfies readonly (keyof HoldWords)[];
export type WordKind = (typeof WORD_KINDS)[number];

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Splits a list of phrases at the bars and line ends that are not inside brackets. */
function alternatives(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of list) {
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (depth <= 0 && (character === '|' || character === '\n')) {
      found.push(current.trim());
      current = '';
    } else current += character;
  }
  return [...found, current.trim()].filter((phrase) => phrase !== '');
}

/**
 * A blank or a hyphen, and a letter. A line has no other white space (`plainLine`) and no capitals (`foldedLetters`).
 * These are ranges and not `\p{Pd}` and `\p{L}`: with some thousand of those, building the patterns takes a second.
 */
const JOIN = String.raw`[\u0020\u2010-\u2015-]`;
const LETTER =
  '[^\\u0000-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u2000-\\u206F\\u3000-\\u303F]';

function patternOf(phrase: string): string {
  return foldedLetters(phrase)
    .replaceAll(' ?', `${JOIN}{0,3}`)
    .replaceAll(' ', `${JOIN}{1,3}`)
    .replaceAll('_', `${JOIN}{0,3}`)
    .replaceAll('~', `${LETTER}{0,12}`);
}

/** One pattern for many phrases. In scripts with letters, a phrase ends where a word ends. */
function patternOfAll(phrases: readonly string[]): RegExp {
  const { eastAsian = [], other = [] } = Object.groupBy(phrases, (phrase) =>
    EAST_ASIAN.test(phrase) ? 'eastAsian' : 'other',
  );
  const parts = [
    ...(other.length === 0 ? [] : [String.raw`(?:${other.map(patternOf).join('|')})(?![\p{L}\p{M}])`]),
    ...eastAsian.map(patternOf),
  ];
  return new RegExp(parts.join('|'), 'uy');
}

const phrasesOf = (kind: WordKind): string[] =>
  HOLD_WORDS.flatMap((words) => alternatives(words[kind])).toSorted(
    (left, right) => right.length - left.length,
  );

interface WordPattern {
  kind: WordKind;
  /** Matches a phrase of this kind at one place of a folded line. */
  pattern: RegExp;
}

const PATTERNS: readonly WordPattern[] = WORD_KINDS.map((kind) => ({
  kind,
  pattern: patternOfAll(phrasesOf(kind)),
}));

/** The patterns by the beginnings of their phrases, in the order of the kinds. */
const patternsByBeginning = new Map<string, WordPattern[]>();
for (const word of PATTERNS) {
  for (const beginning of new Set(phrasesOf(word.kind).map(foldedLetters).flatMap(beginningsOf))) {
    patternsByBeginning.set(beginning, [...(patternsByBeginning.get(beginning) ?? []), word]);
  }
}

/** The beginning of a text at one place, as the beginnings of phrases are written: with blanks for hyphens. */
function beginningAt(line: string, at: number): string {
  const next = line.slice(at, at + BEGINNING);
  return JOINT.test(next) ? next.replace(JOINTS, ' ') : next;
}

const JOINT = /[\s\p{Pd}]/u;
const JOINTS = /[\s\p{Pd}]/gu;

const NO_PATTERNS: readonly WordPattern[] = [];

/** The patterns of which a phrase may begin with this text, in the order of the kinds. The texts are few. */
function candidatesFor(beginning: string): readonly WordPattern[] {
  const known = candidates.get(beginning);
  if (known !== undefined) return known;
  const found = new Set<WordPattern>();
  for (let length = 0; length <= beginning.length; length++) {
    for (const word of patternsByBeginning.get(beginning.slice(0, length)) ?? []) found.add(word);
  }
  const ordered = found.size === 0 ? NO_PATTERNS : PATTERNS.filter((word) => found.has(word));
  if (candidates.size < MOST_CANDIDATES) candidates.set(beginning, ordered);
  return ordered;
}

const candidates = new Map<string, readonly WordPattern[]>();
const MOST_CANDIDATES = 50_000;

/** The kind of word at one place of a folded line, and its text. Undefined if no phrase is there. */
export function wordAt(
  line: string,
  at: number,
  isSearched: (kind: WordKind) => boolean = () => true,
): { kind: WordKind; text: string } | undefined {
  for (const word of candidatesFor(beginningAt(line, at))) {
    if (!isSearched(word.kind)) continue;
    word.pattern.lastIndex = at;
    const text = word.pattern.exec(line)?.[0] ?? '';
    if (text !== '') return { kind: word.kind, text };
  }
  return undefined;
}
