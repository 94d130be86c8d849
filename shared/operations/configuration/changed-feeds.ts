import { isDeepStrictEqual } from 'node:util';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { feedsOf } from '../../contract/feeds.ts';
import { feedSubject } from '../../contract/subject.ts';
import type { Feed } from '../../domain/feed.ts';
import type { FeedId } from '../../domain/identity.ts';
import { instantOf, laterBy } from '../../domain/instant.ts';
import type { Pipeline } from '../pipeline.ts';
import { backfill, type FillingPipeline } from './backfill.ts';
import { covers, gainingFeeds } from './gaining-feeds.ts';

/**
 * How many feeds are marked as dirty immediately after a change. New and removed feeds come first. All of them are
 * marked immediately, even if there are more than this number.
 */
const AT_ONCE = 50;
/** How many of the remaining feeds are marked in each of the following minutes. */
const PER_MINUTE = 100;

/** The parts of a pipeline that marking feeds needs. */
export type MarkingPipeline = Pick<Pipeline, 'newId' | 'feeds'> & FillingPipeline;

/**
 * Marks as dirty every feed whose documents a change of the configuration may alter. Before that, marks the articles
 * that may belong in feeds which gain articles by the change, so that the first documents have them. New and removed
 * feeds are marked immediately. The other feeds are spread over the next minutes, so that urgent work does not wait
 * behind them.
 */
export async function markChangedFeeds(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  pipeline: MarkingPipeline,
): Promise<void> {
  const old = feedsById(before);
  const current = feedsById(after);
  const token = pipeline.newId();
  // Before the first configuration no source could send anything.
  if (before !== undefined) await fill(gainingFeeds(old, current), { before, after }, { pipeline, token });
  const isUrgent = (id: FeedId): boolean => !old.has(id) || !current.has(id);
  const inOrder = changedFeeds(before, after).toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  const now = instantOf(pipeline.now());
  for (const [at, id] of inOrder.entries()) {
    const minutes = isUrgent(id) || at < AT_ONCE ? 0 : 1 + Math.floor((at - AT_ONCE) / PER_MINUTE);
    if (minutes === 0) await pipeline.work.markDirty(feedSubject(id), token);
    else await pipeline.work.scheduleDue(laterBy(now, minutes), feedSubject(id));
  }
}

/** Ids of the feeds whose documents a change may alter. */
function changedFeeds(before: StoredConfiguration | undefined, after: StoredConfiguration): FeedId[] {
  const everyDocumentChanged = !isDeepStrictEqual(
    [before?.publisher, before?.feedsUrl, before?.sources.map(linkOf)],
    [after.publisher, after.feedsUrl, after.sources.map(linkOf)],
  );
  const old = feedsById(before);
  const current = feedsById(after);
  return [...new Set([...old.keys(), ...current.keys()])].filter(
    (id) => everyDocumentChanged || !isDeepStrictEqual(shownBy(old.get(id)), shownBy(current.get(id))),
  );
}

/** The members of a feed that its documents depend on. */
const shownBy = (feed: Feed | undefined): unknown => feed && { ...feed, inherits: undefined };

/**
 * Marks the articles that may belong in `gaining` as dirty: those in the manifests of the other feeds of the same
 * channels, which may be old, and those of recent receipts, unless such a manifest has everything that the feed can
 * show. A dedicated feed has the articles of the feed that it replaces, so a decision about one partner reads no
 * receipts.
 */
async function fill(
  gaining: readonly Feed[],
  { before, after }: { before: StoredConfiguration; after: StoredConfiguration },
  { pipeline, token }: { pipeline: MarkingPipeline; token: string },
): Promise<void> {
  const channels = new Set(gaining.map(({ channel }) => channel.id));
  const others = [...feedsById(before).values()].filter(({ channel }) => channels.has(channel.id));
  const known = await Promise.all(
    others.map(async (feed) => {
      const state = await pipeline.feeds.readableState(feed.id);
      return { feed, state: state === 'unreadable' ? undefined : state };
    }),
  );
  const articles = new Set(
    known.flatMap(({ state }) => (state?.manifest ?? []).map(({ article }) => article)),
  );
  for (const article of articles) await pipeline.work.markDirty(article, token);
  const feeds = gaining.filter((feed) => !known.some((other) => covers(other, feed)));
  if (feeds.length === 0) return;
  const sources = [...new Set([...before.sources, ...after.sources].map(({ id }) => id))];
  await backfill({ feeds, sources }, pipeline, token);
}

const feedsById = (configuration: StoredConfiguration | undefined): Map<FeedId, Feed> =>
  new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));

const linkOf = ({ id, link }: { id: string; link?: string }): string => `${id} ${link ?? ''}`;
