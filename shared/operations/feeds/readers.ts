import { feedOfSubscription, subscriptionName } from '../../contract/partner-feeds.ts';
import type { FeedId } from '../../domain/identity.ts';
import { listPartners } from '../partners/find-partner.ts';
import type { Pipeline } from '../pipeline.ts';

/** The subscriptions that read each feed, as `partner/alias`, by the feed's id. */
export async function readersByFeed(pipeline: Pick<Pipeline, 'partners'>): Promise<Map<FeedId, string[]>> {
  const readers = new Map<FeedId, string[]>();
  for (const { id, subscriptions } of await listPartners(pipeline)) {
    for (const subscription of subscriptions) {
      const feed = feedOfSubscription(id, subscription);
      const names = readers.get(feed) ?? [];
      names.push(subscriptionName(id, subscription));
      readers.set(feed, names);
    }
  }
  return readers;
}
