import type { Head } from '../../../shared/domain/article.ts';
import type { Audience, Feed } from '../../../shared/domain/feed.ts';
import { releasedAt, showsIn, standing, touchedAt } from '../../../shared/domain/lifecycle.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';

/**
 * How many times its length a feed's manifest holds: the items beyond the length step in when newer ones are
 * withdrawn.
 */
const RESERVE = 2;

/**
 * What the feed holds at `now`, newest release first: of all the articles whose heads are given, those that are
 * usable and selected. `shown` is settled later, when it is known what can be rendered.
 */
export function applyHeads(heads: Iterable<Head>, feed: Feed, now: string): ManifestEntry[] {
  return [...heads]
    .flatMap((head) => entryOf(head, feed, now) ?? [])
    .toSorted(newestReleaseFirst)
    .slice(0, feed.channel.items * RESERVE);
}

function entryOf(head: Head, feed: Feed, now: string): ManifestEntry | undefined {
  const { current } = head;
  const released = releasedAt(head);
  if (current === undefined || released === undefined || !showsIn(head, feed, now)) return undefined;
  const { version, contentHash } = current;
  const changed = current.changed > released ? current.changed : released;
  return { article: head.article, version, contentHash, released, changed, shown: false };
}

/** Ties go by id, so that equal sets give equal orders. */
function newestReleaseFirst(a: ManifestEntry, b: ManifestEntry): number {
  if (a.released !== b.released) return a.released > b.released ? -1 : 1;
  return a.article < b.article ? -1 : 1;
}

/** What a reader of the documents would see happen between two manifests. */
export function changeBetween(
  before: readonly ManifestEntry[],
  after: readonly ManifestEntry[],
): Pick<FeedChange, 'added' | 'changed' | 'removed'> {
  const shownBefore = new Map(before.filter(({ shown }) => shown).map((entry) => [entry.article, entry]));
  const shownAfter = after.filter(({ shown }) => shown);
  const stillShown = new Set(shownAfter.map(({ article }) => article));
  return {
    added: shownAfter.filter(({ article }) => !shownBefore.has(article)).map(({ article }) => article),
    changed: shownAfter
      .filter(({ article, contentHash }) => {
        const previous = shownBefore.get(article);
        return previous !== undefined && previous.contentHash !== contentHash;
      })
      .map(({ article }) => article),
    removed: [...shownBefore.keys()].filter((article) => !stillShown.has(article)),
  };
}

/** Which of the removed articles were killed, if any were. */
export function killedAmong(
  removed: readonly string[],
  heads: ReadonlyMap<string, Head>,
  now: string,
): Pick<FeedChange, 'killed'> {
  const killed = removed.filter((article) => {
    const head = heads.get(article);
    return head !== undefined && ['killed', 'erased'].includes(standing(head, now));
  });
  return killed.length === 0 ? {} : { killed };
}

/**
 * The feed's own date: the newest release, change or removal of an item that was shown. It comes from the articles,
 * never from the clock, so that equal state gives equal bytes.
 */
export function updatedBy(
  before: FeedState | undefined,
  { added, changed, removed }: Pick<FeedChange, 'added' | 'changed' | 'removed'>,
  heads: ReadonlyMap<string, Head>,
  feed: Audience,
  now: string,
): string | undefined {
  return [...added, ...changed, ...removed].reduce<string | undefined>((latest, article) => {
    const head = heads.get(article);
    const touched = head === undefined ? '' : touchedAt(head, feed, now);
    return touched !== '' && (latest === undefined || touched > latest) ? touched : latest;
  }, before?.updated);
}
