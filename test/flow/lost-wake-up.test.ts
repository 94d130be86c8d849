import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPublishQueue } from '../../shared/aws/queues.ts';
import { feedIdOf } from '../support/ids.ts';
import { showFeed } from '../support/operate.ts';
import { awsClientOptions, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

let wiredesk: RunningWiredesk;
beforeAll(async () => {
  wiredesk = await startWiredesk();
  await wiredesk.runUntilIdle();
});
afterAll(() => wiredesk.stop());

/** How many loops of the local cloud receive from the queue of publish. */
const POLLERS = 2;

/** Runs `work` while publish receives no messages. */
async function whilePublishRests(work: () => Promise<void>): Promise<void> {
  const { cloud, pipeline } = wiredesk.session;
  const [resting, rested] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let pollers = 0;
  const stopIntercepting = cloud.intercept(async ({ principal, action }) => {
    if (!principal.startsWith('Publish') || action !== 'sqs:ReceiveMessage') return;
    if (++pollers === POLLERS) resting.resolve();
    await rested.promise;
  });
  // Each poller already waits for a message. A message for a feed that does not exist ends this wait.
  const queue = openPublishQueue(
    pipeline.outputs.publishQueue,
    () => crypto.randomUUID(),
    awsClientOptions(wiredesk.session),
  );
  await queue.send(
    Array.from({ length: POLLERS }, (_, at) => ({ feed: feedIdOf(`unknown${at}`), articles: [] })),
  );
  await resting.promise;
  try {
    await work();
  } finally {
    stopIntercepting();
    rested.resolve();
  }
}

/** Deletes all messages to publish, as if SQS had lost them. Returns their number. */
async function loseMessages(): Promise<number> {
  const sqs = new SQSClient({ ...awsClientOptions(wiredesk.session), useQueueUrlAsEndpoint: false });
  const QueueUrl = wiredesk.session.pipeline.outputs.publishQueue;
  for (let lost = 0; ; lost++) {
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    if (message === undefined) return lost;
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  }
}

/** Waits until no message waits and no function runs. */
async function untilNoMessages(): Promise<void> {
  while ((await wiredesk.session.cloud.inFlight()) > 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

const isShown = async (title: string): Promise<boolean[]> =>
  (await Promise.all(['news', 'all'].map((channel) => wiredesk.documents(channel))))
    .flat()
    .map((text) => text.includes(title));

test('a story and a kill whose messages to publish are lost take effect after the next ticks', async () => {
  const { cloud } = wiredesk.session;
  await whilePublishRests(async () => {
    await wiredesk.put('lost', 'Lost story\n\nIts body.');
    await cloud.tick();
    expect(await loseMessages()).toBe(2);
  });
  await untilNoMessages();
  expect((await showFeed(wiredesk.session.pipeline, 'news')).waiting).toHaveLength(1);
  expect(await isShown('Lost story')).toEqual(Array(6).fill(false));
  for (let minute = 0; minute < 3; minute++) {
    cloud.clock.shift(60_000);
    await cloud.tick();
  }
  await wiredesk.runUntilIdle();
  expect(await isShown('Lost story')).toEqual(Array(6).fill(true));
  expect((await showFeed(wiredesk.session.pipeline, 'news')).waiting).toEqual([]);

  await whilePublishRests(async () => {
    await wiredesk.kill('lost');
    await cloud.tick();
    expect(await loseMessages()).toBe(2);
  });
  for (let minute = 0; minute < 3; minute++) {
    cloud.clock.shift(60_000);
    await cloud.tick();
  }
  await wiredesk.runUntilIdle();
  expect(await isShown('Lost story')).toEqual(Array(6).fill(false));
});
