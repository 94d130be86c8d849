import { objectKeys } from '../contract/keys.ts';
import type { Envelope } from '../contract/messages.ts';
import { FORMAT } from '../contract/stored/format.ts';
import { decodeEnvelope } from '../contract/stored/envelope.ts';
import type { RawObject, RawStore } from '../contract/stores.ts';
import type { Bucket, ObjectToStore } from './bucket.ts';

/** S3 allows 2 kB of user metadata in ASCII, so the envelope is JSON in base64url under one name. */
export const METADATA_NAME = 'wiredesk-envelope';

export function openRawStore(bucket: Bucket): RawStore {
  return {
    put: (envelope, bytes) =>
      bucket.putIfAbsent(objectKeys.raw(envelope.source, envelope.receipt), rawObject({ envelope, bytes })),
    async get(key) {
      const object = await bucket.get(key);
      if (object === undefined) return undefined;
      const text = Buffer.from(object.metadata[METADATA_NAME] ?? '', 'base64url').toString('utf8');
      return { envelope: decodeEnvelope(text, key), bytes: object.bytes };
    },
  };
}

/** A raw object as it is stored in S3. */
export function rawObject({ envelope, bytes }: RawObject): ObjectToStore {
  return {
    bytes,
    mediaType: 'application/octet-stream',
    metadata: { [METADATA_NAME]: packEnvelope(envelope) },
  };
}

/** The envelope as a value of the object's metadata. */
export function packEnvelope(envelope: Envelope): string {
  return Buffer.from(JSON.stringify({ ...envelope, format: FORMAT }), 'utf8').toString('base64url');
}
