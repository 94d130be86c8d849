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
): Promise<'placed' | 'overtaken'> {
  for (const { key, etag, document } of wanted) {
    const found = stored.get(key);
    if (found === etag) continue;
    if ((await store.put(key, document, found)) === 'written') continue;
    if ((await store.etag(key)) !== etag) return 'overtaken';
  }
  return 'placed';
}
