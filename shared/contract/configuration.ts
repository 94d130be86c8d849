import * as z from 'zod';
import { type Channel, channelSchema, type Selector, wordsOf } from '../domain/channel.ts';
import { configuredIdSchema } from '../domain/configured-id.ts';
import { type FeedId, isPartnerId } from '../domain/identity.ts';
import { instantAt, isStorable } from '../domain/instant.ts';
import { type Publisher, publisherSchema } from '../domain/publisher.ts';
import { type Source, sourceEntrySchema } from '../domain/source.ts';
import { type Retention, retentionEntrySchema } from '../domain/retention.ts';
import { durationMinutes, type Terms } from '../domain/terms.ts';
import { territorySchema } from '../domain/territory.ts';
import { lineOfText } from '../domain/text.ts';

/**
 * The configuration in two forms: the file that people write (wiredesk.yaml), and the stored configuration, one
 * versioned object in S3.
 */

/** An entry of the CloudFront KeyValueStore has room for about this many subscriptions; see edge-record.ts. */
const MAX_SUBSCRIPTIONS = 20;
const MAX_DELAY_MINUTES = 90 * 1440;

/** Reads an ISO 8601 duration in days, hours and minutes, and returns a number of minutes. */
const delay = z.string().transform((text, context) => {
  const minutes = durationMinutes(text);
  if (minutes !== undefined && minutes <= MAX_DELAY_MINUTES) return minutes;
  context.addIssue({ code: 'custom', message: 'use a duration of at most 90 days, such as PT2H or P1D' });
  return z.NEVER;
});

const END_OF_DAY = 'T23:59:59.999Z';
const END = 'use a day such as 2027-06-30, or an instant with its time zone';

/** An instant with its time zone, or a day. A day means the last millisecond of the day in UTC. */
const end = z
  .union(
    [z.iso.date(END).transform((day) => `${day}${END_OF_DAY}`), z.iso.datetime({ offset: true, error: END })],
    END,
  )
  .transform((text, context) => {
    const milliseconds = Date.parse(text);
    if (isStorable(milliseconds)) return instantAt(milliseconds);
    context.addIssue({ code: 'custom', message: 'use a year from 1 to 9999, in UTC' });
    return z.NEVER;
  });

export const subscriptionEntry = z.strictObject({
  alias: configuredIdSchema,
  channel: configuredIdSchema,
  profile: z.literal('standard').default('standard'),
  delay: delay.exactOptional(),
  territory: territorySchema.default([]),
  until: end.exactOptional(),
});
export type SubscriptionEntry = z.infer<typeof subscriptionEntry>;

export const partnerEntry = z.strictObject({
  // The second check gives the id its type. It runs only for a valid id, so an invalid id has only one message.
  id: configuredIdSchema.refine(isPartnerId, { when: ({ issues }) => issues.length === 0 }),
  name: z.string().overwrite(lineOfText).min(1).max(200),
  /** Absent: a partner that was disabled stays disabled. */
  disabled: z.boolean().exactOptional(),
  subscriptions: z.array(subscriptionEntry).max(MAX_SUBSCRIPTIONS).default([]),
});
export type PartnerEntry = z.infer<typeof partnerEntry>;

/**
 * Refuses a selector with a `words` condition that contains no word. Only wiredesk.yaml is checked, because a stored
 * configuration may have been accepted before this check existed.
 */
function refuseEmptyWords(select: Selector, context: z.RefinementCtx, path: (string | number)[]): void {
  if ('words' in select && wordsOf(select.words).length === 0) {
    const message = `there is no word in "${select.words}"`;
    context.addIssue({ code: 'custom', path: [...path, 'words'], message });
  }
  if ('not' in select) refuseEmptyWords(select.not, context, [...path, 'not']);
  const [kind, parts]: [string, Selector[]] =
    'all' in select ? ['all', select.all] : 'any' in select ? ['any', select.any] : ['', []];
  parts.forEach((part, index) => refuseEmptyWords(part, context, [...path, kind, index]));
}

function refuseRepeatedIds(
  items: { id: string }[],
  context: z.RefinementCtx,
  path: (string | number)[],
): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) {
      const message = `"${id}" is named twice`;
      context.addIssue({ code: 'custom', path: [...path, index, 'id'], message });
    }
    seen.add(id);
  });
}

/**
 * wiredesk.yaml. It is strict, so that a misspelt member is an error. Without `partners` the stored partners are not
 * changed.
 */
export const configurationFile = z
  .strictObject({
    publisher: publisherSchema,
    sources: z.array(sourceEntrySchema).min(1),
    channels: z.array(channelSchema).min(1),
    partners: z.array(partnerEntry).exactOptional(),
    retention: retentionEntrySchema.exactOptional(),
  })
  .superRefine((file, context) => {
    refuseRepeatedIds(file.sources, context, ['sources']);
    refuseRepeatedIds(file.channels, context, ['channels']);
    file.channels.forEach(({ select }, index) =>
      refuseEmptyWords(select, context, ['channels', index, 'select']),
    );
    refuseRepeatedIds(file.partners ?? [], context, ['partners']);
    for (const [index, { subscriptions }] of (file.partners ?? []).entries()) {
      const aliases = subscriptions.map(({ alias }) => ({ id: alias }));
      refuseRepeatedIds(aliases, context, ['partners', index, 'subscriptions']);
      subscriptions.forEach((entry, at) => {
        if (file.channels.some(({ id }) => id === entry.channel)) return;
        const path = ['partners', index, 'subscriptions', at, 'channel'];
        context.addIssue({ code: 'custom', path, message: `there is no channel "${entry.channel}"` });
      });
    }
  });
export type ConfigurationFile = z.infer<typeof configurationFile>;

/** A feed that partners read. */
export interface PartnerFeed {
  channel: string;
  profile: string;
  terms: Omit<Terms, 'audience'>;
  inherits: FeedId[];
}

/** A source in force. `notUnderstood`: a newer version stored it, and normalise must not read its submissions. */
export type ConfiguredSource = Source & { notUnderstood?: true };

/** The configuration in force; `shared/contract/stored/configuration.ts` decodes it. */
export interface StoredConfiguration {
  publisher: Publisher;
  /** The address at which the feeds are read. */
  feedsUrl: string;
  sources: ConfiguredSource[];
  channels: Channel[];
  /** The feeds that partners read. The partners themselves are only in the table. */
  partnerFeeds: PartnerFeed[];
  /** Absent: the default. */
  retention?: Retention;
  /**
   * What a newer version stored and this version does not understand, such as `channel news`. A configuration with such
   * a part must not be written back.
   */
  notUnderstood?: string[];
}
