import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bindStack, type Stack } from '../../../local/template/bound-stack.ts';
import type { Json } from '../../../local/template/template.ts';

const bind = (endpoint = 'http://127.0.0.1:1'): Stack =>
  bindStack(
    'Stack',
    {
      Resources: {
        Bucket1A: { Type: 'AWS::S3::Bucket' },
        Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'mine' } },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
        Table: { Type: 'AWS::DynamoDB::Table' },
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: 1 } },
      },
      Outputs: { Url: { Value: { Ref: 'Queue' } } },
      Parameters: { Version: { Type: 'String', Default: '21' } },
    },
    endpoint,
  );

test.each<[string, Json, Json]>([
  ['Ref of a bucket', { Ref: 'Bucket1A' }, 'stack-bucket1a'],
  ['Ref of a named bucket', { Ref: 'Named' }, 'mine'],
  ['Ref of a queue', { Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/Queue.fifo'],
  ['Ref of a parameter', { Ref: 'Version' }, '21'],
  ['Ref of the region', { Ref: 'AWS::Region' }, 'us-east-1'],
  ['GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:us-east-1:000000000000:table/Stack-Table'],
  ['GetAtt as text with a dot', { 'Fn::GetAtt': 'Queue.QueueName' }, 'Queue.fifo'],
  ['Join with a reference inside', { 'Fn::Join': ['/', ['a', { Ref: 'Named' }]] }, 'a/mine'],
  ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
  [
    'Sub',
    { 'Fn::Sub': '${AWS::Partition}:${Queue.Arn}:${!Kept}' },
    'aws:arn:aws:sqs:us-east-1:000000000000:Queue.fifo:${Kept}',
  ],
  ['Sub with its own values', { 'Fn::Sub': ['${x}', { x: { Ref: 'Named' } }] }, 'mine'],
  ['NoValue in an object', { kept: 1, removed: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  [
    'an attribute of a resource that the local cloud does not run',
    { 'Fn::GetAtt': ['Alarm', 'Arn'] },
    'arn:aws:inert:us-east-1:000000000000:Alarm/Arn',
  ],
  ['plain data', [1, true, null, { Deep: ['x'] }], [1, true, null, { Deep: ['x'] }]],
])('in a template, %s is resolved', (_, value, expected) => {
  expect(bind().resolve(value)).toEqual(expected);
});

describe('an error names the part of the template that caused it', () => {
  test.each<[string, Json, RegExp]>([
    ['an unknown resource', { Ref: 'Nobody' }, /"Nobody"/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Table', 'StreamArn'] }, /Table\.StreamArn/],
    ['an unknown function', { 'Fn::If': ['A', 1, 2] }, /Fn::If/],
  ])('%s', (_, value, message) => {
    expect(() => bind().resolve(value)).toThrow(message);
  });

  test('properties that do not match the schema', () => {
    expect(() => bind().all('AWS::CloudWatch::Alarm', z.object({ Threshold: z.string() }))).toThrow(
      /Alarm[^]*Threshold/,
    );
  });
});

test('queue URLs depend on the port, all other names do not', () => {
  const [one, two] = [bind('http://127.0.0.1:1'), bind('http://127.0.0.1:2')];
  for (const id of ['Bucket1A', 'Table']) expect(one.names(id)).toEqual(two.names(id));
  expect(one.names('Queue').attributes['Arn']).toBe(two.names('Queue').attributes['Arn']);
  expect(two.outputs()).toEqual({ Url: 'http://127.0.0.1:2/000000000000/Queue.fifo' });
});

test('a long logical id becomes a bucket name that S3 accepts and that has the same end as the id', () => {
  const id = `A${'x'.repeat(80)}-End`;
  const { ref } = bindStack('S', { Resources: { [id]: { Type: 'AWS::S3::Bucket' } } }, '').names(id);
  expect(ref).toMatch(/^[a-z0-9][a-z0-9-]{1,61}end$/);
});
