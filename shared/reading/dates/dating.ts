import { readDate } from './date.ts';

/** A sender's clock may run ahead by this much; what is later still was never the time of writing. */
const AHEAD = 24 * 60 * 60 * 1000;

/** Whether an instant lies further after the receipt than clocks differ. Without a receipt nothing does. */
export function isAhead(instant: string, receivedAt: string | undefined): boolean {
  return receivedAt !== undefined && Date.parse(instant) > Date.parse(receivedAt) + AHEAD;
}

/** Reads an article's dates and keeps the notes about them. A date that cannot be is left to the time of receipt. */
export class Dating {
  readonly notes: string[] = [];
  private readonly receivedAt: string | undefined;
  private readonly language: string | undefined;

  /** `receivedAt`: ISO 8601; without it no date counts as future. `language`: BCP 47, tells lookalike forms apart. */
  constructor(receivedAt: string | undefined, language?: string) {
    this.receivedAt = receivedAt;
    this.language = language;
  }

  /** The instant that `text` says the article was, say, `published`; undefined if it says none that can be. */
  read(name: string, text: string | undefined): string | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const shown = `${name} ${JSON.stringify(text.trim().slice(0, 60))}`;
    const date = readDate(text, this.language);
    if (date === undefined) {
      this.notes.push(`${shown} is no date; the time of receipt stands for it`);
      return undefined;
    }
    if (isAhead(date.instant, this.receivedAt)) {
      this.notes.push(`${shown} lies in the future; the time of receipt stands for it`);
      return undefined;
    }
    if (date.assumed !== '') this.notes.push(`${shown}: ${date.assumed} assumed`);
    return date.instant;
  }
}
