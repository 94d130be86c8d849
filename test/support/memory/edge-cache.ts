import type { EdgeCache } from '../../../shared/contract/stores.ts';

/** The paths that were invalidated. The key is the caller's reference, by which a repeated request is recognised. */
export type Invalidated = ReadonlyMap<string, readonly string[]>;

export function memoryEdgeCache(): EdgeCache & { invalidated: Invalidated } {
  const invalidated = new Map<string, readonly string[]>();
  return {
    invalidated,
    async invalidate(paths, reference) {
      const known = invalidated.get(reference);
      if (known !== undefined && known.join() !== paths.join())
        throw new Error(`the reference ${reference} was used before with other paths`);
      invalidated.set(reference, [...paths]);
    },
  };
}
