import pLimit from 'p-limit';
import { feedsOf } from '../../contract/feeds.ts';
import { PUBLIC_READER } from '../../domain/access.ts';
import type { Head } from '../../domain/article.ts';
import { targetsOf } from '../../domain/feed.ts';
import type { FeedId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { termsId } from '../../domain/terms.ts';
import { readersByFeed } from '../feeds/readers.ts';
import type { Pipeline } from '../pipeline.ts';
import { couldRead, type CouldRead } from './could-read.ts';
import { decidedToLeave, type Stay, staysIn } from './departure.ts';
import { readHistory } from './reader-history.ts';

/** One feed that an article was ever sent to. */
export interface Reached {
  feed: FeedId;
  /** Null if nothing says which feed it was: it was removed before the history of readers began. */
  channel: string | null;
  /** The name of its terms; null if nothing says which feed it was. */
  terms: string | null;
  /** Whether the feed is configured now. */
  configured: boolean;
  /** Who reads the feed now: `public` for everybody, and `partner/alias` for each subscription. */
  readers: string[];
  /** Who could read the article in this feed, from when to when, the earliest first. */
  couldRead: CouldRead[];
  /**
   * If the feed showed the article before the history of readers begins, the instant at which it begins: of the readers
   * before it, only those are known that still read the feed at that instant. Null if no reader can be missing.
   */
  readersKnownSince: string | null;
  /** Whether the feed's documents contain the article now. */
  shown: boolean;
  /** When the article left the documents of the feed; null if it was never in them or is in them now. */
  left: string | null;
  /** Why it left (departure.ts); null if it has not left, or if the log does not say. */
  reason: string | null;
  /** All its stays in the documents, newest first. */
  stays: Stay[];
  /**
   * Seconds from the decision that removed the article until the article left the documents. Null if it left for
   * another reason, or has not left.
   */
  seconds: number | null;
}

const FEEDS_AT_A_TIME = 8;
/** How many of the latest decisions about an article are read. */
const DECISIONS = 1000;

/**
 * The feeds that show or showed an article. Reads its reach, the decisions about it, the logs of the feeds and the
 * history of their readers.
 */
export async function reachOf(pipeline: Pipeline, head: Head): Promise<Reached[]> {
  const { article } = head;
  const [reach, configuration, subscriptions, decisions, history] = await Promise.all([
    pipeline.articles.reach([article]),
    pipeline.configuration.current(),
    readersByFeed(pipeline),
    pipeline.articles.decisions(article, DECISIONS),
    readHistory(pipeline),
  ]);
  const feeds = new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));
  const limit = pLimit(FEEDS_AT_A_TIME);
  return limit.map([...(reach.get(article) ?? [])].toSorted(), async (feed): Promise<Reached> => {
    const state = await pipeline.feeds.readableState(feed);
    const manifest = state === 'unreadable' ? [] : (state?.manifest ?? []);
    const shown = manifest.some((entry) => entry.article === article && entry.shown);
    const stays = await staysIn(pipeline.feeds, feed, head);
    const last = stays[0];
    const left = shown ? null : (last?.left ?? null);
    const configured = feeds.get(feed);
    const targets = configured === undefined ? [`feed:${feed}`] : targetsOf(configured);
    const decided = left === null ? undefined : decidedToLeave(decisions, targets, left);
    const accesses = await history.of(feed, configured);
    const [known] = accesses.filter(({ channel }) => channel !== '');
    const isPublic = accesses.some(({ reader }) => reader === PUBLIC_READER);
    return {
      feed,
      channel: configured?.channel.id ?? known?.channel ?? null,
      terms: configured === undefined ? (known?.terms ?? null) : termsId(configured.terms),
      configured: configured !== undefined,
      readers: [
        ...(configured?.terms.audience === 'public' ? [PUBLIC_READER] : []),
        ...(subscriptions.get(feed) ?? []),
      ],
      couldRead: couldRead(stays, accesses, instantOf(pipeline.now())),
      readersKnownSince: isPublic || stays.every((stay) => history.covers(stay)) ? null : history.since,
      shown,
      left,
      reason: left === null ? null : (last?.reason ?? null),
      stays,
      seconds:
        left === null || decided === undefined ? null : (Date.parse(left) - Date.parse(decided)) / 1000,
    };
  });
}
