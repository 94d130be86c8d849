import { namesIn } from './han-names.ts';
import type { Piece } from './han-pieces.ts';
import type { HanCredits } from './rules/rule.ts';

/** Characters of the longest name of an outlet. */
const LONGEST_OUTLET_NAME = 24;

/** Collects the outlets named after a role such as 来源. The words up to a comma are one outlet's name. */
export class OutletNames {
  private readonly rules: HanCredits;
  private names: string[] = [];
  /** Words of the name that is being read. */
  private words: string[] = [];

  constructor(rules: HanCredits) {
    this.rules = rules;
  }

  /** Reads a word; false if it cannot be part of an outlet's name. */
  take({ text, after }: Piece): boolean {
    const isProse =
      this.words.length > 0 &&
      text.length > LONGEST_OUTLET_NAME &&
      namesIn(text, 'bare', this.rules) === undefined;
    if (isProse || /[。！？!?]/u.test(text)) return false;
    this.words.push(text);
    if (/[、，,；;&＆]/u.test(after)) this.finishName();
    return this.words.join(' ').length <= LONGEST_OUTLET_NAME * 2;
  }

  /** The names read so far; the next list starts empty. */
  finish(): string[] {
    this.finishName();
    const names = this.names;
    this.names = [];
    return names;
  }

  private finishName(): void {
    const name = this.outletName(this.words.join(' '));
    if (name !== '') this.names.push(name);
    this.words = [];
  }

  /** The outlet that is named: 央视新闻 for 综合央视新闻, and none (empty) for 网络综合. */
  private outletName(name: string): string {
    const rest = this.rules.nobody.reduce((left, word) => left.replaceAll(word, ''), name);
    return /^[整理自編编於于\s]*$/u.test(rest) ? '' : name.replace(/^(?:綜合|综合)(?:自)?\s*/u, '');
  }
}
