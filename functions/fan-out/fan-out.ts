import pLimit from 'p-limit';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { MAX_ARTICLES_PER_MESSAGE, type PublishMessage } from '../../shared/contract/messages.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  PublishQueue,
  WorkStore,
} from '../../shared/contract/stores.ts';
import { feedOfSubject } from '../../shared/contract/subject.ts';
import { type FeedIndex, indexFeeds } from './rules/feed-index.ts';
import { type Change, plan } from './rules/plan.ts';

export interface FanOutServices {
  configuration: ConfigurationStore;
  articles: ArticleStore;
  work: WorkStore;
  publishQueue: PublishQueue;
  now: () => Date;
}

/** Rows taken in one pass; a tick makes as many passes as its time allows. */
const ROWS_PER_PASS = 800;
/** DynamoDB writes under way at once. */
const CONCURRENCY = 16;
/** Time a further pass must find left. */
const PASS_MILLISECONDS = 10_000;

/**
 * One tick: the feeds that dirty articles and due instants touch are sent to publish, and only then are the rows
 * removed, each only if nobody has marked it again meanwhile. A tick that dies, runs twice or late is repeated whole.
 */
export async function tick(services: FanOutServices, remainingMilliseconds: () => number): Promise<void> {
  const { work } = services;
  for (;;) {
    const now = services.now().toISOString();
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

/** The same at once for single articles, such as one that was just killed; their rows are left to the next tick. */
export async function fanOutNow(articles: readonly string[], services: FanOutServices): Promise<void> {
  await fanOut({ articles, feeds: [] }, services);
}

function changeOf(subjects: readonly string[]): Change {
  const unique = [...new Set(subjects)];
  return {
    articles: unique.filter((subject) => feedOfSubject(subject) === undefined),
    feeds: unique.flatMap((subject) => feedOfSubject(subject) ?? []),
  };
}

async function fanOut(change: Change, services: FanOutServices): Promise<void> {
  const { articles, configuration, publishQueue, work } = services;
  const [current, heads, reach] = await Promise.all([
    configuration.current(),
    articles.heads(change.articles),
    articles.reach(change.articles),
  ]);
  // Not before everything is read: an embargo that ended while it was being normalised has no DUE row, only the DIRTY
  // row that is about to be deleted.
  const now = services.now().toISOString();
  const { publishes, newReach, due } = plan(now, change, heads, indexOf(current), reach);
  const limit = pLimit(CONCURRENCY);
  await Promise.all(due.map(({ article, instant }) => limit(() => work.scheduleDue(instant, article))));
  // Reach before message: a kill that comes in between finds the feed in the article's reach.
  await Promise.all(
    [...newReach].map(([article, feeds]) => limit(() => articles.extendReach(article, feeds))),
  );
  await publishQueue.send(publishes.flatMap(messagesOf));
}

function messagesOf({ feed, articles }: PublishMessage): PublishMessage[] {
  const messages: PublishMessage[] = [];
  let at = 0;
  do {
    messages.push({ feed, articles: articles.slice(at, at + MAX_ARTICLES_PER_MESSAGE) });
    at += MAX_ARTICLES_PER_MESSAGE;
  } while (at < articles.length);
  return messages;
}

/** One index for each configuration: the store gives the same object as long as nothing was applied. */
const indexes = new WeakMap<StoredConfiguration, FeedIndex>();
const NO_FEEDS = indexFeeds([]);

function indexOf(configuration: StoredConfiguration | undefined): FeedIndex {
  if (configuration === undefined) return NO_FEEDS;
  const known = indexes.get(configuration) ?? indexFeeds(feedsOf(configuration));
  indexes.set(configuration, known);
  return known;
}
