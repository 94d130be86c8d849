import { objectKeys } from '../../../shared/contract/keys.ts';
import { decodeEnvelope } from '../../../shared/contract/stored/envelope.ts';
import type { RawStore } from '../../../shared/contract/stores.ts';
import { MemoryStorage } from './storage.ts';

/**
 * A raw store in memory. It calls `onCreated` with the key of each new object; on AWS, the raw bucket sends an event
 * to the normalise queue instead.
 */
export function memoryRawStore(
  onCreated: (key: string) => void = () => {},
  storage = new MemoryStorage(),
): RawStore {
  const envelopes = storage.objects<string>('envelope');
  const contents = storage.objects<Uint8Array>('raw');

  return {
    async put(envelope, bytes) {
      const key = objectKeys.raw(envelope.source, envelope.receipt);
      if (envelopes.has(key)) return 'refused';
      envelopes.set(key, JSON.stringify(envelope));
      contents.set(key, Uint8Array.from(bytes));
      onCreated(key);
      return 'written';
    },
    async get(key) {
      const text = envelopes.get(key);
      const bytes = contents.get(key);
      return text === undefined || bytes === undefined
        ? undefined
        : { envelope: decodeEnvelope(text, key), bytes: Uint8Array.from(bytes) };
    },
  };
}
