import { feedsOf } from '../shared/contract/feeds.ts';
import type { Head } from '../shared/domain/article.ts';
import { readersByFeed } from './feed.ts';
import type { Pipeline } from './pipeline.ts';

/** One feed that an article was ever sent to. */
export interface Reached {
  feed: string;
  /** Absent from the configuration: null. */
  channel: string | null;
  /** `public`, and `partner/alias` of each subscription that reads it now. */
  readers: string[];
  /** Whether it stands in the feed's documents now. */
  shown: boolean;
  /** When it left them, if it was there and is not now. */
  left: string | null;
  /** Seconds from the last decision about the article to its leaving. */
  seconds: number | null;
}

/** Publishes of a feed that are looked through for the one that took the article out. */
const LOG_ROWS = 500;

/** Where an article is and was, from its reach and the logs of those feeds. */
export async function reachOf(pipeline: Pipeline, { article, decisions = {} }: Head): Promise<Reached[]> {
  const [reach, configuration, subscribed] = await Promise.all([
    pipeline.articles.reach([article]),
    pipeline.configuration.current(),
    readersByFeed(pipeline),
  ]);
  const feeds = new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));
  const decided = Object.values(decisions).map(({ at }) => at);
  return Promise.all(
    [...(reach.get(article) ?? [])].toSorted().map(async (feed): Promise<Reached> => {
      const manifest = (await pipeline.feeds.state(feed))?.manifest ?? [];
      const shown = manifest.some((entry) => entry.article === article && entry.shown);
      const left = shown ? null : await leftAt(pipeline, feed, article);
      const cause = decided
        .filter((at) => left !== null && at <= left)
        .toSorted()
        .at(-1);
      const seconds =
        left === null || cause === undefined ? null : (Date.parse(left) - Date.parse(cause)) / 1000;
      const known = feeds.get(feed);
      const readers = [
        ...(known?.terms.audience === 'public' ? ['public'] : []),
        ...(subscribed.get(feed) ?? []),
      ];
      return { feed, channel: known?.channel.id ?? null, readers, shown, left, seconds };
    }),
  );
}

async function leftAt({ feeds }: Pipeline, feed: string, article: string): Promise<string | null> {
  const log = await feeds.log(feed, LOG_ROWS);
  return log.find(({ removed }) => removed.includes(article))?.at ?? null;
}
