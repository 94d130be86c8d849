import { objectKeys } from '../../../shared/contract/keys.ts';
import type { Envelope } from '../../../shared/contract/messages.ts';
import type { RawStore } from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

/** `created` is told the key of each new object, as the bucket's notifications tell the normalise queue. */
export function memoryRawStore(created: (key: string) => void = () => {}, cabinet = new Cabinet()): RawStore {
  const envelopes = cabinet.shelf<Envelope>('envelope');
  const contents = cabinet.bytes('raw');

  return {
    async put(envelope, bytes) {
      const key = objectKeys.raw(envelope.source, envelope.receipt);
      if (!envelopes.add(key, envelope)) return 'refused';
      contents.set(key, Uint8Array.from(bytes));
      created(key);
      return 'written';
    },
    async get(key) {
      const envelope = envelopes.get(key);
      const bytes = contents.get(key);
      return envelope && bytes && { envelope, bytes: Uint8Array.from(bytes) };
    },
  };
}
