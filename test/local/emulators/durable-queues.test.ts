import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startStorage } from '../../../local/emulators/storage-emulator.ts';

const root = mkdtempSync(join(tmpdir(), 'wiredesk-queues-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The longest visibility timeout that SQS permits: 12 hours. No test waits for its end. */
const LONGEST = '43200';

let directory: string;
let close: () => Promise<void>;
let sqs: SQSClient;
/** Starts the emulator on the directory of this test, which keeps what the last start stored. */
async function start(): Promise<void> {
  const emulator = await startStorage(directory);
  sqs = new SQSClient({
    endpoint: `http://127.0.0.1:${emulator.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  });
  close = async () => {
    sqs.destroy();
    await emulator.close();
  };
}
/**
 * Ends the emulator. The end writes nothing about messages, so the file is as after a `kill -9`, and the messages that
 * were received are still in flight in it.
 */
async function restart(meanwhile: (database: DatabaseSync) => void = () => {}): Promise<void> {
  await close();
  const database = new DatabaseSync(join(directory, 'storage', 'fauxqs.db'));
  meanwhile(database);
  database.close();
  await start();
}
beforeEach(async () => {
  directory = mkdtempSync(join(root, 'state-'));
  await start();
});
afterEach(() => close());

const create = async (name: string, attributes: Record<string, string> = {}): Promise<string> => {
  const Attributes = { VisibilityTimeout: LONGEST, ...attributes };
  return (await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }))).QueueUrl ?? '';
};
const send = (QueueUrl: string, MessageBody: string, group?: string): Promise<unknown> =>
  sqs.send(
    new SendMessageCommand({
      ...{ QueueUrl, MessageBody },
      ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: MessageBody }),
    }),
  );
const receive = async (QueueUrl: string): Promise<Message[]> => {
  const request = { QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All' as const] };
  return (await sqs.send(new ReceiveMessageCommand(request))).Messages ?? [];
};
const bodies = async (QueueUrl: string): Promise<(string | undefined)[]> =>
  (await receive(QueueUrl)).map(({ Body }) => Body);

const redriveTo = (name: string, maxReceiveCount: number): Record<string, string> => ({
  RedrivePolicy: JSON.stringify({
    deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${name}`,
    maxReceiveCount,
  }),
});

test('messages in flight are visible again after a restart, before their visibility timeout', async () => {
  const work = await create('work');
  for (const body of ['one', 'two']) await send(work, body);
  expect(await bodies(work)).toEqual(['one', 'two']);
  expect(await bodies(work)).toEqual([]);
  await restart();
  expect(await bodies(work)).toEqual(['one', 'two']);
});

test('a group of a FIFO queue is free again after a restart, and keeps its order', async () => {
  const fifo = await create('work.fifo', { FifoQueue: 'true' });
  for (const body of ['first', 'second']) await send(fifo, body, 'feed');
  await send(fifo, 'other', 'other feed');
  expect(await bodies(fifo)).toEqual(['first', 'other']);
  await restart();
  expect(await bodies(fifo)).toEqual(['first', 'other']);
});

test('a message that waits for its next try after a failure is visible again too', async () => {
  const work = await create('work');
  await send(work, 'failed once');
  const [message] = await receive(work);
  const change = { QueueUrl: work, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 3600 };
  await sqs.send(new ChangeMessageVisibilityCommand(change));
  await restart();
  expect(await bodies(work)).toEqual(['failed once']);
});

test('a message that is in flight at each of many restarts does not become a dead letter', async () => {
  const dead = await create('dead');
  const work = await create('work', redriveTo('dead', 2));
  await send(work, 'unlucky');
  for (let times = 0; times < 6; times++) {
    const [message] = await receive(work);
    expect(message).toMatchObject({ Body: 'unlucky', Attributes: { ApproximateReceiveCount: '1' } });
    await restart();
  }
  expect(await bodies(dead)).toEqual([]);
});

test('receives that ended in a failure stay counted', async () => {
  const work = await create('work');
  await send(work, 'failing');
  const [first] = await receive(work);
  const change = { QueueUrl: work, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 };
  await sqs.send(new ChangeMessageVisibilityCommand(change));
  await restart();
  expect(await receive(work)).toMatchObject([{ Attributes: { ApproximateReceiveCount: '2' } }]);
});

test.each([
  ['a queue', 'work', {}, undefined],
  ['a FIFO queue', 'work.fifo', { FifoQueue: 'true' }, 'feed'],
])(
  'a message of %s stays where it is when its move to the dead-letter queue is cut off',
  async (_, name, attributes, group) => {
    const suffix = group === undefined ? '' : '.fifo';
    const dead = await create(`dead${suffix}`, attributes);
    const work = await create(name, {
      ...attributes,
      ...redriveTo(`dead${suffix}`, 1),
      VisibilityTimeout: '0',
    });
    await send(work, 'failing', group);
    expect(await bodies(work)).toEqual(['failing']);
    // The second half of the move fails, as if the process ended between the two halves or the disk were full.
    await restart((database) =>
      database.exec(`
        UPDATE sqs_messages SET approximate_receive_count = 5;
        CREATE TRIGGER cut_off BEFORE INSERT ON sqs_messages WHEN NEW.queue_name LIKE 'dead%'
        BEGIN SELECT RAISE(ABORT, 'cut off'); END`),
    );
    await expect(receive(work)).rejects.toThrow();
    await restart((database) => database.exec('DROP TRIGGER cut_off'));
    expect(await bodies(work)).toEqual([]);
    expect(await bodies(dead)).toEqual(['failing']);
  },
);
