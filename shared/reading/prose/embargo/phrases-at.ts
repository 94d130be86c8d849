import { once } from '../../../domain/once.ts';
import { BEGINNING, beginningsOf } from './beginnings.ts';
import { foldedLetters } from './fold.ts';
import { patternOfPhrases, phrasesIn } from './phrase-pattern.ts';

/** Lines have some thousand different beginnings of words. A hostile text must not fill the memory. */
const MOST_STARTS = 20_000;
const LENGTHS = Array.from({ length: BEGINNING }, (_, length) => length + 1);
const BLANKS = /[\s\p{Pd}]/gu;

/**
 * Some lists of phrases, found at one place of a folded line. One pattern of some hundred phrases takes milliseconds to
 * compile, and most lines have no word with which a phrase begins: so a pattern has only the phrases that may begin
 * with the same characters, and is made when a line has them.
 */
export class PhrasesAt {
  private readonly phrasesByBeginning: () => ReadonlyMap<string, readonly string[]>;
  private readonly open: () => RegExp | undefined;
  private readonly patterns = new Map<string, RegExp | undefined>();

  constructor(...lists: string[]) {
    this.phrasesByBeginning = once(() => byBeginning(lists));
    this.open = once(() => patternAt(this.phrasesByBeginning().get('') ?? []));
  }

  /** Whether a phrase may be there: false only if none is. */
  mayBegin(line: string, at: number): boolean {
    const phrases = this.phrasesByBeginning();
    if (phrases.has('')) return true;
    const start = startAt(line, at);
    return LENGTHS.some((length) => length <= start.length && phrases.has(start.slice(0, length)));
  }

  /** Whether a phrase is there. */
  isAt(line: string, at: number): boolean {
    return isMatch(this.patternFor(startAt(line, at)), line, at) || isMatch(this.open(), line, at);
  }

  private patternFor(start: string): RegExp | undefined {
    if (this.patterns.has(start)) return this.patterns.get(start);
    const phrases = LENGTHS.flatMap((length) =>
      length > start.length ? [] : (this.phrasesByBeginning().get(start.slice(0, length)) ?? []),
    );
    const pattern = patternAt(phrases);
    if (this.patterns.size < MOST_STARTS) this.patterns.set(start, pattern);
    return pattern;
  }
}

const startAt = (line: string, at: number): string => line.slice(at, at + BEGINNING).replace(BLANKS, ' ');

function isMatch(pattern: RegExp | undefined, line: string, at: number): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = at;
  return pattern.test(line);
}

const patternAt = (phrases: readonly string[]): RegExp | undefined =>
  phrases.length === 0 ? undefined : new RegExp(patternOfPhrases([...new Set(phrases)]), 'uy');

/** The phrases by how they may begin; under the empty text, those that may begin in any way. */
function byBeginning(lists: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const phrase of phrasesIn(...lists)) {
    const beginnings = new Set(beginningsOf(foldedLetters(phrase)));
    for (const beginning of beginnings.has('') ? [''] : beginnings) {
      const phrases = found.get(beginning);
      if (phrases === undefined) found.set(beginning, [phrase]);
      else phrases.push(phrase);
    }
  }
  return found;
}
