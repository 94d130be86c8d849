import {
  CancelMessageMoveTaskCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  SetQueueAttributesCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requiredPermissions } from '../../../local/aws/required-permissions.ts';
import { fresh, run, until, writeFixture, type Running } from '../fixture.ts';

const fixture = writeFixture();
let small: Running;
beforeAll(async () => {
  small = await run(fixture);
});
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

const arnOf = async (QueueUrl: string | undefined): Promise<string> => {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
  return (await small.sqs.send(command)).Attributes?.QueueArn ?? '';
};

test('a dead letter goes back to the queue that it came from, and its receives are counted from zero', async () => {
  const { Work, DeadLetters } = small.cloud.outputs;
  const failing = fresh();
  await small.sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: Work, Attributes: { VisibilityTimeout: '1' } }),
  );
  await small.send({ do: 'fail', id: failing });
  await until(small.cloud.deadLetters, ([queue]) => queue?.messages === 1);
  const attempts = Object.keys(await small.rows(failing)).length;

  const [SourceArn, destination] = [await arnOf(DeadLetters), await arnOf(Work)];
  const { TaskHandle } = await small.sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  expect(TaskHandle).toEqual(expect.any(String));
  const task = await until(
    async () => (await small.sqs.send(new ListMessageMoveTasksCommand({ SourceArn }))).Results?.[0],
    (found) => found?.Status === 'COMPLETED',
  );
  expect(task).toMatchObject({
    SourceArn,
    DestinationArn: destination,
    ApproximateNumberOfMessagesMoved: 1,
    ApproximateNumberOfMessagesToMove: 1,
  });
  await expect(small.sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }))).rejects.toThrow(
    /does not exist/,
  );
  // It fails as often as before, and becomes a dead letter again.
  await until(small.cloud.deadLetters, ([queue]) => queue?.messages === 1);
  expect(Object.keys(await small.rows(failing)).length).toBeGreaterThanOrEqual(attempts);
});

test('only a dead-letter queue can be a source', async () => {
  const SourceArn = await arnOf(small.cloud.outputs['Work']);
  await expect(small.sqs.send(new StartMessageMoveTaskCommand({ SourceArn }))).rejects.toThrow(
    /must be configured as a Dead Letter Queue/,
  );
});

test('needs the permissions that SQS asks for', () => {
  const permissions = (operation: string, body: object): string[] | undefined =>
    requiredPermissions(
      'sqs',
      {
        method: 'POST',
        path: '/',
        headers: { 'x-amz-target': `AmazonSQS.${operation}` },
        body: Buffer.from(JSON.stringify(body)),
      },
      new Map(),
    )?.map(({ action, resource }) => `${action} ${resource}`);
  const move = ['sqs:ReceiveMessage dead', 'sqs:DeleteMessage dead', 'sqs:GetQueueAttributes dead'];
  expect(permissions('StartMessageMoveTask', { SourceArn: 'dead' })).toEqual([
    'sqs:StartMessageMoveTask dead',
    ...move,
  ]);
  expect(permissions('StartMessageMoveTask', { SourceArn: 'dead', DestinationArn: 'work' })).toEqual([
    'sqs:StartMessageMoveTask dead',
    ...move,
    'sqs:SendMessage work',
  ]);
  expect(permissions('ListMessageMoveTasks', { SourceArn: 'dead' })).toEqual([
    'sqs:ListMessageMoveTasks dead',
  ]);
  const TaskHandle = Buffer.from('{"taskId":"t","sourceArn":"dead"}').toString('base64');
  expect(permissions('CancelMessageMoveTask', { TaskHandle })).toEqual([
    'sqs:CancelMessageMoveTask dead',
    ...move,
  ]);
});
