import { once } from '../../../domain/once.ts';
import { BEGINNING, beginningsOf } from './beginnings.ts';
import { foldedLetters } from './fold.ts';
import { ANY_LETTER, patternOf, phrasesIn } from './phrase-pattern.ts';
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

/** A phrase as a regular expression. In scripts with letters, a phrase ends where a word ends. */
const wholeWords = (phrase: string): string =>
  EAST_ASIAN.test(phrase)
    ? `(?:${patternOf(phrase, ANY_LETTER)})`
    : String.raw`(?:${patternOf(phrase, ANY_LETTER)})(?![\p{L}\p{M}])`;

interface Phrase {
  kind: WordKind;
  source: string;
}

/** The kinds that are a sign that a text must wait or must not be published. */
const SIGN_KINDS = ['forbid', 'embargoed', 'held', 'release', 'embargo', 'label', 'mark'] as const;
const SIGNS = new Set<string>(SIGN_KINDS);
export const isSignKind = (kind: string): boolean => SIGNS.has(kind);

/** The phrases of some kinds, in all languages, by their beginnings. Of a kind, the longest phrase comes first. */
function byBeginning(kinds: readonly WordKind[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const kind of kinds) {
    for (const source of phrasesIn(...HOLD_WORDS.map((words) => words[kind] ?? ''))) {
      for (const beginning of new Set(beginningsOf(foldedLetters(source)))) {
        const phrases = found.get(beginning);
        if (phrases === undefined) found.set(beginning, [{ kind, source }]);
        else phrases.push({ kind, source });
      }
    }
  }
  return found;
}

interface WordPattern {
  kind: WordKind;
  /** Matches a phrase of this kind at one place of a folded line. */
  pattern: RegExp;
}

/** Lines have some thousand different beginnings of words. A hostile text must not fill the memory. */
const MOST_STARTS = 20_000;
const LENGTHS = Array.from({ length: BEGINNING + 1 }, (_, length) => length);

/** Finds the phrases of some kinds. The kinds that come first are preferred. */
class Vocabulary {
  private readonly kinds: readonly WordKind[];
  private readonly phrases: () => ReadonlyMap<string, readonly Phrase[]>;
  /**
   * The patterns of the phrases that may begin with some characters, in the order of the kinds. One pattern of all
   * phrases takes seconds to compile and is slow at every word, so each is made when a line has such a beginning.
   */
  private readonly patternsByStart = new Map<string, readonly WordPattern[]>();

  constructor(kinds: readonly WordKind[]) {
    this.kinds = kinds;
    this.phrases = once(() => byBeginning(kinds));
  }

  private patternsAt(start: string): readonly WordPattern[] {
    const known = this.patternsByStart.get(start);
    if (known !== undefined) return known;
    const phrases = LENGTHS.flatMap((length) =>
      length > start.length ? [] : (this.phrases().get(start.slice(0, length)) ?? []),
    ).toSorted((left, right) => right.source.length - left.source.length);
    const patterns = this.kinds.flatMap((kind): WordPattern[] => {
      const own = phrases.filter((phrase) => phrase.kind === kind).map(({ source }) => wholeWords(source));
      return own.length === 0 ? [] : [{ kind, pattern: new RegExp(own.join('|'), 'uy') }];
    });
    if (this.patternsByStart.size < MOST_STARTS) this.patternsByStart.set(start, patterns);
    return patterns;
  }

  /** The kind of word at one place of a folded line, and its text. Undefined if no phrase is there. */
  at(line: string, at: number): { kind: WordKind; text: string } | undefined {
    const start = line.slice(at, at + BEGINNING).replace(BLANKS, ' ');
    for (const { kind, pattern } of this.patternsAt(start)) {
      pattern.lastIndex = at;
      const text = pattern.exec(line)?.[0] ?? '';
      if (text !== '') return { kind, text };
    }
    return undefined;
  }
}

const BLANKS = /[\s\p{Pd}]/gu;

/** The words of all kinds, for the few lines that have a sign. */
export const WORDS = new Vocabulary(WORD_KINDS);
/** The signs alone, a third of the words, for all other lines. */
export const SIGN_WORDS = new Vocabulary(WORD_KINDS.filter(isSignKind));
