import * as z from 'zod';
import { type Channel, channelSchema, storedSelectorSchema } from '../../domain/channel.ts';
import { publisherSchema } from '../../domain/publisher.ts';
import { KEEP_ALL, retentionSchema } from '../../domain/retention.ts';
import { boilerplateRuleSchema, sourceSchema } from '../../domain/source.ts';
import { feedIdSchema } from '../../domain/stored-text.ts';
import { termsSchema } from '../../domain/terms.ts';
import type { ConfiguredSource, PartnerFeed, StoredConfiguration } from '../configuration.ts';
import { objectKeys } from '../keys.ts';
import { writtenBy } from './format.ts';

/**
 * The decoder of the stored configuration. All stages read this object, so one part that a newer version stored must not
 * stop them. Unknown members are kept. A part that is not understood withholds: a selector selects nothing, a source is
 * not read, the feeds of a channel and a feed of a partner are left as they are, a retention keeps everything. `notUnderstood` names these parts.
 */
const publisher = publisherSchema.loose();

const source = sourceSchema
  .loose()
  .extend({ boilerplate: z.array(boilerplateRuleSchema.loose()).default([]) });
/** What ingest needs to accept the submissions of a source that is not understood. Without tokens it accepts none. */
const leastSource = z.looseObject({
  id: z.string(),
  tokenHashes: z.array(z.string()).catch([]),
  link: z.unknown().optional(),
});

const channel = channelSchema.loose().extend({ select: storedSelectorSchema });

/** Strict terms: ignoring an unknown term could publish articles that the subscription does not allow. */
const partnerFeed = z.looseObject({
  channel: z.string(),
  profile: z.string(),
  terms: termsSchema.omit({ audience: true }),
  inherits: z.array(feedIdSchema),
});
const leastPartnerFeed = z.looseObject({ channel: z.string() });
const leastChannel = z.looseObject({ id: z.string() });

const outline = z.looseObject({
  publisher,
  feedsUrl: z.string(),
  sources: z.array(z.unknown()),
  channels: z.array(z.unknown()),
  // A configuration that was stored before Wiredesk had partners has no `partnerFeeds`.
  partnerFeeds: z.array(z.unknown()).default([]),
  retention: z.unknown().exactOptional(),
});

/** The stored configuration in the object's text; throws an error that names the object and the broken member. */
export function decodeConfiguration(text: string): StoredConfiguration {
  const parsed: unknown = JSON.parse(text);
  const fail = (error: z.ZodError): never => {
    throw new Error(
      `${objectKeys.configuration} cannot be decoded: ${z.prettifyError(error)}${writtenBy(parsed)}`,
    );
  };
  const decoded = outline.safeParse(parsed);
  if (!decoded.success) return fail(decoded.error);
  const notUnderstood: string[] = [];
  const channels = decoded.data.channels.flatMap((stored): Channel[] => {
    const whole = channel.safeParse(stored);
    if (whole.success && isUnknown(whole.data)) notUnderstood.push(`channel ${whole.data.id}`);
    if (whole.success) return [whole.data];
    const least = leastChannel.safeParse(stored);
    notUnderstood.push(`feed of the channel ${least.success ? least.data.id : '?'}`);
    return [];
  });
  const sources = decoded.data.sources.flatMap((stored): ConfiguredSource[] => {
    const whole = source.safeParse(stored);
    if (whole.success) return [whole.data];
    const least = leastSource.safeParse(stored);
    notUnderstood.push(`source ${least.success ? least.data.id : '?'}`);
    if (!least.success) return [];
    const { id, tokenHashes, link } = least.data;
    const held = { order: 'arrival', language: 'und', notUnderstood: true } as const;
    return [{ ...held, boilerplate: [], id, tokenHashes, ...(typeof link === 'string' && { link }) }];
  });
  const partnerFeeds = decoded.data.partnerFeeds.flatMap((stored): PartnerFeed[] => {
    const whole = partnerFeed.safeParse(stored);
    if (whole.success) return [whole.data];
    const least = leastPartnerFeed.safeParse(stored);
    notUnderstood.push(`feed of the channel ${least.success ? least.data.channel : '?'}`);
    return [];
  });
  const { retention: storedRetention, ...others } = decoded.data;
  const retention =
    storedRetention === undefined ? undefined : retentionSchema.catch(KEEP_ALL).parse(storedRetention);
  if (retention === KEEP_ALL) notUnderstood.push('retention');
  const configuration = {
    ...others,
    channels,
    sources,
    partnerFeeds,
    ...(retention !== undefined && { retention }),
  };
  return notUnderstood.length === 0 ? configuration : { ...configuration, notUnderstood };
}

const isUnknown = ({ select }: Channel): boolean => 'notUnderstood' in select;
