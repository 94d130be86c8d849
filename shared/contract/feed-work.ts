import type { ArticleId, FeedId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Written } from './stores.ts';

/**
 * How fan-out hands work to publish (ADR 0017). TODO rows say what a feed has yet to take in. A wake-up is a message
 * that tells publish that a feed has TODO rows. A WAKE row says that such a message waits, or that a publisher works
 * on the TODO rows. Whoever writes a TODO row then writes the WAKE row, and then sends the wake-up.
 */

/** How long after a WAKE row was written its wake-up counts as lost. */
export const WAKE_UP_MINUTES = 2;

/** What a feed has yet to take in. */
export interface FeedWork {
  feed: FeedId;
  /** Articles that may have changed. If there are none, the feed itself may have changed. */
  articles: readonly ArticleId[];
}

export interface TodoRow extends FeedWork {
  /** When the row was written; publish takes in older rows first. */
  at: Instant;
  /** Unique: together with `feed` and `at` it names the row. */
  token: string;
}

export interface TodoStore {
  /** Writes rows. A call that fails may have written some of them. */
  add(rows: readonly TodoRow[]): Promise<void>;
  /** Up to `limit` rows of a feed, oldest first. */
  oldest(feed: FeedId, limit: number): Promise<TodoRow[]>;
  /** Removes exactly these rows. A call that fails may have removed some of them. */
  remove(rows: readonly TodoRow[]): Promise<void>;
}

/** The WAKE row of a feed, without what is in it. */
export interface WakeUp {
  feed: FeedId;
  /** Unique to the wake-up, or to the publisher that has begun. */
  token: string;
}

export interface WakeUpStore {
  /**
   * Records that a wake-up is about to be sent at `at`. Refused if an earlier one waits that was recorded at
   * `lostBefore` or later.
   */
  announce(wakeUp: WakeUp, when: { at: Instant; lostBefore: Instant }): Promise<Written>;
  /**
   * Records that a publisher begins, under a new token, before it reads TODO rows: from now on whoever writes another
   * TODO row sends another wake-up. `wakeUp` is the token in the publisher's message. Refused if another wake-up waits
   * behind this message; then the record of that wake-up gets the time `at`, so that it does not count as lost.
   */
  begin(publisher: WakeUp, message: { at: Instant; wakeUp: string | undefined }): Promise<Written>;
  /** Removes the WAKE row, unless its token has changed. */
  clear(wakeUp: WakeUp): Promise<void>;
  /** Up to `limit` feeds whose WAKE row was written before `instant`. */
  writtenBefore(instant: Instant, limit: number): Promise<FeedId[]>;
}
