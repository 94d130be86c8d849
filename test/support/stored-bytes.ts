import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Session } from '../../cli/session.ts';
import { awsClientOptions } from './running-wiredesk.ts';

/** The bytes of one row, object, message or log. */
export interface Stored {
  /** Kind and key, for example `row ARTICLE#… HEAD`. */
  where: string;
  bytes: Buffer;
  /** The results of decompressing the bytes. */
  inflated: Buffer[];
}

type Found = Omit<Stored, 'inflated'>;

/** Everything that a local cloud stores: rows, all versions of all objects, messages and logs. */
export async function allStoredBytes(session: Session): Promise<Stored[]> {
  const config = awsClientOptions(session);
  const found = [
    ...(await rows(DynamoDBDocumentClient.from(new DynamoDBClient(config)))),
    ...(await objects(new S3Client({ ...config, forcePathStyle: true }))),
    ...(await messages(new SQSClient({ ...config, useQueueUrlAsEndpoint: false }))),
    ...logs(join(session.state, 'logs')),
  ];
  return found.map((stored) => ({ ...stored, inflated: inflate(stored.bytes) }));
}

/** A SHA-256 hash as text. */
const HASH = /^[0-9a-f]{64}$/;

/**
 * The places whose bytes contain a text: as it is, in base64, or in compressed bytes. A hash is also found as its 32
 * bytes, because the state of a feed stores hashes in this form.
 */
export function locationsOf(text: string, everything: readonly Stored[]): string[] {
  const needles = [text, ...inBase64(text), ...(HASH.test(text) ? [Buffer.from(text, 'hex')] : [])];
  return everything
    .filter(({ bytes, inflated }) =>
      [bytes, ...inflated].some((form) => needles.some((needle) => form.includes(needle))),
    )
    .map(({ where }) => where);
}

/**
 * The base64 forms of a text inside a longer text. There are three, because the text may begin at any position of a
 * group of three bytes. The base64 characters at both ends are left out if they depend on the bytes around the text.
 */
function inBase64(text: string): string[] {
  const encodings = ['base64', 'base64url'] as const;
  return [0, 1, 2].flatMap((offset) =>
    encodings.map((encoding) => {
      const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString(encoding);
      return encoded.replaceAll('=', '').slice(offset === 0 ? 0 : offset + 1, -2);
    }),
  );
}

function inflate(bytes: Buffer): Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync].flatMap((decompress) => {
    try {
      return [decompress(bytes)];
    } catch {
      return [];
    }
  });
}

async function rows(client: DynamoDBDocumentClient): Promise<Found[]> {
  const found: Found[] = [];
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const TableName of TableNames) {
    let start: Record<string, unknown> | undefined;
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({ TableName, ExclusiveStartKey: start, ConsistentRead: true }),
      );
      for (const item of page.Items ?? []) {
        const where = `row ${String(item['pk'])} ${String(item['sk'])}`;
        found.push({ where, bytes: Buffer.from(JSON.stringify(item)) });
        found.push(...binariesIn(item).map((value) => ({ where, bytes: Buffer.from(value) })));
      }
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
  return found;
}

/** The binary values in a row, at any depth: `packed` of a feed's state is inside `state`. */
function binariesIn(value: unknown): Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(binariesIn) : [];
}

async function objects(client: S3Client): Promise<Found[]> {
  const found: Found[] = [];
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  for (const { Name: Bucket } of Buckets) {
    let KeyMarker: string | undefined;
    do {
      const page = await client.send(new ListObjectVersionsCommand({ Bucket, KeyMarker }));
      for (const { Key, VersionId } of page.Versions ?? []) {
        const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
        const where = `object ${Key ?? ''}`;
        found.push({ where, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) });
        for (const value of Object.values(Metadata ?? {})) {
          found.push({ where: `${where} metadata`, bytes: Buffer.from(value) });
          found.push({ where: `${where} metadata`, bytes: Buffer.from(value, 'base64url') });
        }
      }
      KeyMarker = page.IsTruncated ? page.NextKeyMarker : undefined;
    } while (KeyMarker !== undefined);
  }
  return found;
}

async function messages(client: SQSClient): Promise<Found[]> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const found: Found[] = [];
  for (const QueueUrl of QueueUrls) {
    const receive = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0, WaitTimeSeconds: 0 };
    const { Messages = [] } = await client.send(new ReceiveMessageCommand(receive));
    found.push(
      ...Messages.map(({ Body }) => ({ where: `queue ${QueueUrl}`, bytes: Buffer.from(Body ?? '') })),
    );
  }
  return found;
}

function logs(directory: string): Found[] {
  return readdirSync(directory).map((file) => ({
    where: `log ${file}`,
    bytes: readFileSync(join(directory, file)),
  }));
}

/** The files in a directory that contain one of the texts, with this text. */
export const filesWith = (texts: readonly string[], directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      return texts.filter((text) => bytes.includes(text)).map((text) => `${file}: ${text}`);
    });
