import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import { startCloud, type Cloud, type CloudOptions } from '../../local/cloud.ts';
import { fixtureTemplate } from './fixture-template.ts';

// A cloud takes seconds to start, and a failed message returns after its visibility timeout, so tests get a minute.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export interface Fixture {
  assembly: string;
  stateDir: string;
  remove(): void;
}

/** Writes a cloud assembly with the small stack into a new directory, which will also hold the state directory. */
export function writeFixture(): Fixture {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-local-'));
  const assembly = join(directory, 'cdk.out');
  mkdirSync(assembly);
  writeFileSync(join(assembly, 'Small.template.json'), JSON.stringify(fixtureTemplate()));
  return {
    assembly,
    stateDir: join(directory, 'state'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

export interface Running {
  cloud: Cloud;
  s3: S3Client;
  /** Puts a task into the work queue. */
  send(task: object): Promise<void>;
  sqs: SQSClient;
  /** The texts that functions wrote in rows with this subject as partition key, by sort key (the detail). */
  rows(subject: string): Promise<Record<string, string>>;
  /** The lines of the cloud's log. */
  lines: string[];
  stop(): Promise<void>;
}

export async function run(fixture: Fixture, options: Partial<CloudOptions> = {}): Promise<Running> {
  const lines: string[] = [];
  const cloud = await startCloud({
    assembly: fixture.assembly,
    stateDir: fixture.stateDir,
    port: 0,
    tickSeconds: 'idle',
    log: (line) => lines.push(line),
    ...options,
  });
  return { ...connect(cloud), cloud, lines, stop: () => cloud.stop() };
}

/** Opens SDK clients with the operator's key. */
export function connect({
  endpoint,
  credentials,
  outputs,
}: Pick<Cloud, 'endpoint' | 'credentials' | 'outputs'>): Omit<Running, 'cloud' | 'lines' | 'stop'> {
  const configuration = { endpoint, credentials, region: 'us-east-1' };
  const sqs = new SQSClient(configuration);
  const dynamodb = new DynamoDBClient(configuration);
  return {
    s3: new S3Client(configuration),
    sqs,
    send: async (task) => {
      await sqs.send(
        new SendMessageCommand({ QueueUrl: outputs['Work'], MessageBody: JSON.stringify(task) }),
      );
    },
    rows: async (subject) => {
      const { Items = [] } = await dynamodb.send(
        new QueryCommand({
          TableName: outputs['Table'],
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: subject } },
          ConsistentRead: true,
        }),
      );
      return Object.fromEntries(Items.map((item) => [item['sk']?.S ?? '', item['text']?.S ?? '']));
    },
  };
}

/** Reads repeatedly until `passes` accepts the value. The test's own timeout is the limit. */
export async function until<T>(read: () => Promise<T>, passes: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (passes(value)) return value;
    await sleep(20);
  }
}

/** Waits until a function has written a row with this detail for a subject. Returns all rows of the subject. */
export const untilRow = (
  { rows }: Pick<Running, 'rows'>,
  subject: string,
  detail: string,
): Promise<Record<string, string>> =>
  until(
    () => rows(subject),
    (found) => detail in found,
  );

/** A new id for a subject or a key. */
export const fresh = (): string => randomUUID();
