import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startCloud } from '../../local/cloud.ts';
import type { Resource, Template } from '../../local/template.ts';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { openConfigurationStore } from '../../shared/aws/configuration-store.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import { openFeedStore } from '../../shared/aws/feed-store.ts';
import { openNormaliseQueue, openNowQueue, openPublishQueue } from '../../shared/aws/queues.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openReceiptStore } from '../../shared/aws/receipt-store.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openWorkStore } from '../../shared/aws/work-store.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { createdObjectKeys, type NowMessage, type PublishMessage } from '../../shared/contract/messages.ts';
import type * as contract from '../../shared/contract/stores.ts';
import { memoryCloud } from '../support/memory/cloud.ts';
import type { MemoryQueue } from '../support/memory/queue.ts';

/** A queue with its other end: `receive` hands out what may be handed out now, and deletes it if told to. */
export interface Line<Message> extends contract.Queue<Message> {
  receive(options: { deletes: boolean }): Promise<Message[]>;
}

/** Everything behind the interfaces of shared/contract/stores.ts. */
export interface Stores {
  articles: contract.ArticleStore;
  work: contract.WorkStore;
  receipts: contract.ReceiptStore;
  raw: contract.RawStore;
  configuration: contract.ConfigurationStore;
  feeds: contract.FeedStore;
  documents: contract.DocumentStore;
  nowQueue: Line<NowMessage>;
  publishQueue: Line<PublishMessage>;
  normaliseQueue: Line<{ key: string }>;
  /** Puts a configuration in force. */
  configure(configuration: StoredConfiguration): Promise<void>;
}

export interface Open {
  stores: Stores;
  close(): Promise<void>;
}

/** The same interfaces twice: in memory, and over HTTP on the emulators. */
export const PLACES: Record<string, () => Promise<Open>> = {
  'in memory': openMemory,
  'on the emulators': openEmulators,
};

export async function openMemory(): Promise<Open> {
  const cloud = memoryCloud();
  const { normaliseQueue: keys } = cloud;
  const normaliseQueue = lineOf(keys);
  return {
    stores: {
      ...cloud,
      nowQueue: lineOf(cloud.nowQueue),
      publishQueue: lineOf(cloud.publishQueue),
      normaliseQueue: {
        send: (messages) => keys.send(messages.map(({ key }) => key)),
        receive: async (options) => (await normaliseQueue.receive(options)).map((key) => ({ key })),
      },
      configure: async (configuration) => cloud.configuration.set(configuration),
    },
    close: async () => {},
  };
}

const lineOf = <Message>(queue: MemoryQueue<Message>): Line<Message> => ({
  send: queue.send,
  async receive({ deletes }) {
    const deliveries = Array.from({ length: queue.waiting() }, () => queue.receive(0));
    if (deletes) for (const delivery of deliveries) delivery?.delete();
    return deliveries.flatMap((delivery) => (delivery === undefined ? [] : [delivery.message]));
  },
});

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

async function openEmulators(): Promise<Open> {
  const { config, name, stop } = await startEmptyCloud();
  const table = openTable(name('Table'), config);
  const rawBucket = openBucket(name('Raw'), config);
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
  return {
    stores: {
      articles: openArticleStore(table, rawBucket),
      work: openWorkStore(table),
      receipts: openReceiptStore(table),
      raw: openRawStore(rawBucket),
      configuration: openConfigurationStore(rawBucket, () => new Date()),
      feeds: openFeedStore(table),
      documents: openDocumentStore(openBucket(name('Feeds'), config)),
      nowQueue: line('Now', openNowQueue(name('Now'), config), (body) => [body as NowMessage]),
      publishQueue: line(
        'Publish',
        openPublishQueue(name('Publish'), () => `id-${++ids}`, config),
        (body) => [body as PublishMessage],
      ),
      normaliseQueue: line('Normalise', openNormaliseQueue(name('Normalise'), config), (body) =>
        createdObjectKeys(body).map((key) => ({ key })),
      ),
      async configure(configuration) {
        const object = { bytes: Buffer.from(JSON.stringify(configuration)), mediaType: 'application/json' };
        const etag = await rawBucket.etag(objectKeys.configuration);
        await (etag === undefined
          ? rawBucket.putIfAbsent(objectKeys.configuration, object)
          : rawBucket.putIfMatch(objectKeys.configuration, object, etag));
      },
    },
    close: stop,
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
