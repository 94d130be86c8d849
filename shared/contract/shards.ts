/** DIRTY, DUE and WAKE rows are spread over this many partitions. A tick reads each partition once. */
export const DIRTY_SHARDS = 8;
export const DUE_SHARDS = 4;
export const WAKE_SHARDS = 4;

/**
 * The shard of an id, by the hash FNV-1a of its UTF-16 code units. This hash spreads ids evenly, and every function
 * computes the same shard for an id.
 */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash % shards;
}

/** The partition keys of all shards. `prefix` ends in `#`. */
export const partitionsOf = (prefix: string, shards: number): string[] =>
  Array.from({ length: shards }, (_, shard) => `${prefix}${shard}`);
