import type { Instant } from '../domain/instant.ts';
import { DEFAULT_RETENTION, expiryOf, type Retention } from '../domain/retention.ts';
import type { ConfigurationStore } from './stores.ts';

/**
 * The attribute `ttl` of a row that records something of `since`: after this second since 1970 DynamoDB may remove the
 * row, normally within days. Until then the row is read as before, so no reader depends on it. Empty for a row that is
 * kept for ever.
 */
export type Expiry = (kept: keyof Retention, since: Instant) => Promise<{ ttl?: number }>;

/** The expiry by the retention in force. */
export function expiryBy(configuration: Pick<ConfigurationStore, 'recent'>, now: () => Date): Expiry {
  return async (kept, since) => {
    const retention = (await configuration.recent())?.retention ?? DEFAULT_RETENTION;
    const ttl = expiryOf({ since, now: now() }, retention[kept]);
    return ttl === undefined ? {} : { ttl };
  };
}
