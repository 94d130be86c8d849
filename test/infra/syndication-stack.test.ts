import { describe, expect, test } from 'vitest';
import {
  ENVIRONMENT,
  OUTPUTS,
  STAGE_ENVIRONMENT,
  STAGE_NAMES,
  STAGES,
  type Stage,
} from '../../shared/contract/stages.ts';
import { LOGICAL_NAMES, resource, resources, synthesise, type Resource } from './synthesis.ts';

const { stack, template } = synthesise();
const stages = STAGE_NAMES.map((name): [typeof name, Stage] => [name, STAGES[name]]);
const queued = stages.flatMap(([name, { queue, decisionQueue, timeoutSeconds }]) => [
  ...(queue ? [{ name, prefix: LOGICAL_NAMES[name], queue, minimum: 6 * timeoutSeconds }] : []),
  // The queue of decisions has a shorter visibility timeout, so that a decision does not wait long after a crash.
  // Lambda refuses one that is shorter than the timeout of the function.
  ...(decisionQueue ? [{ name, prefix: 'Decision', queue: decisionQueue, minimum: timeoutSeconds }] : []),
]);

describe.each(stages)('the function of %s', (name, { memoryMb, timeoutSeconds }) => {
  const { Properties } = resource(template, 'AWS::Lambda::Function', `${LOGICAL_NAMES[name]}Function`);

  test('has the memory and timeout that STAGES states', () => {
    expect(Properties).toMatchObject({ MemorySize: memoryMb, Timeout: timeoutSeconds });
  });

  test('runs on Node 24, on arm64', () => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  test('has exactly the environment variables that STAGE_ENVIRONMENT lists, and none for the local cloud', () => {
    const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };
    expect(Object.keys(Variables).sort()).toEqual(
      STAGE_ENVIRONMENT[name].map((key) => ENVIRONMENT[key]).sort(),
    );
    for (const value of Object.values(Variables))
      expect(value).toEqual({ Ref: expect.any(String) as string });
  });

  test('writes JSON to its own log group, which keeps each line for 30 days', () => {
    const logging = Properties['LoggingConfig'] as { LogFormat: string; LogGroup: { Ref: string } };
    expect(logging.LogFormat).toBe('JSON');
    expect(resources(template, 'AWS::Logs::LogGroup').get(logging.LogGroup.Ref)).toMatchObject({
      Properties: { RetentionInDays: 30 },
      DeletionPolicy: 'Delete',
    });
  });
});

describe.each(queued)('the queue $prefix of $name', ({ name, prefix, queue, minimum }) => {
  const { id, Properties } = resource(template, 'AWS::SQS::Queue', `${prefix}WorkQueue`);
  const deadLetters = resource(template, 'AWS::SQS::Queue', `${prefix}WorkDeadLetters`);

  test('has a visibility timeout that is long enough for the function’s timeout', () => {
    expect(Properties['VisibilityTimeout']).toBe(queue.visibilitySeconds);
    expect(Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(minimum);
  });

  test('has a dead-letter queue of the same kind (FIFO or standard), which keeps messages for 14 days', () => {
    expect(Properties['RedrivePolicy']).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] },
      maxReceiveCount: queue.maxReceives,
    });
    expect(deadLetters.Properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    expect(deadLetters.Properties['FifoQueue'] ?? false).toBe(queue.fifo);
  });

  test('is encrypted, and so is its dead-letter queue', () => {
    expect(Properties['SqsManagedSseEnabled']).toBe(true);
    expect(deadLetters.Properties['SqsManagedSseEnabled']).toBe(true);
  });

  test('invokes its function, which reports each failed message', () => {
    const mappings = [...resources(template, 'AWS::Lambda::EventSourceMapping').values()].filter(
      ({ Properties: { EventSourceArn } }) => isArnOf(EventSourceArn, id),
    );
    expect(mappings).toHaveLength(1);
    expect(mappings[0]?.Properties).toMatchObject({
      BatchSize: queue.batchSize,
      FunctionName: { Ref: resource(template, 'AWS::Lambda::Function', `${LOGICAL_NAMES[name]}Function`).id },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: queue.maxConcurrency },
    });
  });

  test('is FIFO if STAGES says so, with independent groups and deduplication ids from the sender', () => {
    expect(Properties['FifoQueue'] ?? false).toBe(queue.fifo);
    if (!queue.fifo) return;
    expect(Properties).toMatchObject({
      ContentBasedDeduplication: false,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
  });
});

