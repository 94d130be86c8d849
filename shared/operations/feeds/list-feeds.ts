import { feedsOf } from '../../contract/feeds.ts';
import type { Feed, FormatName } from '../../domain/feed.ts';
import type { FeedId } from '../../domain/identity.ts';
import { termsId } from '../../domain/terms.ts';
import type { Pipeline } from '../pipeline.ts';
import { publicAddresses } from '../addresses.ts';
import { readersByFeed } from './readers.ts';

export interface FeedRow {
  channel: string;
  feed: FeedId;
  terms: string;
  /** `partner/alias` of each subscription that reads the feed. */
  readers: string[];
  /** Number of items in the documents. */
  items: number;
  updated: string | null;
  /**
   * Whether the last committed rev is settled: its documents are known to be in the feed bucket. False, with no items,
   * if the state cannot be decoded.
   */
  settled: boolean;
  /**
   * The addresses of the documents. Null for a feed that only partners read; `partner show` prints each partner's.
   */
  addresses: Record<FormatName, string> | null;
  /** Since when the feed is held because too many items would disappear at once; null if it is not held. */
  held: string | null;
  /** Since when the gate refuses the feed's new documents, and why; null if it does not. */
  stopped: { since: string; reason: string } | null;
}

/** Lists all feeds. Reads the configuration, the rows under PARTNERS and the row FEED#{id} STATE of each feed. */
export async function listFeeds(pipeline: Pipeline): Promise<FeedRow[]> {
  const configuration = await pipeline.configuration.current();
  if (configuration === undefined) return [];
  const readers = await readersByFeed(pipeline);
  const { feedsUrl } = configuration;
  return Promise.all(feedsOf(configuration).map((feed) => feedRow(feed, { feedsUrl, readers }, pipeline)));
}

export async function feedRow(
  feed: Feed,
  { feedsUrl, readers }: { feedsUrl: string; readers: ReadonlyMap<FeedId, string[]> },
  { feeds }: Pick<Pipeline, 'feeds'>,
): Promise<FeedRow> {
  const read = await feeds.readableState(feed.id);
  const state = read === 'unreadable' ? undefined : read;
  const isPublic = feed.terms.audience === 'public';
  return {
    channel: feed.channel.id,
    feed: feed.id,
    terms: termsId(feed.terms),
    readers: readers.get(feed.id) ?? [],
    items: state?.manifest.filter(({ shown }) => shown).length ?? 0,
    updated: state?.updated ?? null,
    settled: read !== 'unreadable' && (state === undefined || state.settled === state.rev),
    addresses: isPublic ? publicAddresses(feed.channel.id, feedsUrl) : null,
    held: state?.held?.since ?? null,
    stopped: state?.stopped ?? null,
  };
}
