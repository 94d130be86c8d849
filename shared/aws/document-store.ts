import type { DocumentStore } from '../contract/stores.ts';
import type { Bucket } from './bucket.ts';

/**
 * CloudFront keeps copies for one minute and never serves an expired one: a withdrawn article must not be shown again
 * while the origin is unavailable.
 */
const CACHE_CONTROL = 'max-age=60, stale-if-error=0';

export function openDocumentStore(bucket: Bucket): DocumentStore {
  return {
    etag: bucket.etag,
    etags: bucket.etags,
    async get(key) {
      return (await bucket.get(key))?.bytes;
    },
    put(key, document, expected) {
      const object = { ...document, cacheControl: CACHE_CONTROL };
      return expected === undefined
        ? bucket.putIfAbsent(key, object)
        : bucket.putIfMatch(key, object, expected);
    },
    remove: bucket.remove,
  };
}
