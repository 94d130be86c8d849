import type { FeedWork } from '../../../shared/contract/feed-work.ts';
import type { Head } from '../../../shared/domain/article.ts';
import type { ArticleId, FeedId } from '../../../shared/domain/identity.ts';
import { type Instant, instantAt } from '../../../shared/domain/instant.ts';
import type { FeedIndex } from './feed-index.ts';

export interface Change {
  /** Articles that may have changed. */
  articles: readonly ArticleId[];
  /** Feeds whose configuration may have changed. They are published whether or not one of their articles changed. */
  feeds: readonly FeedId[];
}

export interface PlanInput {
  change: Change;
  heads: ReadonlyMap<ArticleId, Head>;
  index: FeedIndex;
  /** By article: the feeds it was ever sent to. */
  reach: ReadonlyMap<ArticleId, ReadonlySet<FeedId>>;
  /** Why heads and reach cannot be read, by article. */
  unreadable?: Record<'heads' | 'reach', ReadonlyMap<ArticleId, string>>;
  now: Instant;
}

export interface Plan {
  /** For each feed to publish, the articles that may have changed in it. */
  work: FeedWork[];
  /** By article: the feeds it is about to be sent to for the first time. */
  newReach: Map<ArticleId, FeedId[]>;
  /**
   * Instants at which a feed with a delay may show an article for the first time, or at which an article that cannot be
   * read is tried again.
   */
  due: { article: ArticleId; instant: Instant }[];
  /** The articles whose head or reach cannot be read, with the reason. */
  unreadable: { article: ArticleId; reason: string }[];
}

/** An article that cannot be read is tried again at the next full quarter of an hour, so it has one DUE row for it. */
const RETRY_MILLISECONDS = 15 * 60_000;

/**
 * Plans which feeds to publish after a change. A changed article touches the feeds that may show it now, every feed
 * to which it was ever sent, and the heirs of these feeds. So a kill or a correction reaches every feed that has the
 * article. An article whose head cannot be read touches the feeds of its reach; one whose reach cannot be read touches
 * every feed, because each of them may show it. Pure: equal arguments give an equal plan. The end of an embargo, a kill, a changed channel and a repeated
 * event are all handled in this one way.
 */
export function plan({ change, heads, index, reach, unreadable: broken, now }: PlanInput): Plan {
  const touched = new Map<FeedId, ArticleId[]>(change.feeds.map((feed) => [feed, []]));
  const newReach = new Map<ArticleId, FeedId[]>();
  const due: Plan['due'] = [];
  const unreadable: Plan['unreadable'] = [];
  for (const article of change.articles) {
    const isEverywhere = broken?.reach.has(article) === true;
    const problem = broken?.heads.get(article) ?? broken?.reach.get(article);
    if (problem !== undefined) {
      unreadable.push({ article, reason: problem });
      due.push({ article, instant: nextRetry(now) });
    }
    const reached = isEverywhere ? new Set(index.all) : (reach.get(article) ?? new Set<FeedId>());
    const head = heads.get(article);
    const targets = head === undefined ? { feeds: [], due: [] } : index.targets(head, now);
    due.push(...targets.due.map((instant) => ({ article, instant })));
    const heirs = [...reached].flatMap((feed) => index.heirs(feed));
    const unreached = [...new Set([...targets.feeds, ...heirs])].filter((feed) => !reached.has(feed));
    if (unreached.length > 0) newReach.set(article, unreached);
    for (const feed of [...reached, ...unreached]) {
      const articles = touched.get(feed);
      if (articles) articles.push(article);
      else touched.set(feed, [article]);
    }
  }
  return { work: [...touched].map(([feed, articles]) => ({ feed, articles })), newReach, due, unreadable };
}

const nextRetry = (now: Instant): Instant =>
  instantAt((Math.floor(Date.parse(now) / RETRY_MILLISECONDS) + 1) * RETRY_MILLISECONDS);
