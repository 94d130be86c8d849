import type { Rendering } from './documents.ts';

/**
 * Fragments that were rendered before. One depends on the revision, the channel and the profile alone, so a warm
 * function renders only what changed; a cold one renders the same bytes again.
 */
export interface FragmentCache {
  get(key: string, render: () => Rendering): Rendering;
}

/** Keeps the `limit` fragments that were used last. */
export function createFragmentCache(limit: number): FragmentCache {
  const kept = new Map<string, Rendering>();
  return {
    get(key, render) {
      const rendering = kept.get(key) ?? render();
      kept.delete(key);
      kept.set(key, rendering);
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? '');
      return rendering;
    },
  };
}
