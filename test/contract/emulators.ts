import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startCloud } from '../../local/cloud.ts';
import type { Resource, Template } from '../../local/template/template.ts';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { type Bucket, openBucket } from '../../shared/aws/bucket.ts';
import { openConfigurationStore } from '../../shared/aws/configuration-store.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import { openFeedStore } from '../../shared/aws/feed-store.ts';
import { openNormaliseQueue, openNowQueue, openPublishQueue } from '../../shared/aws/queues.ts';
import { openPartnerStore } from '../../shared/aws/partner-store.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openReceiptStore } from '../../shared/aws/receipt-store.ts';
import { openTable, type Table } from '../../shared/aws/table.ts';
import { openWorkStore } from '../../shared/aws/work-store.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { createdObjectKeys, type NowMessage, type PublishMessage } from '../../shared/contract/messages.ts';
import type * as contract from '../../shared/contract/stores.ts';
import { Contents } from './contents.ts';
import { type Line, momentOf, type Open, type Queues, type Stores, takeAll } from './places.ts';

const QUEUES = { Now: false, Publish: true, Normalise: false };

/** What the stores live in, and nothing that works on it. */
const TEMPLATE: Template = {
  Resources: {
    Raw: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
    Feeds: { Type: 'AWS::S3::Bucket', Properties: {} },
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: ['pk', 'sk'].map((AttributeName, index) => ({
          AttributeName,
          KeyType: index === 0 ? 'HASH' : 'RANGE',
        })),
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        BillingMode: 'PAY_PER_REQUEST',
      },
    },
    ...Object.fromEntries(
      Object.entries(QUEUES).map(([id, isFifo]): [string, Resource] => [
        id,
        {
          Type: 'AWS::SQS::Queue',
          Properties: { VisibilityTimeout: 300, ...(isFifo && { FifoQueue: true }) },
        },
      ]),
    ),
  },
  Outputs: Object.fromEntries(
    ['Raw', 'Feeds', 'Table', ...Object.keys(QUEUES)].map((id) => [id, { Value: { Ref: id } }]),
  ),
};

/** Addresses and keys of a started cloud that has only what the stores live in. */
export async function startEmptyCloud() {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-stores-'));
  const assembly = join(directory, 'cdk.out');
  mkdirSync(assembly);
  writeFileSync(join(assembly, 'Stores.template.json'), JSON.stringify(TEMPLATE));
  const cloud = await startCloud({
    ...{ assembly, stateDir: join(directory, 'state'), port: 0, tickSeconds: 'idle', log: () => {} },
  });
  const { endpoint, credentials, outputs } = cloud;
  return {
    config: { endpoint, credentials, region: 'us-east-1' },
    name: (id: string): string => outputs[id] ?? '',
    async stop() {
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What the real stores are opened over: each write that reaches it is one request. */
interface Ground extends Queues {
  table: Table;
  rawBucket: Bucket;
  feedBucket: Bucket;
}

function storesOn({ table, rawBucket, feedBucket, ...queues }: Ground): Stores {
  return {
    ...queues,
    articles: openArticleStore(table, rawBucket),
    work: openWorkStore(table),
    receipts: openReceiptStore(table),
    raw: openRawStore(rawBucket),
    configuration: openConfigurationStore(rawBucket, () => new Date()),
    feeds: openFeedStore(table),
    partners: openPartnerStore(table),
    documents: openDocumentStore(feedBucket),
    async configure(configuration) {
      const object = { bytes: Buffer.from(JSON.stringify(configuration)), mediaType: 'application/json' };
      const etag = await rawBucket.etag(objectKeys.configuration);
      await (etag === undefined
        ? rawBucket.putIfAbsent(objectKeys.configuration, object)
        : rawBucket.putIfMatch(objectKeys.configuration, object, etag));
    },
  };
}

/** The real stores over HTTP, on a local cloud of their own. */
export async function openEmulators(): Promise<Open> {
  const { config, name, stop } = await startEmptyCloud();
  const ground: Ground = {
    table: openTable(name('Table'), config),
    rawBucket: openBucket(name('Raw'), config),
    feedBucket: openBucket(name('Feeds'), config),
    ...queuesOf(config, name),
  };
  const stores = storesOn(ground);
  const contents = new Contents(new DynamoDBClient(config), new S3Client(config), name('Table'), [
    name('Raw'),
    name('Feeds'),
  ]);
  return {
    stores,
    as: (life) => storesOn(life.through(ground)),
    announce: (key) => ground.normaliseQueue.send([{ key }]),
    everything: () => contents.everything(),
    moment: async () => momentOf(ground, await contents.moment()),
    async wipe() {
      await contents.wipe();
      await takeAll(ground);
    },
    close: stop,
  };
}

type Config = Awaited<ReturnType<typeof startEmptyCloud>>['config'];

function queuesOf(config: Config, name: (id: string) => string): Queues {
  const sqs = new SQSClient(config);
  let ids = 0;
  const line = <Message>(
    id: string,
    queue: contract.Queue<Message>,
    read: (body: unknown) => Message[],
  ): Line<Message> => ({
    send: (messages) => queue.send(messages),
    receive: async ({ deletes }) => (await receiveAll(sqs, name(id), deletes)).flatMap(read),
  });
  const nextId = (): string => `id-${++ids}`;
  return {
    nowQueue: line('Now', openNowQueue(name('Now'), config), (body) => [body as NowMessage]),
    publishQueue: line('Publish', openPublishQueue(name('Publish'), nextId, config), (body) => [
      body as PublishMessage,
    ]),
    normaliseQueue: line('Normalise', openNormaliseQueue(name('Normalise'), config), (body) =>
      createdObjectKeys(body).map((key) => ({ key })),
    ),
  };
}

/** Receives until nothing more is handed out. */
async function receiveAll(sqs: SQSClient, QueueUrl: string, deletes: boolean): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    );
    if (Messages.length === 0) return bodies;
    for (const { Body, ReceiptHandle } of Messages) {
      bodies.push(JSON.parse(Body ?? 'null'));
      if (deletes) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}
