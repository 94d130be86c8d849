import type { Drafted } from '../draft/draft.ts';

/** The place of an item that was erased. `killed`: it was the withdrawal of its article, which still stands. */
export interface ErasedItem {
  erased: string;
  killed?: true;
}

/** An item of a submission after an erasure: as it was read, or erased. Each keeps its place. */
export type RemainingItem = Drafted | ErasedItem;

/**
 * What stands in the raw bucket for a submission of which an article was erased: its other items as they were read.
 * Taking one item out of the bytes as they came would need a writer for every format, encoding and compression, and
 * could leave something behind.
 */
export function writeRemaining(items: readonly RemainingItem[]): Uint8Array {
  return Buffer.from(JSON.stringify({ items }));
}

/** Reads back what `writeRemaining` wrote. Nobody else writes it, so that its form is not questioned. */
export function readRemaining(bytes: Uint8Array): RemainingItem[] {
  const { items } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { items: RemainingItem[] };
  return items;
}

export function isErasedItem(item: RemainingItem): item is ErasedItem {
  return 'erased' in item;
}
