import * as z from 'zod';
import type { PartnerId } from './identity.ts';
import { type Instant, laterBy } from './instant.ts';
import { instantSchema, partnerIdSchema } from './stored-text.ts';
import { type Terms } from './terms.ts';
import { type Token, tokenSchema } from './token.ts';

export type PartnerToken = Token;

/** A feed that a partner reads at `/p/{partner}/{alias}/…`. The address does not change when the terms change. */
export const subscriptionSchema = z.object({
  alias: z.string(),
  channel: z.string(),
  profile: z.string(),
  delayMinutes: z.number(),
  territory: z.array(z.string()),
  /** When the subscription ends. */
  until: instantSchema.exactOptional(),
  /** Set by the first decision about this subscription alone. The subscription then has a dedicated feed. */
  apart: z.literal(true).exactOptional(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

/** An outlet with its credentials and its subscriptions. */
export const partnerSchema = z.object({
  id: partnerIdSchema,
  name: z.string(),
  /** When the partner was disabled. A disabled partner can read nothing; its record and its addresses are kept. */
  disabled: instantSchema.exactOptional(),
  /** The tokens that are accepted: one, or two during a rotation. */
  tokens: z.array(tokenSchema),
  subscriptions: z.array(subscriptionSchema),
  /** The subscriptions as the last applied file lists them. Absent if no file lists the partner, or not known. */
  filed: z.array(subscriptionSchema).exactOptional(),
  /** The partner was added by a command, and no file has listed it yet. */
  byCommand: z.literal(true).exactOptional(),
  /** Set by the first decision about this partner or one of its subscriptions. New subscriptions are `apart` then. */
  apart: z.literal(true).exactOptional(),
  /**
   * When a command removed the partner. The row then has no tokens and no subscriptions. It stays, so that a file that
   * still lists the partner does not bring it back.
   */
  removed: instantSchema.exactOptional(),
});
export type Partner = z.infer<typeof partnerSchema>;

/** The terms of a partner's subscription. */
export function termsOf(partner: PartnerId, { alias, delayMinutes, territory, apart }: Subscription): Terms {
  return {
    audience: 'partner',
    delayMinutes,
    territory: territory.toSorted(),
    ...(apart && { apart: `${partner}/${alias}` }),
  };
}

/** Whether the partner exists, and its row does not only say that it was removed. */
export const isPresent = ({ removed }: Partner): boolean => removed === undefined;

/** The path under which a partner reads the documents of a subscription. */
export function partnerPath(partner: PartnerId, alias: string): string {
  return `/p/${partner}/${alias}`;
}

/** How many days before its end a subscription is reported as ending. */
const WARNING_DAYS = 30;

/** The state of a subscription at `now`. `ending`: it ends within `WARNING_DAYS`. */
export function subscriptionStanding({ until }: Subscription, now: Instant): 'open' | 'ending' | 'ended' {
  if (until === undefined) return 'open';
  if (until <= now) return 'ended';
  return laterBy(until, -WARNING_DAYS * 1440) <= now ? 'ending' : 'open';
}
