import { subscriptionName, feedOfSubscription } from '../../contract/partner-feeds.ts';
import { type Access, type EndedAccess, PUBLIC_READER } from '../../domain/access.ts';
import type { Feed } from '../../domain/feed.ts';
import type { FeedId } from '../../domain/identity.ts';
import { type Instant, instantOf } from '../../domain/instant.ts';
import { termsId } from '../../domain/terms.ts';
import { listPartners } from '../partners/find-partner.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Stay } from './departure.ts';

/** Who can and could read the feeds. */
export interface ReaderHistory {
  /** When the history begins; now, if nothing is recorded yet. */
  since: Instant;
  /** Whether the history goes back to the begin of a stay. */
  covers(stay: Stay): boolean;
  /** The accesses to a feed. `configured`: the feed, if it is configured now. */
  of(feed: FeedId, configured: Feed | undefined): Promise<(Access | EndedAccess)[]>;
}

/**
 * The history of readers. Before the first change of partners under this version nothing is recorded, and then the
 * present subscriptions count as read since an unknown instant.
 */
export async function readHistory(
  pipeline: Pick<Pipeline, 'readers' | 'partners' | 'now'>,
): Promise<ReaderHistory> {
  const { readers } = pipeline;
  const now = instantOf(pipeline.now());
  const [startedAt, open] = await Promise.all([readers.startedAt(), readers.open()]);
  const present = startedAt === undefined ? await subscribed(pipeline, now) : open;
  return {
    since: startedAt ?? now,
    covers: ({ since, announced }) =>
      announced === true || (since !== null && startedAt !== undefined && since >= startedAt),
    async of(feed, configured) {
      const ended = await readers.ended(feed);
      const known = [...ended, ...present.filter((access) => access.feed === feed)];
      if (configured?.terms.audience === 'public') return [anyone(configured, now)];
      // The rows of a public feed say that anyone could read it. Each stays once, whatever they record.
      const [open] = known.filter(({ reader }) => reader === PUBLIC_READER);
      const partners = known.filter(({ reader }) => reader !== PUBLIC_READER);
      return open === undefined ? partners : [open, ...partners];
    },
  };
}

const anyone = ({ id, channel, terms }: Feed, now: Instant): Access => ({
  ...{ reader: PUBLIC_READER, name: '', feed: id, channel: channel.id, terms: termsId(terms), recorded: now },
});

/** The subscriptions of the partners that are not disabled, as accesses that began before `now`. */
async function subscribed(pipeline: Pick<Pipeline, 'partners'>, now: Instant): Promise<Access[]> {
  const partners = (await listPartners(pipeline)).filter(({ disabled }) => disabled === undefined);
  return partners.flatMap(({ id, name, subscriptions }) =>
    subscriptions.map((subscription): Access => ({
      ...{ reader: subscriptionName(id, subscription), name, feed: feedOfSubscription(id, subscription) },
      ...{ channel: subscription.channel, terms: '', recorded: now },
      ...(subscription.until !== undefined && { ends: subscription.until }),
    })),
  );
}
