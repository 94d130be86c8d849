import pLimit from 'p-limit';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { articleOfSubject, feedOfSubject, type WorkSubject } from '../../shared/contract/subject.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { handOver, wakeAgain } from './hand-over.ts';
import type { FanOutServices } from './services.ts';
import { type FeedIndex, indexFeeds } from './rules/feed-index.ts';
import { type Change, plan } from './rules/plan.ts';

/** How many rows one pass reads. A tick makes as many passes as its time allows. */
const ROWS_PER_PASS = 800;
/** How many writes to DynamoDB are in progress at the same time. */
const CONCURRENCY = 16;
/** Another pass starts only if the function has at least this much time left. */
const PASS_MILLISECONDS = 10_000;

/**
 * One tick: hands work to publish for each feed that the DIRTY and DUE rows concern, and only then removes these rows.
 * A DIRTY row stays if its article or feed was marked again meanwhile. A tick may stop at any step, run twice or run
 * late: the next tick finds the rows and does all of the work. First it sends the wake-ups again that were lost.
 */
export async function tick(services: FanOutServices, remainingMilliseconds: () => number): Promise<void> {
  const { work } = services;
  await wakeAgain(services);
  for (;;) {
    const now = instantOf(services.now());
    const [dirty, due] = await Promise.all([work.dirty(ROWS_PER_PASS), work.due(now, ROWS_PER_PASS)]);
    if (dirty.length + due.length === 0) return;
    await fanOut(changeOf([...dirty, ...due].map(({ subject }) => subject)), services);
    const limit = pLimit(CONCURRENCY);
    await Promise.all([
      ...dirty.map((row) => limit(() => work.clearDirty(row))),
      ...due.map((row) => limit(() => work.clearDue(row))),
    ]);
    if (remainingMilliseconds() < PASS_MILLISECONDS) return;
  }
}

/** Fans out single articles at once, such as one that was just killed. Their DIRTY rows stay until the next tick. */
export async function fanOutNow(articles: readonly ArticleId[], services: FanOutServices): Promise<void> {
  await fanOut({ articles, feeds: [] }, services);
}

function changeOf(subjects: readonly WorkSubject[]): Change {
  const unique = [...new Set(subjects)];
  return {
    articles: unique.flatMap((subject) => articleOfSubject(subject) ?? []),
    feeds: unique.flatMap((subject) => feedOfSubject(subject) ?? []),
  };
}

async function fanOut(change: Change, services: FanOutServices): Promise<void> {
  const { articles, configuration, work: fanOutWork } = services;
  const [current, heads, reach] = await Promise.all([
    configuration.current(),
    articles.readableHeads(change.articles),
    articles.readableReach(change.articles),
  ]);
  // Read the clock last. An embargo that ended while its article was normalised has no DUE row, only the DIRTY row
  // that this tick is about to remove. With an earlier instant, the article would be left out of its feeds.
  const now = instantOf(services.now());
  const { work, newReach, due, unreadable } = plan({
    ...{ change, heads: heads.found, reach: reach.found, index: indexOf(current), now },
    unreadable: { heads: heads.unreadable, reach: reach.unreadable },
  });
  if (unreadable.length > 0)
    services.warn('articles cannot be read; they are tried again later', { unreadable }, 'RowsUnreadable');
  const limit = pLimit(CONCURRENCY);
  await Promise.all(due.map(({ article, instant }) => limit(() => fanOutWork.scheduleDue(instant, article))));
  // Write the reach before the feed gets its work. Then a kill that comes in between finds the feed in the article's
  // reach.
  await Promise.all(
    [...newReach].map(([article, feeds]) => limit(() => articles.extendReach(article, feeds))),
  );
  await handOver(work, services);
}

/** One index per configuration: the store returns the same object until another configuration is applied. */
const indexes = new WeakMap<StoredConfiguration, FeedIndex>();
const NO_FEEDS = indexFeeds([]);

function indexOf(configuration: StoredConfiguration | undefined): FeedIndex {
  if (configuration === undefined) return NO_FEEDS;
  const known = indexes.get(configuration) ?? indexFeeds(feedsOf(configuration));
  indexes.set(configuration, known);
  return known;
}
