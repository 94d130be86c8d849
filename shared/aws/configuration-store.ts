import { objectKeys } from '../contract/keys.ts';
import type { StoredConfiguration } from '../contract/configuration.ts';
import { decodeConfiguration } from '../contract/stored/configuration.ts';
import type { ConfigurationStore } from '../contract/stores.ts';
import type { Bucket } from './bucket.ts';

/**
 * How old the configuration that `recent` returns can be. After a token is revoked, it may still be accepted for this
 * long.
 */
const RECENT_MILLISECONDS = 5000;

/**
 * Reads the configuration object; its bytes are fetched again only when its ETag has changed. Calls that come while a
 * request is running share its answer, so a batch of messages makes one request.
 */
export function openConfigurationStore(bucket: Bucket, now: () => Date): ConfigurationStore {
  let cached: { etag: string; configuration: StoredConfiguration } | undefined;
  let readAt = 0;
  let underWay: Promise<StoredConfiguration | undefined> | undefined;

  async function read(): Promise<StoredConfiguration | undefined> {
    readAt = now().getTime();
    const object = cached
      ? await bucket.getIfChanged(objectKeys.configuration, cached.etag)
      : await bucket.get(objectKeys.configuration);
    if (object === 'unchanged') return cached?.configuration;
    if (object === undefined) return undefined;
    const text = Buffer.from(object.bytes).toString('utf8');
    cached = { etag: object.etag, configuration: decodeConfiguration(text) };
    return cached.configuration;
  }

  const current = (): Promise<StoredConfiguration | undefined> =>
    (underWay ??= read().finally(() => (underWay = undefined)));

  return {
    current,
    recent: async () =>
      cached && Math.abs(now().getTime() - readAt) < RECENT_MILLISECONDS ? cached.configuration : current(),
  };
}
