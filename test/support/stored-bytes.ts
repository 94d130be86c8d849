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

/** One thing that is stored somewhere, by a name that says where. */
export interface Stored {
  where: string;
  bytes: Buffer;
  /** What comes out where it is compressed. */
  inflated: Buffer[];
}

type Found = Omit<Stored, 'inflated'>;

/** All that a local cloud keeps: rows, objects of every bucket in every version, messages, logs. */
export async function everythingIn({ cloud, state }: Session): Promise<Stored[]> {
  const { endpoint, credentials } = cloud;
  const config = { endpoint, credentials, region: 'us-east-1' };
  const found = [
    ...(await rows(DynamoDBDocumentClient.from(new DynamoDBClient(config)))),
    ...(await objects(new S3Client({ ...config, forcePathStyle: true }))),
    ...(await messages(new SQSClient({ ...config, useQueueUrlAsEndpoint: false }))),
    ...logs(join(state, 'logs')),
  ];
  return found.map((one) => ({ ...one, inflated: inflate(one.bytes) }));
}

/** Where a text stands: as it is, in base64, or in something compressed. */
export function placesOf(text: string, everything: readonly Stored[]): string[] {
  const needles = [text, ...inBase64(text)];
  return everything
    .filter(({ bytes, inflated }) =>
      [bytes, ...inflated].some((form) => needles.some((needle) => form.includes(needle))),
    )
    .map(({ where }) => where);
}

/** A text inside a longer one stands in base64 in one of three ways; what its neighbours decide is cut off. */
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
  return [gunzipSync, inflateSync, inflateRawSync].flatMap((one) => {
    try {
      return [one(bytes)];
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
        const binary = Object.values(item).filter((value) => value instanceof Uint8Array);
        found.push({ where, bytes: Buffer.from(JSON.stringify(item)) });
        found.push(...binary.map((value) => ({ where, bytes: Buffer.from(value) })));
      }
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
  return found;
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
