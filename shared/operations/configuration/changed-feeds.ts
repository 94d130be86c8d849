import { isDeepStrictEqual } from 'node:util';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { feedsOf } from '../../contract/feeds.ts';
import { feedSubject } from '../../contract/subject.ts';
import type { Feed } from '../../domain/feed.ts';
import type { ArticleId, FeedId } from '../../domain/identity.ts';
import { instantOf, laterBy } from '../../domain/instant.ts';
import type { Pipeline } from '../pipeline.ts';
import { backfill } from './backfill.ts';

/**
 * How many feeds are marked as dirty immediately after a change. New and removed feeds come first. All of them are
 * marked immediately, even if there are more than this number.
 */
const AT_ONCE = 50;
/** How many of the remaining feeds are marked in each of the following minutes. */
const PER_MINUTE = 100;

/** The parts of a pipeline that marking feeds needs. */
export type MarkingPipeline = Pick<Pipeline, 'work' | 'feeds' | 'receipts' | 'now' | 'newId'>;

/**
 * Marks as dirty every feed whose documents a change of the configuration may alter. Also marks the articles that may
 * belong in feeds that are new or have a new selector. New and removed feeds are marked immediately. The other feeds
 * are spread over the next minutes, so that urgent work does not wait behind them.
 */
export async function markChangedFeeds(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  pipeline: MarkingPipeline,
): Promise<void> {
  const old = feedsById(before);
  const current = feedsById(after);
  const token = pipeline.newId();
  const isUrgent = (id: FeedId): boolean => !old.has(id) || !current.has(id);
  const inOrder = changedFeeds(before, after).toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  const now = instantOf(pipeline.now());
  for (const [at, id] of inOrder.entries()) {
    const minutes = isUrgent(id) || at < AT_ONCE ? 0 : 1 + Math.floor((at - AT_ONCE) / PER_MINUTE);
    if (minutes === 0) await pipeline.work.markDirty(feedSubject(id), token);
    else await pipeline.work.scheduleDue(laterBy(now, minutes), feedSubject(id));
  }
  if (before === undefined) return;
  const articles = articlesToFill(old, current);
  if (articles === 'from-receipts') await backfill(before, pipeline, token);
  else await fillFrom(articles, pipeline, token);
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
 * Where the articles for new feeds come from: the ids of the other feeds of the same channels, or `from-receipts` if
 * a channel has no other feed or has a new selector.
 */
function articlesToFill(
  old: ReadonlyMap<FeedId, Feed>,
  current: ReadonlyMap<FeedId, Feed>,
): 'from-receipts' | ReadonlySet<FeedId> {
  const newFeeds = [...current.values()].filter(({ id }) => !old.has(id));
  const hasNewSelector = [...current].some(([id, { channel }]) => {
    const was = old.get(id)?.channel;
    return was !== undefined && !isDeepStrictEqual(was.select, channel.select);
  });
  const siblings = newFeeds.map((feed) =>
    [...old.values()].filter(({ channel }) => channel.id === feed.channel.id),
  );
  if (hasNewSelector || siblings.some((feeds) => feeds.length === 0)) return 'from-receipts';
  return new Set(siblings.flat().map(({ id }) => id));
}

async function fillFrom(feeds: ReadonlySet<FeedId>, pipeline: MarkingPipeline, token: string): Promise<void> {
  const articles = new Set<ArticleId>();
  for (const id of feeds) {
    const state = await pipeline.feeds.readableState(id);
    if (state === undefined || state === 'unreadable') continue;
    for (const { article } of state.manifest) articles.add(article);
  }
  for (const article of articles) await pipeline.work.markDirty(article, token);
}

const feedsById = (configuration: StoredConfiguration | undefined): Map<FeedId, Feed> =>
  new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));

const linkOf = ({ id, link }: { id: string; link?: string }): string => `${id} ${link ?? ''}`;
