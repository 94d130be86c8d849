import type { Instant } from '../../domain/instant.ts';
import { readDate } from './date.ts';
import { isBeforeFeeds, isUnknown } from './unknown.ts';

/** Milliseconds by which a sender's clock may be ahead of ours. A date that is further ahead is taken as wrong. */
const MOST_AHEAD = 24 * 60 * 60 * 1000;

/**
 * Whether an instant is so much later than the time of receipt that two different clocks cannot be the reason. False
 * if the time of receipt is not known.
 */
export function isAhead(instant: Instant, receivedAt: Instant | undefined): boolean {
  return receivedAt !== undefined && Date.parse(instant) > Date.parse(receivedAt) + MOST_AHEAD;
}

/** Where the dates are from. */
export interface DatesFrom {
  /** IANA name of the time zone in which dates without a zone are read. */
  timeZone?: string | undefined;
  /** Whether they are the dates of an item of a feed. */
  isFeed?: boolean | undefined;
}

/**
 * Reads an article's dates and collects notes about them. It returns undefined for a text that is not a date, for a
 * date that stands for "unknown" and for a date in the future. The article is then dated by its receipt.
 */
export class Dating {
  readonly notes: string[] = [];
  private readonly receivedAt: Instant | undefined;
  private readonly language: string | undefined;
  private readonly from: DatesFrom;

  /**
   * `receivedAt`: ISO 8601; without it, no date counts as a future date. `language`: BCP 47; decides between Chinese
   * and Japanese dates, which look alike.
   */
  constructor(receivedAt: Instant | undefined, language?: string, from: DatesFrom = {}) {
    this.receivedAt = receivedAt;
    this.language = language;
    this.from = from;
  }

  /**
   * Reads the date in `text`. `name` is the name of the field, such as `published`, for the notes. Undefined if the
   * date cannot be the date of the article.
   */
  read(name: string, text: string | undefined): Instant | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const shown = `${name} ${JSON.stringify(text.trim().slice(0, 60))}`;
    const date = readDate(text, this.language, this.from.timeZone);
    if (date === undefined || isUnknown(date)) {
      this.notes.push(`${shown} is not a date; the time of receipt is used instead`);
      return undefined;
    }
    if (this.from.isFeed === true && isBeforeFeeds(date)) {
      this.notes.push(
        `${shown} is before 1990 and not a date of this item; the time of receipt is used instead`,
      );
      return undefined;
    }
    if (isAhead(date.instant, this.receivedAt)) {
      // Whether the article is embargoed until then is not decided here: see item/judgement.ts.
      this.notes.push(`${shown} is in the future; the article is dated by its receipt`);
      return undefined;
    }
    if (date.assumed !== '') this.notes.push(`${shown}: ${date.assumed} assumed`);
    return date.instant;
  }
}
