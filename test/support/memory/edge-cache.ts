import type { EdgeCache } from '../../../shared/contract/stores.ts';

/** Paths by the reference they were forgotten under. */
export type Forgotten = ReadonlyMap<string, readonly string[]>;

export function memoryEdgeCache(): EdgeCache & { forgotten: Forgotten } {
  const forgotten = new Map<string, readonly string[]>();
  return {
    forgotten,
    async forget(paths, reference) {
      const same = forgotten.get(reference);
      if (same !== undefined && same.join() !== paths.join()) throw new Error(`${reference} is taken`);
      forgotten.set(reference, [...paths]);
    },
  };
}
