import type { PublishServices } from './services.ts';
import type { WantedDocument } from './rules/documents.ts';

/**
 * Puts the documents that differ from the stored ones, each only if its ETag is still the one that was read
 * (`stored`). If the ETag has changed and the stored bytes are the wanted bytes, the document is in place. Otherwise
 * another publisher has put other bytes, and the whole publish has to start again.
 */
export async function putDocuments(
  wanted: readonly WantedDocument[],
  stored: ReadonlyMap<string, string | undefined>,
  documents: Pick<PublishServices['documents'], 'put' | 'etag'>,
): Promise<'put' | 'in place' | 'overtaken'> {
  if (wanted.every(({ key, etag }) => stored.get(key) === etag)) return 'in place';
  const inPlace = await Promise.all(
    wanted.map((document) => putDocument(document, stored.get(document.key), documents)),
  );
  return inPlace.every(Boolean) ? 'put' : 'overtaken';
}

async function putDocument(
  { key, etag, document }: WantedDocument,
  storedEtag: string | undefined,
  documents: Pick<PublishServices['documents'], 'put' | 'etag'>,
): Promise<boolean> {
  if (storedEtag === etag) return true;
  if ((await documents.put(key, document, storedEtag)) === 'written') return true;
  return (await documents.etag(key)) === etag;
}
