import { envelope, type Envelope } from '../contract/messages.ts';
import { objectKeys } from '../contract/keys.ts';
import type { RawObject, RawStore } from '../contract/stores.ts';
import type { Bucket, ObjectToStore } from './bucket.ts';

/** S3 keeps user metadata of 2 kB in ASCII, hence base64url JSON under one name. */
const METADATA_NAME = 'wiredesk-envelope';

export function openRawStore(bucket: Bucket): RawStore {
  return {
    put: (data, bytes) =>
      bucket.putIfAbsent(objectKeys.raw(data.source, data.receipt), rawObject({ envelope: data, bytes })),
    async get(key) {
      const object = await bucket.get(key);
      if (object === undefined) return undefined;
      const packed = Buffer.from(object.metadata[METADATA_NAME] ?? '', 'base64url').toString('utf8');
      return { envelope: envelope.parse(JSON.parse(packed)), bytes: object.bytes };
    },
  };
}

/** A raw object as S3 is given it. */
export function rawObject({ envelope: data, bytes }: RawObject): ObjectToStore {
  return {
    bytes,
    mediaType: 'application/octet-stream',
    metadata: { [METADATA_NAME]: packEnvelope(data) },
  };
}

/** The envelope as it lies in the object's metadata. */
export function packEnvelope(data: Envelope): string {
  return Buffer.from(JSON.stringify(data), 'utf8').toString('base64url');
}
