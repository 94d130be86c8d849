import { randomBytes } from 'node:crypto';
import type {
  ConfigurationFile,
  PartnerEntry,
  StoredConfiguration,
} from '../shared/contract/configuration.ts';
import { NOT_FOUND_PAGE } from '../shared/contract/not-found-page.ts';
import type { VersionedPartner } from '../shared/contract/stores.ts';
import { sha256 } from '../shared/domain/identity.ts';
import type { Partner } from '../shared/domain/partner.ts';
import { readConfiguration, storeConfiguration, wakeFeeds } from './configuration.ts';
import { configurationDifferences, type Difference, partnerDifferences } from './differences.ts';
import { Failure } from './failure.ts';
import { bringIntoLine, storePartners } from './partners.ts';
import { refuseOverflow } from './partners-at-edge.ts';
import type { Pipeline } from './pipeline.ts';
import type { Working } from './wait.ts';

export interface Applied {
  /** What is added, changed or removed, and what that does to whom. */
  differences: Difference[];
  /** Tokens made for sources that had none: shown once, kept nowhere but with their holder. */
  newTokens: Record<string, string>;
  /** The same for partners. */
  newPartnerTokens: Record<string, string>;
}

export interface ApplyOptions extends Working {
  dryRun?: boolean;
}

/** The difference between what is in force and the file; and, unless it is a dry run, puts the file in force. */
export async function apply(
  file: ConfigurationFile,
  pipeline: Pipeline,
  { dryRun = false, ...working }: ApplyOptions,
): Promise<Applied> {
  const [{ configuration: before, etag }, partnersBefore] = await Promise.all([
    readConfiguration(pipeline),
    pipeline.partners.list(),
  ]);
  const { configuration: after, newTokens } = configurationAfter(file, before, pipeline);
  const { partners, newPartnerTokens } = partnersAfter(file.partners, partnersBefore, pipeline);
  refuseLostChannels(after, partners);
  refuseOverflow(partners);
  const differences = [
    ...configurationDifferences(before, after, partners),
    ...partnerDifferences(
      partnersBefore.map(({ partner }) => partner),
      partners,
      pipeline.now().toISOString(),
    ),
  ];
  if (dryRun) return { differences, newTokens: {}, newPartnerTokens: {} };
  await pipeline.feedBucket.putIfAbsent(NOT_FOUND_PAGE.key, NOT_FOUND_PAGE);
  if (differences.length > 0) {
    // Partners first: a token of theirs that is lost in what follows can be made anew, a source's cannot.
    await storePartners(partnersBefore, partners, pipeline);
    if ((await storeConfiguration(after, etag, pipeline)) === 'refused') {
      throw new Failure(
        'somebody else has applied a configuration at this moment',
        'Look at it and apply again; "wiredesk partner rotate" gives new partners a token.',
      );
    }
    await wakeFeeds(before, after, pipeline);
  }
  // Also without a difference: what a crash left undone is found here.
  await bringIntoLine(pipeline, working);
  return { differences, newTokens, newPartnerTokens };
}

function configurationAfter(
  file: ConfigurationFile,
  before: StoredConfiguration | undefined,
  pipeline: Pipeline,
): { configuration: StoredConfiguration; newTokens: Record<string, string> } {
  const newTokens: Record<string, string> = {};
  const sources = file.sources.map((source) => {
    const tokenHashes = before?.sources.find(({ id }) => id === source.id)?.tokenHashes ?? [];
    if (tokenHashes.length > 0) return { ...source, tokenHashes };
    const token = pipeline.tokens[source.id] ?? newToken();
    newTokens[source.id] = token;
    return { ...source, tokenHashes: [sha256(token)] };
  });
  const { publisher, channels } = file;
  const feedsUrl = publisher.feeds ?? pipeline.outputs.feedsUrl;
  const partnerFeeds = before?.partnerFeeds ?? [];
  return { configuration: { publisher, feedsUrl, sources, channels, partnerFeeds }, newTokens };
}

/** A secret that nobody guesses: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The partners the file asks for, with what the table alone knows of them; the table's where the file has none. */
function partnersAfter(
  entries: readonly PartnerEntry[] | undefined,
  before: readonly VersionedPartner[],
  pipeline: Pipeline,
): { partners: Partner[]; newPartnerTokens: Record<string, string> } {
  const newPartnerTokens: Record<string, string> = {};
  if (entries === undefined) return { partners: before.map(({ partner }) => partner), newPartnerTokens };
  const known = new Map(before.map(({ partner }) => [partner.id, partner]));
  const now = pipeline.now().toISOString();
  const partners = entries.map((entry) => {
    const old = known.get(entry.id);
    if (old !== undefined) return partnerOf(entry, old, old.tokens, now);
    const token = newToken();
    newPartnerTokens[entry.id] = token;
    return partnerOf(entry, undefined, [{ hash: sha256(token), created: now }], now);
  });
  return { partners, newPartnerTokens };
}

function partnerOf(
  { id, name, disabled, subscriptions }: PartnerEntry,
  old: Partner | undefined,
  tokens: Partner['tokens'],
  now: string,
): Partner {
  return {
    id,
    name,
    ...(disabled && { disabled: old?.disabled ?? now }),
    tokens,
    subscriptions: subscriptions.map(({ delay = 0, until, ...rest }) => {
      const apart = old?.subscriptions.some((one) => one.alias === rest.alias && one.apart) ?? false;
      return {
        ...rest,
        delayMinutes: delay,
        ...(until && { until }),
        ...(apart && { apart: true as const }),
      };
    }),
  };
}

/** A channel that partners read does not go as long as they do. */
function refuseLostChannels({ channels }: StoredConfiguration, partners: readonly Partner[]): void {
  const known = new Set(channels.map(({ id }) => id));
  for (const { id, subscriptions } of partners) {
    const lost = subscriptions.find(({ channel }) => !known.has(channel));
    if (lost === undefined) continue;
    throw new Failure(
      `partner ${id} reads the channel ${lost.channel} as ${lost.alias}, and the file has no such channel`,
      `Keep the channel, or first run "wiredesk partner unsubscribe ${id} ${lost.alias}". Nothing was applied.`,
    );
  }
}
