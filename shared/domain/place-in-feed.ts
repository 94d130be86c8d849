import type { Head } from './article.ts';
import type { Audience } from './feed.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import { releasedAt, releasedFor, touchedAt } from './lifecycle.ts';
import type { FeedState, ManifestEntry } from './manifest.ts';

/** A feed with its state, prepared so that the places of many articles in it can be found. */
export interface PublishedFeed {
  feed: Audience;
  /** Undefined before the first commit. */
  state: FeedState | undefined;
  entries: ReadonlyMap<ArticleId, { entry: ManifestEntry; position: number }>;
  /** Why articles cannot be read or rendered. */
  failed: ReadonlyMap<ArticleId, string>;
  /** The position of the last entry that the documents show; -1 if they show none. */
  lastShown: number;
  /** The newest entry of the reserve; undefined if the feed has no reserve. */
  reserve: ManifestEntry | undefined;
}

export function publishedFeed(feed: Audience, state: FeedState | undefined): PublishedFeed {
  const manifest = state?.manifest ?? [];
  const failed = new Map((state?.last.withheld ?? []).map(({ article, reason }) => [article, reason]));
  const lastShown = manifest.findLastIndex(({ shown }) => shown);
  return {
    feed,
    state,
    entries: new Map(manifest.map((entry, position) => [entry.article, { entry, position }])),
    failed,
    lastShown,
    reserve: manifest.find(({ article }, position) => position > lastShown && !failed.has(article)),
  };
}

/**
 * Where the current revision of an article is in a feed that may show it:
 * - `shown`: in the documents. `failed`: it cannot be read or rendered.
 * - `held`: the feed keeps its last good documents, and the revision is not in them.
 * - `delayed`: the delay of the feed ends at `until`. `beyond`: newer articles fill the feed.
 * - `waiting`: on its way into the documents.
 */
export type Place =
  | { place: 'shown' | 'held' | 'beyond' | 'waiting' }
  | { place: 'failed'; reason: string }
  | { place: 'delayed'; until: Instant };

export function placeIn(published: PublishedFeed, head: Head, now: Instant): Place {
  const { feed, state, entries, failed, lastShown } = published;
  const { article, current } = head;
  const found = entries.get(article);
  const isOwn = found !== undefined && found.entry.contentHash === current?.contentHash;
  if (state !== undefined && isOwn && found.entry.shown)
    return { place: isInDocuments(state, article) ? 'shown' : 'waiting' };
  const until = releasedFor(head, feed);
  if (until !== undefined && until > now) return { place: 'delayed', until };
  if (state === undefined) return { place: 'waiting' };
  const failure = failed.get(article);
  if (failure !== undefined && (isOwn || found === undefined)) return { place: 'failed', reason: failure };
  if (state.held !== undefined) return { place: 'held' };
  // Publish shows the newest items. An item that is not shown stands before one that is only in a feed that keeps its
  // last good documents.
  if (isOwn) return { place: found.position > lastShown ? 'beyond' : 'held' };
  return { place: found === undefined && isOlderThanReserve(published, head, now) ? 'beyond' : 'waiting' };
}

/**
 * Whether the stored documents have the article as the state says. While the documents of a rev are being put, that
 * is so for what the rev did not change.
 */
function isInDocuments({ rev, settled, last }: FeedState, article: ArticleId): boolean {
  if (settled >= rev) return true;
  return settled === rev - 1 && !last.added.includes(article) && !last.changed.includes(article);
}

/**
 * Whether an article that the manifest does not have belongs behind the reserve. Articles with the same release are
 * ordered by their receipt, which the manifest does not have. So the release alone decides only if the feed has taken
 * in something since the article last changed.
 */
function isOlderThanReserve({ feed, state, reserve }: PublishedFeed, head: Head, now: Instant): boolean {
  const released = releasedAt(head);
  if (state === undefined || reserve === undefined || released === undefined) return false;
  if (released !== reserve.released) return released < reserve.released;
  return touchedAt(head, feed, now) < state.last.at;
}
