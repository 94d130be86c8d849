import type { ConfigurationFile, PartnerEntry, StoredConfiguration } from '../../contract/configuration.ts';
import { sha256 } from '../../domain/identity.ts';
import { type Instant, instantOf } from '../../domain/instant.ts';
import type { Partner } from '../../domain/partner.ts';
import { accessOf, accessWith } from '../../domain/source.ts';
import type { Pipeline } from '../pipeline.ts';

/** The parts of a pipeline that computing the next configuration needs. */
type MakingPipeline = Pick<Pipeline, 'outputs' | 'now' | 'newToken'>;

/** The configuration that a file asks for, and new tokens, by source, for the sources that have no token. */
export function configurationAfter(
  file: ConfigurationFile,
  before: StoredConfiguration | undefined,
  pipeline: MakingPipeline,
): { configuration: StoredConfiguration; newTokens: Record<string, string> } {
  const newTokens: Record<string, string> = {};
  const sources = file.sources.map((source) => {
    const old = before?.sources.find(({ id }) => id === source.id);
    // Commands decide the rights of a source, so a file keeps them. A source that was removed is new when it comes
    // back, and its earlier tokens are never accepted again.
    if (old !== undefined && (old.tokenHashes.length > 0 || old.disabled !== undefined)) {
      return { ...source, ...accessOf(old) };
    }
    const token = pipeline.newToken();
    newTokens[source.id] = token;
    const made = { hash: sha256(token), created: instantOf(pipeline.now()) };
    return { ...source, ...accessWith([made], undefined) };
  });
  const { publisher, channels } = file;
  const feedsUrl = publisher.feeds ?? pipeline.outputs.feedsUrl;
  const partnerFeeds = before?.partnerFeeds ?? [];
  return { configuration: { publisher, feedsUrl, sources, channels, partnerFeeds }, newTokens };
}

/**
 * The partners that a file asks for, and tokens for new partners. A partner that exists keeps its tokens and its
 * dedicated feeds, which are not in the file. A file without `partners` changes no partner.
 */
export function partnersAfter(
  entries: readonly PartnerEntry[] | undefined,
  before: readonly Partner[],
  pipeline: MakingPipeline,
): { partners: Partner[]; newPartnerTokens: Record<string, string> } {
  const newPartnerTokens: Record<string, string> = {};
  if (entries === undefined) return { partners: [...before], newPartnerTokens };
  const known = new Map(before.map((partner) => [partner.id, partner]));
  const now = instantOf(pipeline.now());
  const partners = entries.map((entry) => {
    const old = known.get(entry.id);
    if (old !== undefined) return partnerOf(entry, old, now);
    const token = pipeline.newToken();
    newPartnerTokens[entry.id] = token;
    return partnerOf(entry, { tokens: [{ hash: sha256(token), created: now }] }, now);
  });
  return { partners, newPartnerTokens };
}

function partnerOf(
  { id, name, disabled, subscriptions }: PartnerEntry,
  old: Pick<Partner, 'tokens'> & Partial<Partner>,
  now: Instant,
): Partner {
  const dedicated = new Set(old.subscriptions?.filter(({ apart }) => apart).map(({ alias }) => alias));
  return {
    id,
    name,
    ...(disabled && { disabled: old.disabled ?? now }),
    tokens: old.tokens,
    subscriptions: subscriptions.map(({ delay = 0, until, ...entry }) => ({
      ...entry,
      delayMinutes: delay,
      ...(until && { until }),
      ...(dedicated.has(entry.alias) && { apart: true as const }),
    })),
  };
}
