import type { DocumentStore, StoredDocument } from '../../shared/contract/stores.ts';

/** A document as it should stand at its key. */
export interface Wanted {
  key: string;
  etag: string;
  document: StoredDocument;
}

/**
 * Puts the documents that differ from what is stored, each only over the ETag that was read. If that has changed, the
 * document is in place all the same when its bytes are the wanted ones; otherwise another publisher was here, and its
 * work has to be looked at again.
 */
export async function place(
  wanted: readonly Wanted[],
  stored: ReadonlyMap<string, string | undefined>,
  store: DocumentStore,
): Promise<'placed' | 'in place' | 'overtaken'> {
  if (wanted.every(({ key, etag }) => stored.get(key) === etag)) return 'in place';
  const placed = await Promise.all(
    wanted.map((document) => placeOne(document, stored.get(document.key), store)),
  );
  return placed.every(Boolean) ? 'placed' : 'overtaken';
}

async function placeOne(
  { key, etag, document }: Wanted,
  found: string | undefined,
  store: DocumentStore,
): Promise<boolean> {
  if (found === etag) return true;
  if ((await store.put(key, document, found)) === 'written') return true;
  return (await store.etag(key)) === etag;
}
