import type { PartnerId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { type Partner, type Subscription, subscriptionStanding } from '../../domain/partner.ts';
import { termsLine } from './terms-line.ts';

/** A partner as lists show it, without the hashes of its tokens. */
export interface PartnerRow {
  partner: PartnerId;
  name: string;
  /** `active`, or `disabled since` and an instant. */
  standing: string;
  tokens: { created: string; until: string | null }[];
  subscriptions: (Subscription & { terms: string; standing: SubscriptionStanding })[];
}

export type SubscriptionStanding = ReturnType<typeof subscriptionStanding>;

export function partnerRow({ id, name, disabled, tokens, subscriptions }: Partner, now: Date): PartnerRow {
  return {
    partner: id,
    name,
    standing: disabled === undefined ? 'active' : `disabled since ${disabled}`,
    tokens: tokens.map(({ created, until }) => ({ created, until: until ?? null })),
    subscriptions: subscriptions.map((subscription) => ({
      ...subscription,
      terms: termsLine(subscription),
      standing: subscriptionStanding(subscription, instantOf(now)),
    })),
  };
}
