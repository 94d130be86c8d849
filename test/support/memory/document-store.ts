import { createHash } from 'node:crypto';
import type { DocumentStore } from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

/** ETag of a single-part object on S3: its MD5, quoted as RFC 9110 section 8.8.3 has it. */
export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** `placed` is told of each document as it is put. */
export function memoryDocumentStore(
  placed: (key: string, bytes: Uint8Array) => void = () => {},
  cabinet = new Cabinet(),
): DocumentStore {
  const documents = cabinet.bytes('document');
  const etags = cabinet.shelf<string>('etag');

  return {
    etag: async (key) => etags.get(key),
    async etags(after, before) {
      const keys = etags.keys().filter((key) => key > after && key < before);
      return new Map(keys.map((key) => [key, etags.get(key) ?? '']));
    },
    async get(key) {
      const bytes = documents.get(key);
      return bytes && Uint8Array.from(bytes);
    },
    async put(key, { bytes }, expected) {
      if (etags.get(key) !== expected) return 'refused';
      documents.set(key, Uint8Array.from(bytes));
      etags.set(key, etagOf(bytes));
      placed(key, bytes);
      return 'written';
    },
    async remove(key) {
      documents.delete(key);
      etags.delete(key);
    },
  };
}
