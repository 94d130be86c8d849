import type { FeedId, PartnerId } from '../domain/identity.ts';
import { type Instant, instantAt } from '../domain/instant.ts';
import type { Partner } from '../domain/partner.ts';

/**
 * A partner's entry in the CloudFront KeyValueStore. The key is the partner's id, the value is a text of this form:
 * `hash[~end],…|alias:feed[~end],…`. Hashes are truncated SHA-256; ends are seconds since 1970.
 * functions/edge/viewer-request.js reads the entries that this file writes. The tests in test/functions/edge check
 * that both agree on this form.
 */

/** How many hex digits of a token's hash the viewer-request function compares: 128 bits. */
export const EDGE_HASH_DIGITS = 32;

/**
 * The limits of the KeyValueStore for a key, a value and the whole store, in bytes (CloudFront Developer Guide,
 * "Quotas on key value stores").
 */
export const EDGE_LIMITS = { key: 512, value: 1024, store: 5 * 1024 * 1024 } as const;

/**
 * The entry of a partner; undefined for a partner that is disabled or has no token. `feedOf` returns the id of the
 * feed that an alias reads now.
 */
export function edgeRecord(
  { disabled, tokens, subscriptions }: Partner,
  feedOf: (alias: string) => FeedId | undefined,
): string | undefined {
  const feeds = subscriptions.flatMap(({ alias, until }) => {
    const feed = feedOf(alias);
    return feed === undefined ? [] : [`${alias}:${feed}${endOf(until)}`];
  });
  if (disabled !== undefined || tokens.length === 0) return undefined;
  const hashes = tokens.map(({ hash, until }) => `${hash.slice(0, EDGE_HASH_DIGITS)}${endOf(until)}`);
  return `${hashes.join(',')}|${feeds.join(',')}`;
}

/** The form has no sign, so an end before 1970 is written as 1970. */
const endOf = (until: Instant | undefined): string =>
  until === undefined ? '' : `~${Math.max(0, Math.floor(Date.parse(until) / 1000))}`;

const SUBSCRIPTION = /^([^:,|~]+):([^:,|~]+)(?:~(\d+))?$/;

/**
 * The ids of the feeds that a partner's aliases read, by alias. A newer version may add parts after another `|`. A
 * subscription that is not written as `alias:feed` or `alias:feed~end` is left out of the result: the viewer-request
 * function does not accept it either, and the next `wiredesk apply` writes the entry again.
 */
export function feedsOfEdgeRecord(value: string): Map<string, FeedId> {
  return new Map(subscriptionsOfEdgeRecord(value).map(({ alias, feed }) => [alias, feed]));
}

/** The subscriptions of an entry as the viewer-request function reads them, with their ends. */
export function subscriptionsOfEdgeRecord(value: string): { alias: string; feed: FeedId; ends?: Instant }[] {
  const [, feeds = ''] = value.split('|');
  return feeds.split(',').flatMap((part) => {
    const [, alias, feed, end] = SUBSCRIPTION.exec(part) ?? [];
    if (alias === undefined || feed === undefined) return [];
    return [
      { alias, feed: feed as FeedId, ...(end !== undefined && { ends: instantAt(Number(end) * 1000) }) },
    ];
  });
}

/** Why the entries do not fit into the KeyValueStore; undefined if they fit. */
export function edgeOverflow(entries: ReadonlyMap<PartnerId, string>): string | undefined {
  let total = 0;
  for (const [partner, value] of [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value.length > EDGE_LIMITS.value) {
      return `partner ${partner} needs ${value.length} bytes in the KeyValueStore; an entry has at most ${EDGE_LIMITS.value}`;
    }
    total += partner.length + value.length;
    if (total > EDGE_LIMITS.store) {
      return `with partner ${partner} the entries need more than the ${EDGE_LIMITS.store} bytes of the KeyValueStore`;
    }
  }
  return undefined;
}
