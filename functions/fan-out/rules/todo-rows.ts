import type { FeedWork, TodoRow } from '../../../shared/contract/feed-work.ts';
import type { Instant } from '../../../shared/domain/instant.ts';

/** With this many ids a row has less than 1 kB, so DynamoDB counts it as one write unit. */
const ARTICLES_PER_ROW = 20;

/** The TODO rows for this work. A feed without articles gets a row too: the feed itself may have changed. */
export function todoRows(work: readonly FeedWork[], at: Instant, newToken: () => string): TodoRow[] {
  return work.flatMap(({ feed, articles }) => {
    const count = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_ROW));
    return Array.from({ length: count }, (_, nth) => ({
      feed,
      at,
      token: newToken(),
      articles: articles.slice(nth * ARTICLES_PER_ROW, (nth + 1) * ARTICLES_PER_ROW),
    }));
  });
}
