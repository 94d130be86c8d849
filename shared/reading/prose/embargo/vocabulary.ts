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
  'subject',
  'ended',
  'around',
  'event',
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
  HOLD_WORDS.flatMap((words) => alternatives(words[kind] ?? '')).toSorted(
    (left, right) => right.length - left.length,
  );

interface Phrase {
  kind: WordKind;
  source: string;
}

/** The phrases of all languages by their beginnings. Of phrases of a kind, the longest comes first. */
const byBeginning = new Map<string, Phrase[]>();
for (const kind of WORD_KINDS) {
  for (const source of phrasesOf(kind)) {
    for (const beginning of new Set(beginningsOf(foldedLetters(source)))) {
      const phrases = byBeginning.get(beginning);
      if (phrases === undefined) byBeginning.set(beginning, [{ kind, source }]);
      else phrases.push({ kind, source });
    }
  }
}

interface WordPattern {
  kind: WordKind;
  /** Matches a phrase of this kind at one place of a folded line. */
  pattern: RegExp;
}

/**
 * The patterns of the phrases that may begin with some characters, in the order of the kinds. One pattern of all
 * phrases takes seconds to compile and is slow at every word, so each is made when a line has such a beginning.
 */
const patternsByStart = new Map<string, readonly WordPattern[]>();
/** Lines have some thousand different beginnings of words. A hostile text must not fill the memory. */
const MOST_STARTS = 20_000;
const LENGTHS = Array.from({ length: BEGINNING + 1 }, (_, length) => length);

function patternsAt(start: string): readonly WordPattern[] {
  const known = patternsByStart.get(start);
  if (known !== undefined) return known;
  const phrases = LENGTHS.flatMap((length) =>
    length > start.length ? [] : (byBeginning.get(start.slice(0, length)) ?? []),
  ).toSorted((left, right) => right.source.length - left.source.length);
  const patterns = WORD_KINDS.flatMap((kind): WordPattern[] => {
    const own = phrases.filter((phrase) => phrase.kind === kind).map(({ source }) => patternOf(source));
    return own.length === 0 ? [] : [{ kind, pattern: new RegExp(own.join('|'), 'uy') }];
  });
  if (patternsByStart.size < MOST_STARTS) patternsByStart.set(start, patterns);
  return patterns;
}

/** The kind of word at one place of a folded line, and its text. Undefined if no phrase is there. */
export function wordAt(
  line: string,
  at: number,
  isSearched: (kind: WordKind) => boolean = () => true,
): { kind: WordKind; text: string } | undefined {
  const start = line.slice(at, at + BEGINNING).replace(/[\s\p{Pd}]/gu, ' ');
  for (const { kind, pattern } of patternsAt(start)) {
    if (!isSearched(kind)) continue;
    pattern.lastIndex = at;
    const text = pattern.exec(line)?.[0] ?? '';
    if (text !== '') return { kind, text };
  }
  return undefined;
}
