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
export function alternatives(list: string): string[] {
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

/** A phrase as a regular expression. In scripts with letters, a phrase ends where a word ends. */
function patternOf(phrase: string): string {
  const pattern = foldedLetters(phrase)
    .replaceAll(' ?', String.raw`[\s\p{Pd}]{0,3}`)
    .replaceAll(' ', String.raw`[\s\p{Pd}]{1,3}`)
    .replaceAll('_', String.raw`[\s\p{Pd}]{0,3}`)
    .replaceAll('~', String.raw`[\p{L}\p{M}]{0,12}`);
  return EAST_ASIAN.test(phrase) ? `(?:${pattern})` : String.raw`(?:${pattern})(?![\p{L}\p{M}])`;
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
  pattern: new RegExp(phrasesOf(kind).map(patternOf).join('|'), 'uy'),
}));

/** The patterns by the beginnings of their phrases, in the order of the kinds. */
const patternsByBeginning = new Map<string, WordPattern[]>();
for (const word of PATTERNS) {
  for (const beginning of new Set(phrasesOf(word.kind).map(foldedLetters).flatMap(beginningsOf))) {
    patternsByBeginning.set(beginning, [...(patternsByBeginning.get(beginning) ?? []), word]);
  }
}

const LENGTHS = Array.from({ length: BEGINNING + 1 }, (_, length) => length);

/** The kind of word at one place of a folded line, and its text. Undefined if no phrase is there. */
export function wordAt(
  line: string,
  at: number,
  isSearched: (kind: WordKind) => boolean = () => true,
): { kind: WordKind; text: string } | undefined {
  const next = line.slice(at, at + BEGINNING).replace(/[\s\p{Pd}]/gu, ' ');
  const candidates = LENGTHS.flatMap((length) =>
    length > next.length ? [] : (patternsByBeginning.get(next.slice(0, length)) ?? []),
  );
  if (candidates.length === 0) return undefined;
  for (const word of PATTERNS) {
    if (!candidates.includes(word) || !isSearched(word.kind)) continue;
    word.pattern.lastIndex = at;
    const text = word.pattern.exec(line)?.[0] ?? '';
    if (text !== '') return { kind: word.kind, text };
  }
  return undefined;
}
