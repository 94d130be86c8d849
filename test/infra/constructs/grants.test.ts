import { describe, expect, test } from 'vitest';
import { GRANTS } from '../../../infra/constructs/grants.ts';
import { STAGE_NAMES, STAGES, type Stage } from '../../../shared/contract/stages.ts';
import { LOGICAL_NAMES, resource, resources, synthesise } from '../synthesis.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

const { template } = synthesise();
const ARNS = {
  table: arn('AWS::DynamoDB::Table', 'StorageTable'),
  rawBucket: arn('AWS::S3::Bucket', 'StorageRaw'),
  feedBucket: arn('AWS::S3::Bucket', 'StorageFeeds'),
  nowQueue: arn('AWS::SQS::Queue', 'FanOutWorkQueue'),
  publishQueue: arn('AWS::SQS::Queue', 'PublishWorkQueue'),
  normaliseQueue: arn('AWS::SQS::Queue', 'NormaliseWorkQueue'),
  decisionQueue: arn('AWS::SQS::Queue', 'DecisionWorkQueue'),
  distribution: {
    'Fn::Join': [
      '',
      [
        'arn:',
        { Ref: 'AWS::Partition' },
        ':cloudfront::',
        { Ref: 'AWS::AccountId' },
        ':distribution/',
        { Ref: resource(template, 'AWS::CloudFront::Distribution', 'Edge').id },
      ],
    ],
  },
};
const TRACES = { Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], Resource: '*' };
const CONSUME = [
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ReceiveMessage',
];

describe.each(STAGE_NAMES)('the role of %s', (name) => {
  const stage: Stage = STAGES[name];
  const granted = pairs(statements(`${LOGICAL_NAMES[name]}RoleDefaultPolicy`));

  test('allows exactly its GRANTS, writing its log and traces, and receiving from its own queues', () => {
    const log = arn('AWS::Logs::LogGroup', `${LOGICAL_NAMES[name]}Log`);
    const expected = pairs([
      ...GRANTS[name].map((grant) => ({
        Effect: 'Allow',
        Action: [...grant.actions],
        Resource:
          'objects' in grant ? { 'Fn::Join': ['', [ARNS[grant.on], `/${grant.objects}`]] } : ARNS[grant.on],
      })),
      { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: log },
      { Effect: 'Allow', ...TRACES },
      ...[
        ...(stage.queue ? [`${LOGICAL_NAMES[name]}WorkQueue`] : []),
        ...(stage.decisionQueue ? ['DecisionWorkQueue'] : []),
      ].map((queue) => ({
        Effect: 'Allow',
        Action: CONSUME.map((action) => `sqs:${action}`),
        Resource: arn('AWS::SQS::Queue', queue),
      })),
    ]);
    expect(granted).toEqual(expected);
  });

  test('belongs to this function only and has no managed policy', () => {
    const role = resource(template, 'AWS::IAM::Role', `${LOGICAL_NAMES[name]}Role`);
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(
      resource(template, 'AWS::Lambda::Function', `${LOGICAL_NAMES[name]}Function`).Properties['Role'],
    ).toEqual({
      'Fn::GetAtt': [role.id, 'Arn'],
    });
  });
});

describe('all roles', () => {
  const all = [...resources(template, 'AWS::IAM::Policy').keys()].flatMap(statements);

  test('name every action without wildcards', () => {
    expect(all.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('name every resource, except for traces, which have no resource', () => {
    expect(all.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)).toEqual(
      STAGE_NAMES.map(() => TRACES.Action),
    );
  });
});

test('the schedule may only call fan-out, and only its own schedule group may assume its role', () => {
  const target = arn('AWS::Lambda::Function', 'FanOutFunction');
  expect(statements('FanOutTickRoleDefaultPolicy')).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: target },
  ]);
  const group = arn('AWS::Scheduler::ScheduleGroup', 'FanOutTick');
  expect(
    resource(template, 'AWS::IAM::Role', 'FanOutTickRole').Properties['AssumeRolePolicyDocument'],
  ).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' }, 'aws:SourceArn': group },
        },
      },
    ],
  });
});

function arn(type: string, prefix: string): unknown {
  return { 'Fn::GetAtt': [resource(template, type, prefix).id, 'Arn'] };
}

function statements(policy: string): Statement[] {
  const { Properties } = resource(template, 'AWS::IAM::Policy', policy);
  return (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
}

/** Each action on each resource, sorted, so that the grouping into statements does not matter. */
function pairs(all: Statement[]): string[] {
  return all
    .flatMap(({ Effect, Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((on) => `${Effect} ${action} ${JSON.stringify(on)}`)),
    )
    .sort();
}
