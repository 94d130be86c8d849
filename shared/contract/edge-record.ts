import type { Partner } from '../domain/partner.ts';

/**
 * What the edge knows of a partner: one entry of the CloudFront KeyValueStore, key = the partner's id, value = this
 * text: `hash[~end],…|alias:feed[~end],…`. Hashes are truncated SHA-256, ends are in seconds since 1970.
 * functions/edge/viewer-request.js reads it; test/infra/edge.test.ts holds the two together.
 */

/** Hex digits of a token's hash that the edge compares: 128 bits. */
export const EDGE_HASH_DIGITS = 32;

/** CloudFront Developer Guide, "Quotas on key value stores": bytes. */
export const EDGE_LIMITS = { key: 512, value: 1024, store: 5 * 1024 * 1024 } as const;

/** The entry of a partner; undefined for one that gets nothing. `feedOf` gives the feed each alias reads now. */
export function edgeRecord(
  { disabled, tokens, subscriptions }: Partner,
  feedOf: (alias: string) => string | undefined,
): string | undefined {
  const feeds = subscriptions.flatMap(({ alias, until }) => {
    const feed = feedOf(alias);
    return feed === undefined ? [] : [`${alias}:${feed}${endOf(until)}`];
  });
  if (disabled !== undefined || tokens.length === 0) return undefined;
  const hashes = tokens.map(({ hash, until }) => `${hash.slice(0, EDGE_HASH_DIGITS)}${endOf(until)}`);
  return `${hashes.join(',')}|${feeds.join(',')}`;
}

const endOf = (until: string | undefined): string =>
  until === undefined ? '' : `~${Math.floor(Date.parse(until) / 1000)}`;
