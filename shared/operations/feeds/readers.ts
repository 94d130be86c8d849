import { feedOfSubscription, subscriptionName } from '../../contract/partner-feeds.ts';
import { listPartners } from '../partners/find-partner.ts';
import type { Pipeline } from '../pipeline.ts';

/** The subscriptions that read each feed, as `partner/alias`, by the feed's id. */
export async function readersByFeed(pipeline: Pick<Pipeline, 'partners'>): Promise<Map<string, string[]>> {
  const readers = new Map<string, string[]>();
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
