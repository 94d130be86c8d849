import { afterAll, beforeAll, expect, test } from 'vitest';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { PurgeQueueCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Template } from '../../../local/cloud.ts';
import { fresh, run, until, untilRow, writeFixture, type Running } from '../fixture.ts';

const fixture = writeFixture();
let small: Running;
beforeAll(async () => {
  small = await run(fixture);
  // Start the function before the tests. During a cold start the visibility timeout of a message already runs.
  await small.send({ do: 'mark', id: 'warm' });
  await idle();
});
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

const idle = (): Promise<unknown> =>
  until(
    () => small.cloud.inFlight(),
    (messages) => messages === 0,
  );
const dead = async (): Promise<number> => (await small.cloud.deadLetters())[0]?.messages ?? 0;

test('a message is handled and then deleted', async () => {
  const id = fresh();
  await small.send({ do: 'mark', id });
  await untilRow(small, id, 'done');
  await idle();
  expect(Object.keys(await small.rows(id)).sort()).toEqual(['attempt-1', 'done']);
});

test('only the failed message of a batch returns to the queue, and becomes a dead letter after its last receive', async () => {
  const [good, bad] = [fresh(), fresh()];
  const before = await dead();
  await small.sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: small.cloud.outputs['Work'],
      Entries: [
        { Id: 'good', MessageBody: JSON.stringify({ do: 'mark', id: good }) },
        { Id: 'bad', MessageBody: JSON.stringify({ do: 'fail', id: bad }) },
      ],
    }),
  );
  await until(dead, (messages) => messages === before + 1);
  expect(Object.keys(await small.rows(good)).sort()).toEqual(['attempt-1', 'done']);
  expect(Object.keys(await small.rows(bad)).sort()).toEqual(['attempt-1', 'attempt-2']);
  await idle();
});

test('a function that exceeds its timeout is ended, and its message returns to the queue', async () => {
  const id = fresh();
  const before = await dead();
  await small.send({ do: 'sleep', id, milliseconds: 60_000 });
  await untilRow(small, id, 'attempt-2');
  expect(small.lines).toContain('Worker failed: Sandbox.Timedout: Task timed out after 1.00 seconds');
  expect(await small.rows(id)).not.toHaveProperty('ended');
  await until(dead, (messages) => messages === before + 1);
});

test('if the thread of a function ends during an invocation, a new thread replaces it and the message returns to the queue', async () => {
  const id = fresh();
  await small.send({ do: 'sleep-once', id });
  await untilRow(small, id, 'began');
  small.cloud.endWorker('Worker');
  await until(
    () => small.rows(id),
    (rows) => 'attempt-2' in rows && 'ended' in rows,
  );
});

test('the messages of each FIFO group are handled in the order they were sent', async () => {
  const groups = ['a', 'b'].map((name) => `${name}-${fresh()}`);
  for (let n = 0; n < 6; n += 1)
    await small.sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: small.cloud.outputs['Ordered'],
        Entries: groups.map((group, index) => ({
          Id: String(index),
          MessageBody: String(n),
          MessageGroupId: group,
          MessageDeduplicationId: fresh(),
        })),
      }),
    );
  await idle();
  for (const group of groups) {
    const rows = await small.rows(`group-${group}`);
    expect(
      Object.keys(rows)
        .sort()
        .map((key) => rows[key]),
    ).toEqual(['0', '1', '2', '3', '4', '5']);
  }
});

test('only an object that matches the prefix and the suffix sends a message', async () => {
  const name = fresh();
  const put = (Key: string): Promise<unknown> =>
    small.s3.send(new PutObjectCommand({ Bucket: small.cloud.outputs['Bucket'], Key, Body: 'x' }));
  await put(`other/${name}.txt`);
  await put(`raw/${name}.xml`);
  await put(`raw/über ${name}.txt`);
  await idle();
  const rows = await small.rows('event');
  expect(Object.entries(rows).filter(([key]) => key.includes(name))).toEqual([
    [`raw/%C3%BCber+${name}.txt`, 'ObjectCreated:Put'],
  ]);
});

test('without the event source mapping no message is handled', async () => {
  const other = writeFixture();
  const unmapped = await run(other, {
    template: ({ Resources: { WorkMapping: _, ...Resources }, ...rest }: Template) => ({
      ...rest,
      Resources,
    }),
  });
  const id = fresh();
  await unmapped.send({ do: 'mark', id });
  // The scheduled function runs, so the cloud works. Only the mapping is missing.
  await unmapped.cloud.tick();
  expect(await unmapped.cloud.inFlight()).toBe(1);
  expect(await unmapped.rows(id)).toEqual({});
  await unmapped.sqs.send(new PurgeQueueCommand({ QueueUrl: unmapped.cloud.outputs['Work'] }));
  await unmapped.stop();
  other.remove();
});

test('if a role may not delete messages of its queue, the start fails, and the error names the function', async () => {
  const other = writeFixture();
  const template = (whole: Template): Template =>
    JSON.parse(JSON.stringify(whole).replaceAll('sqs:DeleteMessage', 'sqs:PurgeQueue')) as Template;
  await expect(run(other, { template })).rejects.toThrow(
    /WorkMapping: the role of Worker lacks sqs:DeleteMessage/,
  );
  other.remove();
});
