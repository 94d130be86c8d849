import type { ConfigurationFile, StoredConfiguration } from '../../contract/configuration.ts';
import { NOT_FOUND_PAGE } from '../../contract/not-found-page.ts';
import type { PartnerId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { isPresent, type Partner } from '../../domain/partner.ts';
import { markChangedFeeds } from '../configuration/changed-feeds.ts';
import {
  readConfiguration,
  storeConfiguration,
  type VersionedConfiguration,
} from '../configuration/stored-configuration.ts';
import { alignPartners } from '../partners/align.ts';
import { refuseOverflow } from '../partners/edge-entries.ts';
import { storePartners } from '../partners/store-partners.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { configurationAfter } from './configuration-after.ts';
import { configurationDifferences } from './configuration-differences.ts';
import type { Difference } from './difference.ts';
import { grantsOf } from './grants.ts';
import { partnerDifferences } from './partner-differences.ts';
import { partnersAfter } from './partners-after.ts';

export interface Applied {
  /** What is added, changed or removed, and the effects on readers and sources. */
  differences: Difference[];
  /** Every right that is given to somebody, one line each. */
  grants: string[];
  /** What a command decided and the file does not change, one line each. */
  kept: string[];
  /**
   * New tokens for sources that had none, by source. Only this answer contains them; the pipeline stores their
   * hashes.
   */
  newTokens: Record<string, string>;
  /** The tokens of partners that are new, by partner; likewise only in this answer. */
  newPartnerTokens: Record<string, string>;
}

/**
 * Finds the differences between the configuration in force and the file and, unless it is a dry run, puts the file in
 * force. A dry run changes nothing and makes no tokens.
 */
export async function apply(
  pipeline: Pipeline,
  { file, dryRun = false }: { file: ConfigurationFile; dryRun?: boolean },
  waiting: Waiting,
): Promise<Done<Applied>> {
  const [{ configuration: before, etag }, stored] = await Promise.all([
    readConfiguration(pipeline),
    pipeline.partners.readableList(),
  ]);
  const partnersBefore = stored.partners.map(({ partner }) => partner);
  const { configuration, newTokens } = configurationAfter(file, before, pipeline);
  const { partners, newPartnerTokens, kept } = partnersAfter(file.partners, partnersBefore, pipeline);
  const refusal =
    refuseUnreadable(file.partners, stored.unreadable) ??
    refuseLostChannels(configuration, partners) ??
    refuseOverflow(partners);
  if (refusal !== undefined) return refusal;
  const now = instantOf(pipeline.now());
  const [was, is] = [partnersBefore.filter(isPresent), partners.filter(isPresent)];
  const differences = [
    ...configurationDifferences(before, configuration, is),
    ...partnerDifferences(was, is, now),
  ];
  const grants = grantsOf({ before, after: configuration }, { before: was, after: is }, now);
  const found = { differences, grants, kept };
  if (dryRun) return done({ ...found, newTokens: {}, newPartnerTokens: {} });
  await pipeline.feedBucket.putIfAbsent(NOT_FOUND_PAGE.key, NOT_FOUND_PAGE);
  // Partners are stored first. If a later step fails, the new tokens of partners are lost, and a rotation replaces
  // them. A lost token of a source could not be replaced.
  const failure =
    (await storePartners(stored.partners, partners, pipeline)) ??
    (differences.length === 0
      ? undefined
      : await putInForce(configuration, { configuration: before, etag }, pipeline));
  if (failure !== undefined) return failure;
  // This runs even if there is no difference: it completes what an earlier run left undone when it crashed.
  const aligned = await alignPartners(pipeline, waiting);
  return aligned ?? done({ ...found, newTokens, newPartnerTokens });
}

async function putInForce(
  configuration: StoredConfiguration,
  before: VersionedConfiguration,
  pipeline: Pipeline,
): Promise<Refusal | undefined> {
  if ((await storeConfiguration(configuration, before.etag, pipeline)) === 'refused') {
    return failed(
      'configuration-changed',
      'somebody else applied a configuration at the same time',
      'Look at that configuration, then apply yours again. Give a new token to each partner that this run added.',
    );
  }
  await markChangedFeeds(before.configuration, configuration, pipeline);
  return undefined;
}

/** Returns a failure if the file lists a partner whose row cannot be decoded: it would replace what nobody has read. */
function refuseUnreadable(
  listed: ConfigurationFile['partners'] = [],
  unreadable: readonly PartnerId[],
): Refusal | undefined {
  const found = unreadable.find((id) => listed.some((partner) => partner.id === id));
  if (found === undefined) return undefined;
  return failed(
    'partner-unreadable',
    `the stored row of partner ${found} cannot be decoded`,
    'Repair the row, or deploy the version of Wiredesk that wrote it. Nothing was applied.',
  );
}

/** Returns a failure if the file removes a channel that a partner still reads. */
function refuseLostChannels(
  { channels }: StoredConfiguration,
  partners: readonly Partner[],
): Refusal | undefined {
  const known = new Set(channels.map(({ id }) => id));
  for (const { id, subscriptions } of partners) {
    const lost = subscriptions.find(({ channel }) => !known.has(channel));
    if (lost === undefined) continue;
    return failed(
      'channel-in-use',
      `partner ${id} reads the channel ${lost.channel} as ${lost.alias}, and the file has no such channel`,
      `Keep the channel, or first end the subscription ${lost.alias} of partner ${id}. Nothing was applied.`,
    );
  }
  return undefined;
}
