import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { awsClientOptions, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

let wiredesk: RunningWiredesk;
beforeAll(async () => {
  wiredesk = await startWiredesk();
});
afterAll(() => wiredesk.stop());

/** The redrive of docs/operations.md, "Dead letters in normalise", with the calls that its commands make. */
test('a submission whose messages became dead letters is published after the redrive', async () => {
  const { cloud } = wiredesk.session;
  const sqs = new SQSClient({ ...awsClientOptions(wiredesk.session), useQueueUrlAsEndpoint: false });
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const QueueUrl = QueueUrls.find((url) => url.includes('NormaliseWorkQueue'));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = JSON.parse(Attributes?.RedrivePolicy ?? '') as { deadLetterTargetArn: string };
  const { deadLetterTargetArn: SourceArn } = policy;
  // A failed message comes back after a minute. The test does not wait for all its receives.
  const RedrivePolicy = JSON.stringify({ ...policy, maxReceiveCount: 1 });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy } }));

  const repair = cloud.intercept(({ principal, action }) => {
    if (principal.startsWith('Normalise') && action === 's3:GetObject') throw new Error('out of order');
  });
  const answer = await wiredesk.send('PUT', '/v1/sources/desk/articles/redriven', {
    body: 'A story that waited\n\nFor the repair.',
    headers: { 'content-type': 'text/plain' },
  });
  const deadLetters = async (): Promise<number> =>
    (await cloud.deadLetters()).reduce((sum, { messages }) => sum + messages, 0);
  await expect.poll(deadLetters, { timeout: 600_000, interval: 500 }).toBe(1);
  repair();

  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  const view = await wiredesk.receiptOf(answer);
  expect(view.outcomes).toMatchObject([{ article: expect.any(String) as string }]);
  await wiredesk.runUntilIdle();
  expect(await deadLetters()).toBe(0);
  for (const text of await wiredesk.documents('news')) expect(text).toContain('A story that waited');
  const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn }));
  expect(Results).toMatchObject([{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 1 }]);
});
