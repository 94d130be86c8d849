import { METADATA_NAME, packEnvelope } from '../../../shared/aws/raw-store.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import type { Envelope } from '../../../shared/contract/messages.ts';
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
      refuseLargeMetadata(envelope);
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

/** S3 refuses an object with more user metadata (S3 User Guide, "Working with object metadata"). */
function refuseLargeMetadata(envelope: Envelope): void {
  const size = METADATA_NAME.length + packEnvelope(envelope).length;
  if (size > 2048) throw new Error(`the metadata has ${size} bytes`);
}
