import type { Partner } from '../domain/partner.ts';

/**
 * What the edge knows of a partner: one entry of the CloudFront KeyValueStore, key = the partner's id, value = this
 * text: `hash[~end],…|alias:feed[~end],…`. Hashes are truncated SHA-256, ends are in seconds since 1970.
 * functions/edge/viewer-request.js reads it; test/functions/edge/viewer-request.test.ts holds the two together.
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

/** The feeds that an entry's aliases read. */
export function feedsOfEdgeRecord(value: string): Map<string, string> {
  const [, feeds = ''] = value.split('|');
  const pairs = feeds.split(',').map((part) => part.replace(/~\d+$/, '').split(':'));
  return new Map(pairs.flatMap(([alias, feed]) => (alias && feed ? [[alias, feed] as const] : [])));
}

/** What does not fit into the edge's store, by name; undefined if all does. */
export function edgeOverflow(entries: ReadonlyMap<string, string>): string | undefined {
  let total = 0;
  for (const [partner, value] of [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value.length > EDGE_LIMITS.value) {
      return `partner ${partner} needs ${value.length} bytes at the edge, where an entry has ${EDGE_LIMITS.value}`;
    }
    total += partner.length + value.length;
    if (total > EDGE_LIMITS.store) {
      return `with partner ${partner} the partners outgrow the edge's store of ${EDGE_LIMITS.store} bytes`;
    }
  }
  return undefined;
}
