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
import { openQuotaStore } from '../../shared/aws/quota-store.ts';
import { openReaderStore } from '../../shared/aws/reader-store.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openReceiptStore } from '../../shared/aws/receipt-store.ts';
import { openTable, type Table } from '../../shared/aws/table.ts';
import { openWorkStores } from '../../shared/aws/work-stores.ts';
import { expiryBy } from '../../shared/contract/expiry.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { createdObjects, nowMessage, publishMessage } from '../../shared/contract/messages.ts';
import type * as contract from '../../shared/contract/stores.ts';
import { STORES_NOW } from '../support/memory/cloud.ts';
import { Contents } from './contents.ts';
import {
  type Backend,
  type ReceivableQueue,
  type Queues,
  snapshotOf,
  type Stores,
  takeAll,
} from './backends.ts';

const QUEUES = { Now: false, Publish: true, Normalise: false, Decision: false };

/** A template with the table, the buckets and the queues, and without any function. */
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

/** A busy machine may take seconds to answer. The limits of the functions (limits.ts) would make checks fail. */
const PATIENT = { connectionTimeout: 60_000, requestTimeout: 60_000 };

/** Starts a local cloud that has only the table, the buckets and the queues. */
export async function startEmptyCloud() {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-stores-'));
  const assembly = join(directory, 'cdk.out');
  mkdirSync(assembly);
  writeFileSync(join(assembly, 'Stores.template.json'), JSON.stringify(TEMPLATE));
  const cloud = await startCloud({
    assembly,
    stateDir: join(directory, 'state'),
    port: 0,
    tickSeconds: 'idle',
    log: () => {},
  });
  const { endpoint, credentials, outputs } = cloud;
  return {
    config: { endpoint, credentials, region: 'us-east-1', requestHandler: PATIENT },
    name: (id: string): string => outputs[id] ?? '',
    async stop() {
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The clients that the real stores use. Each write through them is one request. */
interface Clients extends Queues {
  table: Table;
  rawBucket: Bucket;
  feedBucket: Bucket;
}

function storesOn(
  { table, rawBucket, feedBucket, ...queues }: Clients,
  unreadable: readonly string[],
): Stores {
  const configuration = openConfigurationStore(rawBucket, () => new Date());
  const expiry = expiryBy(configuration, STORES_NOW);
  return {
    ...queues,
    articles: openArticleStore(table, rawBucket),
    ...openWorkStores(table),
    receipts: openReceiptStore(table, expiry),
    quota: openQuotaStore(table),
    raw: openRawStore(rawBucket),
    configuration,
    feeds: openFeedStore(table, expiry),
    partners: openPartnerStore(table),
    readers: openReaderStore(table, expiry),
    documents: openDocumentStore(feedBucket),
    async alter(key, change) {
      const row = await table.get(key);
      if (row !== undefined) await table.put(change(row));
    },
    stored: (key) => table.get(key),
    unreadable,
    async remove(key) {
      await table.delete(key);
    },
    async configure(configuration) {
      const object = { bytes: Buffer.from(JSON.stringify(configuration)), mediaType: 'application/json' };
      const etag = await rawBucket.etag(objectKeys.configuration);
      await (etag === undefined
        ? rawBucket.putIfAbsent(objectKeys.configuration, object)
        : rawBucket.putIfMatch(objectKeys.configuration, object, etag));
    },
  };
}

/** The real stores over HTTP, on a local cloud that only they use. */
export async function openEmulators(): Promise<Backend> {
  const { config, name, stop } = await startEmptyCloud();
  const unreadable: string[] = [];
  const clients: Clients = {
    table: openTable(name('Table'), config, (reason) => unreadable.push(reason)),
    rawBucket: openBucket(name('Raw'), config),
    feedBucket: openBucket(name('Feeds'), config),
    ...queuesOf(config, name),
  };
  const stores = storesOn(clients, unreadable);
  const contents = new Contents(new DynamoDBClient(config), new S3Client(config), name('Table'), [
    name('Raw'),
    name('Feeds'),
  ]);
  return {
    stores,
    as: (worker) => storesOn(worker.through(clients), unreadable),
    announce: (key) => clients.normaliseQueue.send([{ key }]),
    everything: () => contents.everything(),
    snapshot: async () => snapshotOf(clients, await contents.snapshot()),
    async wipe() {
      await contents.wipe();
      await takeAll(clients);
    },
    close: stop,
  };
}

type Config = Awaited<ReturnType<typeof startEmptyCloud>>['config'];

function queuesOf(config: Config, name: (id: string) => string): Queues {
  const sqs = new SQSClient(config);
  let ids = 0;
  const receivable = <Message>(
    id: string,
    queue: contract.Queue<Message>,
    read: (body: unknown) => Message[],
  ): ReceivableQueue<Message> => ({
    send: (messages) => queue.send(messages),
    receive: async ({ deletes }) => (await receiveAll(sqs, name(id), deletes)).flatMap(read),
  });
  const nextId = (): string => `id-${++ids}`;
  return {
    nowQueue: receivable('Now', openNowQueue(name('Now'), config), (body) => [nowMessage.parse(body)]),
    publishQueue: receivable('Publish', openPublishQueue(name('Publish'), nextId, config), (body) => [
      publishMessage.parse(body),
    ]),
    normaliseQueue: receivable('Normalise', openNormaliseQueue(name('Normalise'), config), keysIn),
    decisionQueue: receivable('Decision', openNormaliseQueue(name('Decision'), config), keysIn),
  };
}

const keysIn = (body: unknown): { key: string }[] => createdObjects(body).map(({ key }) => ({ key }));

/** Receives messages until the queue returns none. */
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
