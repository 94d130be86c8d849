import type { FragmentCache, ItemResult } from './items.ts';

/** With items of 8 kB in three formats, the cache takes about 100 MB of memory. */
const MAX_CACHED_ITEMS = 4000;

/**
 * A cache in memory of the `limit` rendered items that were used last. A rendered item depends only on its key. So a
 * function that keeps running renders only the items that changed, and a function that has just started renders the
 * same bytes as the function before it.
 */
export function createFragmentCache(limit = MAX_CACHED_ITEMS): FragmentCache {
  const results = new Map<string, ItemResult>();
  return {
    get(key, render) {
      const result = results.get(key) ?? render();
      results.delete(key);
      results.set(key, result);
      if (results.size > limit) results.delete(results.keys().next().value ?? '');
      return result;
    },
  };
}
