import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';

interface StoredObject {
  Bucket: string;
  Key: string;
  ETag: string;
}
interface WholeObject extends StoredObject {
  Body: Uint8Array;
  headers: { Metadata?: Record<string, string>; ContentType?: string; ContentEncoding?: string };
}
type Row = Record<string, unknown>;

/**
 * All rows of a table and all objects of some buckets. Reads and writes them directly, without the stores under test.
 */
export class Contents {
  readonly #rows: DynamoDBDocumentClient;
  readonly #s3: S3Client;
  readonly #table: string;
  readonly #buckets: readonly string[];

  constructor(dynamo: DynamoDBClient, s3: S3Client, table: string, buckets: readonly string[]) {
    this.#rows = DynamoDBDocumentClient.from(dynamo);
    this.#s3 = s3;
    this.#table = table;
    this.#buckets = buckets;
  }

  /** All rows and objects as text by their keys; bytes in base64. */
  async everything(): Promise<Map<string, string>> {
    const rows = (await this.#scan()).map((row) => [keyOf(row), asText(row)] as const);
    const objects = (await this.#wholeObjects()).map(
      ({ Bucket, Key, Body, headers }) =>
        [`${Bucket} ${Key}`, `${asText(Body)} ${asText(headers.Metadata ?? {})}`] as const,
    );
    return new Map([...rows, ...objects].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  async wipe(): Promise<void> {
    await this.#restore([], []);
  }

  /** Returns a function that restores the present rows and objects. It writes and deletes only what has changed. */
  async snapshot(): Promise<() => Promise<void>> {
    const [rows, objects] = [await this.#scan(), await this.#wholeObjects()];
    return () => this.#restore(rows, objects);
  }

  async #restore(rows: readonly Row[], objects: readonly WholeObject[]): Promise<void> {
    const TableName = this.#table;
    const [rowsNow, objectsNow] = [await this.#scan(), await this.#objects()];
    await Promise.all([
      ...missing(rowsNow, rows, keyOf).map(({ pk, sk }) =>
        this.#rows.send(new DeleteCommand({ TableName, Key: { pk, sk } })),
      ),
      ...missing(rows, rowsNow, asText).map((Item) => this.#rows.send(new PutCommand({ TableName, Item }))),
      ...missing(objectsNow, objects, addressOf).map(({ Bucket, Key }) =>
        this.#s3.send(new DeleteObjectCommand({ Bucket, Key })),
      ),
      ...missing(objects, objectsNow, contentOf).map(({ Bucket, Key, Body, headers }) =>
        this.#s3.send(new PutObjectCommand({ Bucket, Key, Body, ...headers })),
      ),
    ]);
  }

  async #scan(): Promise<Row[]> {
    const command = new ScanCommand({ TableName: this.#table, ConsistentRead: true });
    return (await this.#rows.send(command)).Items ?? [];
  }

  async #objects(): Promise<StoredObject[]> {
    const lists = this.#buckets.map(async (Bucket) => {
      const { Contents: found = [] } = await this.#s3.send(new ListObjectsV2Command({ Bucket }));
      return found.map(({ Key = '', ETag = '' }) => ({ Bucket, Key, ETag }));
    });
    return (await Promise.all(lists)).flat();
  }

  async #wholeObjects(): Promise<WholeObject[]> {
    return Promise.all(
      (await this.#objects()).map(async ({ Bucket, Key, ETag }) => {
        const found = await this.#s3.send(new GetObjectCommand({ Bucket, Key }));
        const { Metadata, ContentType, ContentEncoding } = found;
        const headers = {
          ...(Metadata && { Metadata }),
          ...(ContentType !== undefined && { ContentType }),
          ...(ContentEncoding !== undefined && { ContentEncoding }),
        };
        const Body = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
        return { Bucket, Key, ETag, Body, headers };
      }),
    );
  }
}

const keyOf = (row: Row): string => `${String(row['pk'])} ${String(row['sk'])}`;
const addressOf = ({ Bucket, Key }: StoredObject): string => `${Bucket} ${Key}`;
const contentOf = (object: StoredObject): string => `${addressOf(object)} ${object.ETag}`;

/** The items of `all` whose name, as `nameOf` gives it, no item of `others` has. */
function missing<Item extends Other, Other>(
  all: readonly Item[],
  others: readonly Other[],
  nameOf: (item: Other) => string,
): Item[] {
  const names = new Set(others.map(nameOf));
  return all.filter((item) => !names.has(nameOf(item)));
}

/** JSON with sorted members; sets as lists, bytes in base64. */
const asText = (content: object): string =>
  JSON.stringify(content instanceof Uint8Array ? { content } : content, (_name, value: unknown) => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    if (value instanceof Set) return [...(value as Set<string>)].toSorted();
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
