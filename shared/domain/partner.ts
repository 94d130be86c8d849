import { type Terms } from './terms.ts';

/** An outlet, what it subscribes to, and how it shows who it is. */
export interface Partner {
  id: string;
  name: string;
  /** Since when it gets nothing; its record and its addresses stay. */
  disabled?: string;
  /** Live credentials: one, or two during a rotation. */
  tokens: PartnerToken[];
  subscriptions: Subscription[];
}

export interface PartnerToken {
  /** SHA-256 of the token, hex. The token itself is shown once and stored nowhere. */
  hash: string;
  created: string;
  /** When it stops being good; absent for the one in use. */
  until?: string;
}

/** What a partner reads at `/p/{partner}/{alias}/…`. The address stays when the terms change. */
export interface Subscription {
  alias: string;
  channel: string;
  profile: string;
  delayMinutes: number;
  territory: string[];
  /** When it ends. */
  until?: string;
  /** Set once something was decided for this subscription alone: it then has a feed that nobody else reads. */
  apart?: true;
}

/** The terms of a partner's subscription. */
export function termsOf(partner: string, { alias, delayMinutes, territory, apart }: Subscription): Terms {
  return {
    audience: 'partner',
    delayMinutes,
    territory: territory.toSorted(),
    ...(apart && { apart: `${partner}/${alias}` }),
  };
}

/** Path below which a subscription's documents are read. */
export function partnerPath(partner: string, alias: string): string {
  return `/p/${partner}/${alias}`;
}

/** Days before its end from which on a subscription is warned of. */
const WARNING_DAYS = 30;

/** Where a subscription stands at `now`. */
export function subscriptionStanding({ until }: Subscription, now: string): 'open' | 'ending' | 'ended' {
  if (until === undefined) return 'open';
  if (until <= now) return 'ended';
  const warned = new Date(Date.parse(until) - WARNING_DAYS * 86_400_000).toISOString();
  return warned <= now ? 'ending' : 'open';
}
