import * as z from 'zod';
import { instantSchema, feedIdSchema } from './stored-text.ts';

/**
 * The access of one reader to one feed: who could read it, from when to when. It is kept when the partner, the
 * subscription or the feed is gone, so that the reach of an article can name everybody who could read it.
 */
export const accessSchema = z.object({
  /** `partner/alias` of a subscription, or `public`: anyone with the address. */
  reader: z.string(),
  /** The name of the partner. */
  name: z.string(),
  feed: feedIdSchema,
  channel: z.string(),
  /** The name of the terms (`termsId`). */
  terms: z.string(),
  /** When the access began. Absent: before `recorded`, and nothing recorded when. */
  since: instantSchema.exactOptional(),
  /** When this was written for the first time. */
  recorded: instantSchema,
  /** The agreed end of the subscription, at which the edge refuses the reader without any further work. */
  ends: instantSchema.exactOptional(),
});
export type Access = z.infer<typeof accessSchema>;

export const PUBLIC_READER = 'public';

/** Why the access of a reader to a feed ended. */
export const ACCESS_ENDS = {
  'partner-removed': 'the partner was removed',
  'partner-disabled': 'the partner was disabled',
  unsubscribed: 'the subscription was removed',
  renamed: 'the subscription or the partner got another name',
  'terms-changed': 'other terms gave the subscription another feed',
  'subscription-ended': 'the agreed end of the subscription',
  'not-public': 'the channel is no longer public, or was removed',
} as const;
export type AccessEnd = keyof typeof ACCESS_ENDS;

/** An access that has ended. `reason` is a key of `ACCESS_ENDS`, or one of a newer version. */
export const endedAccessSchema = accessSchema.extend({ until: instantSchema, reason: z.string() });
export type EndedAccess = z.infer<typeof endedAccessSchema>;

/** What tells one open access from all others. */
export const accessKey = ({ reader, feed }: Pick<Access, 'reader' | 'feed'>): string => `${reader}#${feed}`;
