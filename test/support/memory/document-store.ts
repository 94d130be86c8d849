import { createHash } from 'node:crypto';
import type { DocumentStore } from '../../../shared/contract/stores.ts';
import { MemoryStorage } from './storage.ts';

/** The ETag that S3 gives to a single-part object: its MD5, in quotes (RFC 9110 section 8.8.3). */
export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** Called after each document that is put. `before`: the bytes that it replaced. */
export type OnPut = (key: string, bytes: Uint8Array, before: Uint8Array | undefined) => void;

export function memoryDocumentStore(onPut: OnPut = () => {}, storage = new MemoryStorage()): DocumentStore {
  const documents = storage.objects<Uint8Array>('document');
  const etags = storage.objects<string>('etag');

  return {
    etag: async (key) => etags.get(key),
    async etags(after, before) {
      const between = [...etags].filter(([key]) => key > after && key < before);
      return new Map(between.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    async get(key) {
      const bytes = documents.get(key);
      return bytes && Uint8Array.from(bytes);
    },
    async put(key, { bytes }, expected) {
      if (etags.get(key) !== expected) return 'refused';
      const before = documents.get(key);
      documents.set(key, Uint8Array.from(bytes));
      etags.set(key, etagOf(bytes));
      onPut(key, bytes, before);
      return 'written';
    },
    async remove(key) {
      documents.delete(key);
      etags.delete(key);
    },
  };
}
