import { type Partner, type Subscription, termsOf } from '../domain/partner.ts';
import type { PartnerFeed } from './configuration.ts';
import { feedId } from './feed-id.ts';

/** The feed that a subscription reads by its terms. */
export function feedOfSubscription(partner: string, subscription: Subscription): string {
  return feedId(subscription.channel, subscription.profile, termsOf(partner, subscription));
}

/** Path of a subscription as a key: `partner/alias`. */
export const subscriptionName = (partner: string, { alias }: Pick<Subscription, 'alias'>): string =>
  `${partner}/${alias}`;

/**
 * The feeds that partners need, by their ids: one for all subscriptions with equal terms. `reading` says which feed
 * each subscription (by name) reads now: where that is another, the new one inherits its duty to withdraw, and what it
 * had inherited itself.
 */
export function partnerFeedsOf(
  partners: readonly Partner[],
  before: ReadonlyMap<string, PartnerFeed>,
  reading: ReadonlyMap<string, string>,
): Map<string, PartnerFeed> {
  const feeds = new Map<string, PartnerFeed>();
  for (const { id: partner, subscriptions } of partners) {
    for (const subscription of subscriptions) {
      const id = feedOfSubscription(partner, subscription);
      const { audience: _, ...terms } = termsOf(partner, subscription);
      const known = feeds.get(id)?.inherits ?? before.get(id)?.inherits ?? [];
      const old = reading.get(subscriptionName(partner, subscription));
      const taken = old === undefined || old === id ? [] : [old, ...(before.get(old)?.inherits ?? [])];
      const inherits = [...new Set([...known, ...taken])].filter((feed) => feed !== id).toSorted();
      const { channel, profile } = subscription;
      feeds.set(id, { channel, profile, terms: { ...terms, territory: [...terms.territory] }, inherits });
    }
  }
  return feeds;
}

/** A stored feed of partners under its id. */
export function idOfPartnerFeed({ channel, profile, terms }: PartnerFeed): string {
  return feedId(channel, profile, { audience: 'partner', ...terms });
}
