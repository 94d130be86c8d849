import type { Instant } from '../../domain/instant.ts';
import { readDate } from './date.ts';

/** Milliseconds by which a sender's clock may be ahead of ours. A date that is further ahead is taken as wrong. */
const MOST_AHEAD = 24 * 60 * 60 * 1000;

/**
 * Whether an instant is so much later than the time of receipt that two different clocks cannot be the reason. False
 * if the time of receipt is not known.
 */
export function isAhead(instant: Instant, receivedAt: Instant | undefined): boolean {
  return receivedAt !== undefined && Date.parse(instant) > Date.parse(receivedAt) + MOST_AHEAD;
}

/**
 * Reads an article's dates and collects notes about them. For a text that is no date or for a date in the future, it
 * returns undefined, and the caller uses the time of receipt instead.
 */
export class Dating {
  readonly notes: string[] = [];
  private readonly receivedAt: Instant | undefined;
  private readonly language: string | undefined;

  /**
   * `receivedAt`: ISO 8601; without it, no date counts as a future date. `language`: BCP 47; decides between Chinese
   * and Japanese dates, which look alike.
   */
  constructor(receivedAt: Instant | undefined, language?: string) {
    this.receivedAt = receivedAt;
    this.language = language;
  }

  /**
   * Reads the date in `text`. `name` is the name of the field, such as `published`, for the notes. Undefined if the
   * text is not a date or is a date in the future.
   */
  read(name: string, text: string | undefined): Instant | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const shown = `${name} ${JSON.stringify(text.trim().slice(0, 60))}`;
    const date = readDate(text, this.language);
    if (date === undefined) {
      this.notes.push(`${shown} is not a date; the time of receipt is used instead`);
      return undefined;
    }
    if (isAhead(date.instant, this.receivedAt)) {
      this.notes.push(`${shown} is in the future; the time of receipt is used instead`);
      return undefined;
    }
    if (date.assumed !== '') this.notes.push(`${shown}: ${date.assumed} assumed`);
    return date.instant;
  }
}
