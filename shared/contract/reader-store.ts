import type { Access, EndedAccess } from '../domain/access.ts';
import type { FeedId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';

/**
 * The history of readers: who could read which feed, from when to when. Only operations write and read it, no Lambda
 * function. An access is open while its reader may read the feed.
 */
export interface ReaderStore {
  /** All open accesses, in the order of their readers. */
  open(): Promise<Access[]>;
  /** The accesses to a feed that have ended, the oldest first. */
  ended(feed: FeedId): Promise<EndedAccess[]>;
  /** Stores an open access. It replaces the open access of the same reader to the same feed. */
  put(access: Access): Promise<void>;
  /** Stores an access that has ended, and then removes it from the open ones, if it is not a later one by now. */
  end(access: EndedAccess): Promise<void>;
  /** Records that the history begins at `at`, unless it began before. */
  start(at: Instant): Promise<void>;
  /** When the history begins: who could read a feed before that is not known. Undefined if it has not begun. */
  startedAt(): Promise<Instant | undefined>;
}
