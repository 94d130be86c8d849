import type { FeedId, PartnerId } from '../domain/identity.ts';
import { type Partner, type Subscription, termsOf } from '../domain/partner.ts';
import type { PartnerFeed } from './configuration.ts';
import { feedId } from './feed-id.ts';

/** The id of the feed that a subscription reads. It follows from the subscription's terms. */
export function feedOfSubscription(partner: PartnerId, subscription: Subscription): FeedId {
  return feedId(subscription.channel, subscription.profile, termsOf(partner, subscription));
}

/** The name of a subscription: `partner/alias`. */
export const subscriptionName = (partner: PartnerId, { alias }: Pick<Subscription, 'alias'>): string =>
  `${partner}/${alias}`;

/**
 * The feeds that the subscriptions of `partners` need, by id. Subscriptions with equal terms share a feed. `before`
 * has the stored feeds by id. `reading` has the id of the feed that each subscription, by name, reads now. If a
 * subscription moves to another feed, the new feed inherits from the old feed and from every feed that the old feed
 * inherited from. It must then announce the withdrawals of the articles that these feeds showed.
 */
export function partnerFeedsOf(
  partners: readonly Partner[],
  before: ReadonlyMap<FeedId, PartnerFeed>,
  reading: ReadonlyMap<string, FeedId>,
): Map<FeedId, PartnerFeed> {
  const feeds = new Map<FeedId, PartnerFeed>();
  for (const { id: partner, subscriptions } of partners) {
    for (const subscription of subscriptions) {
      const id = feedOfSubscription(partner, subscription);
      const { audience: _, ...terms } = termsOf(partner, subscription);
      const known = feeds.get(id)?.inherits ?? before.get(id)?.inherits ?? [];
      const old = reading.get(subscriptionName(partner, subscription));
      const inherited = old === undefined || old === id ? [] : [old, ...(before.get(old)?.inherits ?? [])];
      const inherits = [...new Set([...known, ...inherited])].filter((feed) => feed !== id).toSorted();
      const { channel, profile } = subscription;
      feeds.set(id, { channel, profile, terms: { ...terms, territory: [...terms.territory] }, inherits });
    }
  }
  return feeds;
}

/** The id of a stored feed that partners read. */
export function idOfPartnerFeed({ channel, profile, terms }: PartnerFeed): FeedId {
  return feedId(channel, profile, { audience: 'partner', ...terms });
}
