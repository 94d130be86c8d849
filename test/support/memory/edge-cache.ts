import type { EdgeCache } from '../../../shared/contract/stores.ts';

/** The paths of each invalidation, by the caller's reference. A repeated request is recognised by its reference. */
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
