import { createHash } from 'node:crypto';
import type { DocumentStore } from '../../../shared/contract/stores.ts';

/** ETag of a single-part object on S3: its MD5, quoted as RFC 9110 section 8.8.3 has it. */
export const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** `placed` is told of each document as it is put. */
export function memoryDocumentStore(
  placed: (key: string, bytes: Uint8Array) => void = () => {},
): DocumentStore {
  const documents = new Map<string, { bytes: Uint8Array; etag: string }>();

  return {
    etag: async (key) => documents.get(key)?.etag,
    async get(key) {
      const document = documents.get(key);
      return document && Uint8Array.from(document.bytes);
    },
    async put(key, { bytes }, expected) {
      if (documents.get(key)?.etag !== expected) return 'refused';
      documents.set(key, { bytes: Uint8Array.from(bytes), etag: etagOf(bytes) });
      placed(key, bytes);
      return 'written';
    },
    async remove(key) {
      documents.delete(key);
    },
  };
}
