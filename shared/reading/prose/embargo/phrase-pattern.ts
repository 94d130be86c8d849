import { foldedLetters } from './fold.ts';

/**
 * Makes regular expressions from lists of phrases. In a phrase, a blank stands for a blank or a dash between two words,
 * `_` for one that may be missing, and `~` for any ending of a word.
 */

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

/** The phrases of some lists, the longest first. */
export function phrasesIn(...lists: string[]): string[] {
  return lists.flatMap(alternatives).toSorted((left, right) => right.length - left.length);
}

/** The character classes of a pattern. */
export interface Classes {
  blank: string;
  letter: string;
}

export const ANY_LETTER: Classes = { blank: String.raw`[\s\p{Pd}]`, letter: String.raw`[\p{L}\p{M}]` };

/** A letter or a mark: no ASCII character but letters, and no punctuation. A short class keeps the patterns small. */
export const LETTER = String.raw`[^\s!-@[-\u0060{-\u00BF\u2010-\u206F\u3000-\u3004\u3007-\u303F\u30FB\uFF00-\uFF20]`;
/** For patterns of some hundred phrases. */
export const NO_ASCII_SIGN: Classes = { blank: String.raw`[\s-]`, letter: LETTER };

/** A phrase as a regular expression for folded letters, without the end of its last word. */
export function patternOf(phrase: string, { blank, letter }: Classes): string {
  return foldedLetters(phrase)
    .replaceAll(' ?', `${blank}{0,3}`)
    .replaceAll(' ', `${blank}{1,3}`)
    .replaceAll('_', `${blank}{0,3}`)
    .replaceAll('~', `${letter}{0,12}`);
}

const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** A pattern of some phrases, in their order. Words end where a letter does not follow. */
export function patternOfPhrases(phrases: readonly string[]): string {
  const [unspaced, spaced] = [true, false].map((has) =>
    phrases
      .filter((phrase) => NO_BLANKS.test(phrase) === has)
      .map((phrase) => patternOf(phrase, NO_ASCII_SIGN)),
  );
  const words = String.raw`(?<!${LETTER})(?:${spaced?.join('|')})(?!${LETTER})`;
  if (unspaced?.length === 0) return `(?:${words})`;
  return spaced?.length === 0 ? `(?:${unspaced?.join('|')})` : `(?:${words}|${unspaced?.join('|')})`;
}

/** A pattern of the phrases of some lists, the longest first. */
export const listOf = (...lists: string[]): string => patternOfPhrases(phrasesIn(...lists));
