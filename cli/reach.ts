import pLimit from 'p-limit';
import { feedsOf } from '../shared/contract/feeds.ts';
import type { Head } from '../shared/domain/article.ts';
import { targetsOf } from '../shared/domain/feed.ts';
import { readersByFeed } from './feed.ts';
import { decidedToLeave, leftAt } from './leaving.ts';
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
  /** Seconds from the decision that took it out to its leaving; null if it left for another reason. */
  seconds: number | null;
}

const FEEDS_AT_A_TIME = 8;
/** Decisions about one article that are looked through, the latest. */
const DECISIONS = 1000;

/** Where an article is and was, from its reach, what was decided, and the logs of those feeds. */
export async function reachOf(pipeline: Pipeline, head: Head): Promise<Reached[]> {
  const { article } = head;
  const [reach, configuration, subscribed, decisions] = await Promise.all([
    pipeline.articles.reach([article]),
    pipeline.configuration.current(),
    readersByFeed(pipeline),
    pipeline.articles.decisions(article, DECISIONS),
  ]);
  const feeds = new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));
  const limit = pLimit(FEEDS_AT_A_TIME);
  return limit.map([...(reach.get(article) ?? [])].toSorted(), async (feed): Promise<Reached> => {
    const manifest = (await pipeline.feeds.state(feed))?.manifest ?? [];
    const shown = manifest.some((entry) => entry.article === article && entry.shown);
    const left = shown ? null : await leftAt(pipeline.feeds, feed, head);
    const known = feeds.get(feed);
    const targets = known === undefined ? [`feed:${feed}`] : targetsOf(known);
    const decided = left === null ? undefined : decidedToLeave(decisions, targets, left);
    const seconds =
      left === null || decided === undefined ? null : (Date.parse(left) - Date.parse(decided)) / 1000;
    const readers = [
      ...(known?.terms.audience === 'public' ? ['public'] : []),
      ...(subscribed.get(feed) ?? []),
    ];
    return { feed, channel: known?.channel.id ?? null, readers, shown, left, seconds };
  });
}
