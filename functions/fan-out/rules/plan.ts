import type { Head } from '../../../shared/domain/article.ts';
import type { FeedIndex } from './feed-index.ts';

export interface Change {
  /** Articles that may have changed. */
  articles: readonly string[];
  /** Feeds to look at whatever their articles did: their configuration changed. */
  feeds: readonly string[];
}

export interface Publish {
  feed: string;
  /** Articles that may have changed in it. */
  articles: string[];
}

export interface Plan {
  publishes: Publish[];
  /** Feeds that an article is about to be sent to for the first time. */
  newReach: Map<string, string[]>;
  /** Instants at which an article has to be looked at again, for feeds with a delay. */
  due: { article: string; instant: string }[];
}

/**
 * Which feeds a change touches. The targets of an article are the feeds that select it today, if it may show, and
 * every feed it was ever sent to, or its heir: so a kill or a correction goes wherever the article is. Pure: equal
 * arguments give an equal plan, and an embargo lifting, a kill, a changed channel and a repeated event are all the same case.
 */
export function plan(
  now: string,
  change: Change,
  heads: ReadonlyMap<string, Head>,
  index: FeedIndex,
  reach: ReadonlyMap<string, ReadonlySet<string>>,
): Plan {
  const touched = new Map<string, string[]>(change.feeds.map((feed) => [feed, []]));
  const newReach = new Map<string, string[]>();
  const due: Plan['due'] = [];
  for (const article of change.articles) {
    const reached = reach.get(article) ?? new Set();
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
  return { publishes: [...touched].map(([feed, articles]) => ({ feed, articles })), newReach, due };
}
