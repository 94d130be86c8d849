import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2Output,
  ListObjectVersionsCommand,
  type ListObjectVersionsOutput,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Written } from '../contract/stores.ts';
import { LIMITS } from './limits.ts';

export interface StoredObject {
  bytes: Uint8Array;
  etag: string;
  metadata: Record<string, string>;
}

export interface ObjectToStore {
  bytes: Uint8Array;
  mediaType: string;
  contentEncoding?: string;
  cacheControl?: string;
  metadata?: Record<string, string>;
}

export interface ObjectVersion {
  key: string;
  id: string;
  isLatest: boolean;
}

/** Reads whole objects and writes with conditions. ETags are quoted, as in RFC 9110. */
export interface Bucket {
  get(key: string): Promise<StoredObject | undefined>;
  /** The object, or `unchanged` if its ETag is still the given one (a conditional GET). */
  getIfChanged(key: string, etag: string): Promise<StoredObject | 'unchanged' | undefined>;
  etag(key: string): Promise<string | undefined>;
  /**
   * ETags of the objects, by key, whose keys are greater than `after` and less than `before`; one request for each
   * 1,000 objects.
   */
  etags(after: string, before: string): Promise<Map<string, string>>;
  putIfAbsent(key: string, object: ObjectToStore): Promise<Written>;
  putIfMatch(key: string, object: ObjectToStore, etag: string): Promise<Written>;
  remove(key: string): Promise<void>;
  /** All versions of all objects whose keys begin with `prefix`, and their delete markers. */
  versions(prefix: string): Promise<ObjectVersion[]>;
  /** Removes one version permanently. */
  removeVersion(key: string, id: string): Promise<void>;
}

/**
 * Errors that mean that the condition of a write is false (S3 User Guide, "Conditional writes"). 412: the object has
 * another ETag. 409: another write of the key is in progress. 404: the object that If-Match expects was removed.
 */
const REFUSALS = new Set(['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey']);
const ABSENCES = new Set(['NoSuchKey', 'NotFound']);

export function openBucket(name: string, config: S3ClientConfig = {}): Bucket {
  const client = new S3Client({ ...LIMITS, ...config });

  async function read(key: string, etag?: string): Promise<StoredObject> {
    const answer = await client.send(
      new GetObjectCommand({ Bucket: name, Key: key, ...(etag !== undefined && { IfNoneMatch: etag }) }),
    );
    const bytes = await answer.Body?.transformToByteArray();
    return { bytes: bytes ?? new Uint8Array(), etag: answer.ETag ?? '', metadata: answer.Metadata ?? {} };
  }

  async function write(
    key: string,
    object: ObjectToStore,
    condition: { IfNoneMatch: '*' } | { IfMatch: string },
  ) {
    const command = new PutObjectCommand({
      Bucket: name,
      Key: key,
      Body: object.bytes,
      ContentType: object.mediaType,
      ContentEncoding: object.contentEncoding,
      CacheControl: object.cacheControl,
      Metadata: object.metadata,
      ...condition,
    });
    return refusedIf(
      REFUSALS,
      client.send(command).then(() => 'written' as const),
      'refused' as const,
    );
  }

  return {
    get: (key) => refusedIf(ABSENCES, read(key), undefined),
    async getIfChanged(key, etag) {
      try {
        return await read(key, etag);
      } catch (error) {
        if (error instanceof S3ServiceException) {
          if (error.$metadata.httpStatusCode === 304) return 'unchanged';
          if (ABSENCES.has(error.name)) return undefined;
        }
        throw error;
      }
    },
    etag: (key) =>
      refusedIf(
        ABSENCES,
        client.send(new HeadObjectCommand({ Bucket: name, Key: key })).then(({ ETag }) => ETag),
        undefined,
      ),
    async etags(after, before) {
      const found = new Map<string, string>();
      for (let from: string | undefined = after; from !== undefined;) {
        const page: ListObjectsV2Output = await client.send(
          new ListObjectsV2Command({ Bucket: name, StartAfter: from }),
        );
        const objects = (page.Contents ?? []).map(({ Key = '', ETag = '' }) => [Key, ETag] as const);
        const last = objects.at(-1)?.[0] ?? before;
        for (const [key, etag] of objects) if (key < before) found.set(key, etag);
        from = page.IsTruncated === true && last < before ? last : undefined;
      }
      return found;
    },
    putIfAbsent: (key, object) => write(key, object, { IfNoneMatch: '*' }),
    putIfMatch: (key, object, etag) => write(key, object, { IfMatch: etag }),
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    },
    async versions(prefix) {
      const found: ObjectVersion[] = [];
      let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
      while (next !== undefined) {
        const page: ListObjectVersionsOutput = await client.send(
          new ListObjectVersionsCommand({ Bucket: name, Prefix: prefix, ...next }),
        );
        for (const version of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
          const { Key = '', VersionId = '', IsLatest = false } = version;
          found.push({ key: Key, id: VersionId, isLatest: IsLatest });
        }
        next = page.IsTruncated
          ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
          : undefined;
      }
      return found;
    },
    async removeVersion(key, id) {
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: key, VersionId: id }));
    },
  };
}

/** The answer, or `otherwise` if S3 answers with an error of one of these names. Any other error is thrown. */
async function refusedIf<T, U>(names: ReadonlySet<string>, answer: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && names.has(error.name)) return otherwise;
    throw error;
  }
}
