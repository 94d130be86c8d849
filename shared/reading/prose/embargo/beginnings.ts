/** How many characters of a phrase are compared before its pattern is tried. */
export const BEGINNING = 5;

/** The beginnings of a part of a phrase. A beginning that is shorter than `BEGINNING` may go on in any way. */
type Beginnings = ReadonlySet<string>;

const NOTHING: Beginnings = new Set(['']);

/**
 * Finds how the texts may begin that a phrase matches, so that a pattern of some thousand phrases is tried only where
 * one of them may begin. A phrase has literals, alternatives in `(?:…)`, classes, lookaheads and quantifiers.
 */
export function beginningsOf(phrase: string): string[] {
  if (
    phrase.length <= BEGINNING ? LITERAL.test(phrase) : BEGINS_LITERALLY.test(phrase) && !phrase.includes('|')
  )
    return [phrase.slice(0, BEGINNING)];
  const reader = new PhraseReader([...phrase]);
  return [...reader.alternatives()].map((found) => found.replace(OPEN_END, ''));
}

/** Most phrases begin with letters and blanks, and reading them one by one is slow. */
const SIGN = String.raw`()[\]{}|?*~_.$^+\\\uD800-\uDFFF`;
const LITERAL = new RegExp(`^[^${SIGN}]+$`);
const BEGINS_LITERALLY = new RegExp(`^[^${SIGN}]{${BEGINNING + 1}}`);

/** Stands for any text, so that a beginning ends there. */
const ANY = '\0';
const GOES_ON: Beginnings = new Set([ANY]);
const OPEN_END = /\0.*$/u;

class PhraseReader {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(characters: readonly string[]) {
    this.characters = characters;
  }

  /** Reads alternatives up to the end of their group. */
  alternatives(): Beginnings {
    const found = new Set<string>();
    for (;;) {
      for (const beginning of this.sequence()) found.add(beginning);
      if (this.characters[this.at] !== '|') return found;
      this.at++;
    }
  }

  private sequence(): Beginnings {
    let found = NOTHING;
    for (;;) {
      const next = this.characters[this.at];
      if (next === undefined || next === '|' || next === ')') return found;
      found = joined(found, this.part());
    }
  }

  private part(): Beginnings {
    const part = this.single();
    const next = this.characters[this.at];
    if (next !== '?' && next !== '*' && next !== '{') return part;
    const quantifier = /^(?:[?*]|\{\d*,?\d*\})\??/u.exec(
      this.characters.slice(this.at, this.at + 8).join(''),
    )?.[0];
    if (quantifier === undefined) return part;
    this.at += quantifier.length;
    // A part that may occur again is followed by anything.
    const again = quantifier.startsWith('?') ? part : joined(part, GOES_ON);
    return new Set(['', ...again]);
  }

  private single(): Beginnings {
    const character = this.characters[this.at++] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.characterClass();
    if (character === '~' || character === '_' || character === '.') return new Set(['', ANY]);
    return character === '$' ? NOTHING : new Set([character]);
  }

  private group(): Beginnings {
    const kind = this.characters.slice(this.at, this.at + 2).join('');
    this.at += 2;
    const inside = this.alternatives();
    this.at++;
    return kind === '?:' ? inside : NOTHING;
  }

  private characterClass(): Beginnings {
    const end = this.characters.indexOf(']', this.at);
    const inside = this.characters.slice(this.at, end);
    this.at = end + 1;
    return inside.some((character) => character === '-' || character === '^')
      ? new Set([ANY])
      : new Set(inside);
  }
}

/**
 * With more beginnings than this, a part goes on in any way: the phrases of a few lists would have 60,000, and to make
 * them takes longer than to read an article.
 */
const MOST = 64;

function joined(before: Beginnings, after: Beginnings): Beginnings {
  if (before.size * after.size > MOST && after !== GOES_ON && !before.has('')) return joined(before, GOES_ON);
  const found = new Set<string>();
  for (const beginning of before) {
    if (beginning.length >= BEGINNING || beginning.includes(ANY)) found.add(beginning);
    else for (const next of after) found.add((beginning + next).slice(0, BEGINNING));
  }
  return found;
}
