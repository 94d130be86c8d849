import { REGION } from '../template/account.ts';
import type { AwsRequest } from '../protocol/messages.ts';
import { s3Address } from './address.ts';

/** An object that a request creates, and the name of the event that S3 sends for it. */
export interface CreatedObject {
  bucket: string;
  key: string;
  event: string;
}

/** The object that a request would create. Undefined if the request creates no object. */
export function createdObject({ method, path, headers }: AwsRequest): CreatedObject | undefined {
  const { bucket, key, query } = s3Address(path);
  if (key === '') return undefined;
  if (method === 'POST' && query.has('uploadId'))
    return { bucket, key, event: 'ObjectCreated:CompleteMultipartUpload' };
  if (method !== 'PUT' || query.has('partNumber')) return undefined;
  return { bucket, key, event: headers['x-amz-copy-source'] ? 'ObjectCreated:Copy' : 'ObjectCreated:Put' };
}

export interface EventDetails {
  bucketArn: string;
  etag: string;
  /** Bytes. */
  size: number;
  sequence: number;
  at: Date;
}

/** The event for a created object (S3 User Guide, "Event message structure", version 2.1). */
export function createdEvent(
  { bucket, key, event }: CreatedObject,
  { bucketArn, etag, size, sequence, at }: EventDetails,
): object {
  const object = {
    // The key is form-encoded: a space becomes a plus sign. Slashes stay.
    key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'),
    size,
    eTag: etag.replaceAll('"', ''),
    sequencer: sequence.toString(16).toUpperCase().padStart(16, '0'),
  };
  const s3 = {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: bucketArn },
    object,
  };
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: at.toISOString(),
        eventName: event,
        s3,
      },
    ],
  };
}
