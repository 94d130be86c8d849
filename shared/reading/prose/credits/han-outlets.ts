import { namesIn } from './han-names.ts';
import type { Piece } from './han-pieces.ts';
import type { HanCredits } from './rules/rule.ts';

/** Maximum length of the name of an outlet, in characters. */
const LONGEST_OUTLET_NAME = 24;

/**
 * Collects the outlets (newspapers, agencies, sites) that are named after a role such as 来源 (source). The words up to
 * a comma are the name of one outlet.
 */
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

  /** Returns the names read so far and starts a new list. */
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

  /**
   * The name of the outlet without words for "compiled from": 央视新闻 for 综合央视新闻. Empty if the text names no outlet,
   * such as 网络综合 (compiled from the internet).
   */
  private outletName(name: string): string {
    const rest = this.rules.nobody.reduce((left, word) => left.replaceAll(word, ''), name);
    return /^[整理自編编於于\s]*$/u.test(rest) ? '' : name.replace(/^(?:綜合|综合)(?:自)?\s*/u, '');
  }
}