test('there are no queues except those of the stages and their dead-letter queues', () => {
  expect(resources(template, 'AWS::SQS::Queue').size).toBe(2 * queued.length);
});

test('every queue denies plain HTTP', () => {
  const policies = [...resources(template, 'AWS::SQS::QueuePolicy').values()];
  for (const id of resources(template, 'AWS::SQS::Queue').keys()) {
    const statements = policies
      .filter(({ Properties: { Queues } }) => JSON.stringify(Queues) === JSON.stringify([{ Ref: id }]))
      .flatMap(statementsOf);
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});

test('a schedule calls fan-out, and a failed tick is not retried', () => {
  const target = resource(template, 'AWS::Lambda::Function', 'FanOutFunction').id;
  const { Properties, DependsOn } = resource(template, 'AWS::Scheduler::Schedule', 'FanOutTick');
  const group = resource(template, 'AWS::Scheduler::ScheduleGroup', 'FanOutTick');
  expect(Properties).toMatchObject({
    ScheduleExpression: 'rate(1 minute)',
    GroupName: group.Properties['Name'],
    Target: {
      Arn: { 'Fn::GetAtt': [target, 'Arn'] },
      Input: '{"scheduled":true}',
      RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
    },
  });
  expect(DependsOn).toContain(group.id);
  expect(resource(template, 'AWS::Lambda::EventInvokeConfig', 'FanOut').Properties).toMatchObject({
    FunctionName: { Ref: target },
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 60,
  });
});

test('the stack has the outputs that the command line reads', () => {
  const outputs = Object.keys(template.findOutputs('*'));
  for (const name of Object.values(OUTPUTS)) expect(outputs).toContain(name);
});

test('the stack has termination protection', () => {
  expect(stack.terminationProtection).toBe(true);
});

test('a roll-back of the first deployment deletes everything but the role that all APIs of the account share', () => {
  const kept = Object.values(template.toJSON()['Resources'] as Record<string, Resource>)
    .filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
    .map(({ Type }) => Type);
  expect(kept.toSorted()).toEqual(['AWS::ApiGateway::Account', 'AWS::IAM::Role']);
});

test('the stack has no setting of the local cloud', () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(
    /localhost|127\.0\.0\.1|ENDPOINT_URL|LOOPBACK|LOCAL_/i,
  );
});

test('the stack has no functions except those of the stages, and no custom resource', () => {
  expect(resources(template, 'AWS::Lambda::Function').size).toBe(STAGE_NAMES.length);
  const types = Object.values(template.toJSON()['Resources'] as Record<string, Resource>).map(
    ({ Type }) => Type,
  );
  expect(
    types.filter((type) => type.startsWith('Custom::') || type.startsWith('AWS::CloudFormation')),
  ).toEqual([]);
});

function isArnOf(value: unknown, id: string): boolean {
  return JSON.stringify(value) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] });
}

function statementsOf({ Properties: { PolicyDocument } }: Resource): unknown[] {
  return (PolicyDocument as { Statement: unknown[] }).Statement;
}

test('only a stage that sends messages to itself may do so without being ended by Lambda', () => {
  for (const [name, { sendsToItself = false }] of stages) {
    const { Properties } = resource(template, 'AWS::Lambda::Function', `${LOGICAL_NAMES[name]}Function`);
    expect(Properties['RecursiveLoop']).toBe(sendsToItself ? 'Allow' : undefined);
  }
});
