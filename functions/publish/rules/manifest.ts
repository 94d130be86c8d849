import type { Head } from '../../../shared/domain/article.ts';
import type { Audience, Feed } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { releasedAt, showsIn, standing, touchedAt } from '../../../shared/domain/lifecycle.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import { byPlace } from '../../../shared/domain/order.ts';

/**
 * A manifest has room for this many times the items that the feed shows. The items behind the shown ones are a
 * reserve: they are shown when newer items are withdrawn or cannot be rendered.
 */
export const RESERVE = 2;

/**
 * A manifest keeps this many articles that cannot be read or rendered, beside its items and its reserve. They take no
 * place of other articles, and they are tried again with every publish.
 */
export const MAX_FAILED = 100;

/**
 * What the feed may hold at `now`, newest release first: the given articles that are usable and meant for the feed. No
 * entry is marked as shown yet, because only entries that can be rendered will be shown.
 */
export function chooseEntries(heads: Iterable<Head>, feed: Audience, now: Instant): ManifestEntry[] {
  return [...heads]
    .flatMap((head) => {
      const entry = entryOf(head, feed, now);
      return entry === undefined ? [] : [{ entry, place: head.place }];
    })
    .toSorted(newestReleaseFirst)
    .map(({ entry }) => entry);
}

/**
 * The feed as it is published. If its channel's selector is not understood, because a newer version stored it, the feed
 * keeps the articles that it holds, as far as they may show, and gets no new ones.
 */
export function keepingItsArticles(feed: Feed, before: FeedState | undefined): Feed {
  if (!('notUnderstood' in feed.channel.select)) return feed;
  const keeps = new Set(before?.manifest.map(({ article }) => article));
  return { ...feed, channel: { ...feed.channel, select: { notUnderstood: true, keeps } } };
}

export interface Tried {
  /** The articles that the documents show. */
  shown: ReadonlySet<ArticleId>;
  /** The articles that cannot be read or rendered. */
  failed: ReadonlySet<ArticleId>;
}

/** What the feed holds of `entries`: the newest, as many as the manifest has room for, with their marks. */
export function manifestFrom(
  entries: readonly ManifestEntry[],
  { shown, failed }: Tried,
  { channel }: Pick<Feed, 'channel'>,
): ManifestEntry[] {
  const room = { held: channel.items * RESERVE, failed: MAX_FAILED };
  return entries
    .filter(({ article }) => (failed.has(article) ? room.failed-- : room.held--) > 0)
    .map((entry) => ({ ...entry, shown: shown.has(entry.article) }));
}

function entryOf(head: Head, feed: Audience, now: Instant): ManifestEntry | undefined {
  const { current } = head;
  const released = releasedAt(head);
  if (current === undefined || released === undefined || !showsIn(head, feed, now)) return undefined;
  const { version, contentHash } = current;
  const changed = current.changed > released ? current.changed : released;
  return { article: head.article, version, contentHash, released, changed, shown: false };
}

interface PlacedEntry {
  entry: ManifestEntry;
  place: string | undefined;
}

/**
 * Entries with the same release are in the order in which they were first received: the later submission first, and
 * within one submission its first item first. So undated items keep the order of the feed that they came in. The
 * article id makes the order total.
 */
function newestReleaseFirst(a: PlacedEntry, b: PlacedEntry): number {
  const [x, y] = [a.entry, b.entry];
  if (x.released !== y.released) return x.released > y.released ? -1 : 1;
  return byPlace(a.place, b.place) || (x.article < y.article ? -1 : 1);
}

/** The ids of the articles that a manifest shows, in its order. */
export function shownArticles(manifest: readonly ManifestEntry[]): ArticleId[] {
  return manifest.filter(({ shown }) => shown).map(({ article }) => article);
}

export type ShownChange = Pick<FeedChange, 'added' | 'changed' | 'removed'>;

/** The difference between two manifests as a reader of the documents sees it. */
export function changeBetween(
  before: readonly ManifestEntry[],
  after: readonly ManifestEntry[],
): ShownChange {
  const hashBefore = new Map(
    before.filter(({ shown }) => shown).map(({ article, contentHash }) => [article, contentHash]),
  );
  const shownAfter = after.filter(({ shown }) => shown);
  const stillShown = new Set(shownAfter.map(({ article }) => article));
  return {
    added: shownAfter.filter(({ article }) => !hashBefore.has(article)).map(({ article }) => article),
    changed: shownAfter
      .filter(({ article, contentHash }) => (hashBefore.get(article) ?? contentHash) !== contentHash)
      .map(({ article }) => article),
    removed: [...hashBefore.keys()].filter((article) => !stillShown.has(article)),
  };
}

/** The member `killed` of a feed's change: the removed articles that were killed or erased. Absent if there are none. */
export function killedAmong(
  removed: readonly ArticleId[],
  heads: ReadonlyMap<ArticleId, Head>,
  now: Instant,
): Pick<FeedChange, 'killed'> {
  const killed = removed.filter((article) => {
    const head = heads.get(article);
    return head !== undefined && ['killed', 'erased'].includes(standing(head, now));
  });
  return killed.length === 0 ? {} : { killed };
}

export interface UpdatedInput {
  before: FeedState | undefined;
  change: ShownChange;
  heads: ReadonlyMap<ArticleId, Head>;
  feed: Audience;
  now: Instant;
}

/**
 * The feed's own date: the latest instant at which an item that the feed shows or showed was released, changed or
 * removed. It comes from the articles and never from the clock, so that an equal state gives equal bytes. Undefined
 * if the feed never showed an item.
 */
export function updatedOf({ before, change, heads, feed, now }: UpdatedInput): Instant | undefined {
  const { added, changed, removed } = change;
  return [...added, ...changed, ...removed].reduce<Instant | undefined>((latest, article) => {
    const head = heads.get(article);
    const touched = head === undefined ? '' : touchedAt(head, feed, now);
    return touched !== '' && (latest === undefined || touched > latest) ? touched : latest;
  }, before?.updated);
}
