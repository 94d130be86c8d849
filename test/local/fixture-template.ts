import { fileURLToPath } from 'node:url';
import type { Json, JsonObject, Resource, Template } from '../../local/template/template.ts';
import { ENDPOINTS } from './fixture-endpoints.ts';
import { below, get, ref } from './fixture-references.ts';

const HANDLERS = fileURLToPath(new URL('./handlers', import.meta.url));

const trust = (service: string): JsonObject => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
});
const allow = (Action: Json, Resource: Json, more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

const READ_QUEUE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function lambda(id: string, handler: string, statements: JsonObject[]): Record<string, Resource> {
  return {
    [`${id}Role`]: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust('lambda.amazonaws.com') },
    },
    [`${id}Policy`]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: id,
        Roles: [ref(`${id}Role`)],
        PolicyDocument: { Statement: [allow('dynamodb:PutItem', get('Table', 'Arn')), ...statements] },
      },
    },
    [id]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Handler: `index.${handler}`,
        Runtime: 'nodejs24.x',
        Role: get(`${id}Role`, 'Arn'),
        MemorySize: 256,
        Timeout: 1,
        Environment: {
          Variables: {
            BUCKET: ref('Bucket'),
            TABLE: ref('Table'),
            FEEDS: { 'Fn::Join': ['', ['https://', get('Distribution', 'DomainName')]] },
          },
        },
      },
      Metadata: { 'aws:asset:path': HANDLERS },
    },
  };
}

const queue = (properties: JsonObject): Resource => ({ Type: 'AWS::SQS::Queue', Properties: properties });

const mapping = (fn: string, source: string): Resource => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    FunctionName: ref(fn),
    EventSourceArn: get(source, 'Arn'),
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  },
});

/** A small stack with a resource of each kind that the local cloud runs. */
export function fixtureTemplate(): Template {
  return {
    Resources: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: [
              {
                Event: 's3:ObjectCreated:*',
                Queue: get('Work', 'Arn'),
                Filter: {
                  S3Key: {
                    Rules: [
                      { Name: 'prefix', Value: 'raw/' },
                      { Name: 'suffix', Value: '.txt' },
                    ],
                  },
                },
              },
            ],
          },
        },
      },
      BucketPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: ref('Bucket'),
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Deny',
                Principal: { AWS: '*' },
                Action: 's3:*',
                Resource: [get('Bucket', 'Arn'), below('Bucket', '/*')],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
              {
                Effect: 'Allow',
                Principal: { Service: 'cloudfront.amazonaws.com' },
                Action: 's3:GetObject',
                Resource: below('Bucket', '/*'),
                Condition: {
                  StringEquals: {
                    'AWS:SourceArn': {
                      'Fn::Sub':
                        'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}',
                    },
                  },
                },
              },
            ],
          },
        },
      },
      Dead: queue({}),
      Work: queue({
        VisibilityTimeout: 4,
        RedrivePolicy: { deadLetterTargetArn: get('Dead', 'Arn'), maxReceiveCount: 2 },
      }),
      WorkPolicy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [ref('Work')],
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 's3.amazonaws.com' },
                Action: 'sqs:SendMessage',
                Resource: get('Work', 'Arn'),
                Condition: { ArnLike: { 'aws:SourceArn': get('Bucket', 'Arn') } },
              },
            ],
          },
        },
      },
      Ordered: queue({ FifoQueue: true, VisibilityTimeout: 30 }),
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
        },
      },
      ...lambda('Worker', 'work', [
        allow(['s3:GetObject', 's3:PutObject'], below('Bucket', '/*')),
        allow(READ_QUEUE, get('Work', 'Arn')),
      ]),
      ...lambda('Orderer', 'ordered', [allow(READ_QUEUE, get('Ordered', 'Arn'))]),
      ...lambda('Ticker', 'ticker', []),
      ...lambda('Responder', 'api', []),
      WorkMapping: mapping('Worker', 'Work'),
      OrderedMapping: mapping('Orderer', 'Ordered'),
      ScheduleRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
          Policies: [
            {
              PolicyName: 'invoke',
              PolicyDocument: { Statement: [allow('lambda:InvokeFunction', get('Ticker', 'Arn'))] },
            },
          ],
        },
      },
      Schedule: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: get('Ticker', 'Arn'), RoleArn: get('ScheduleRole', 'Arn') },
        },
      },
      ...ENDPOINTS,
      Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
    },
    Outputs: {
      Bucket: { Value: ref('Bucket') },
      Table: { Value: ref('Table') },
      Work: { Value: ref('Work') },
      DeadLetters: { Value: ref('Dead') },
      Ordered: { Value: ref('Ordered') },
      Values: { Value: get('Values', 'Arn') },
      Distribution: { Value: ref('Distribution') },
      Feeds: { Value: { 'Fn::Join': ['', ['https://', get('Distribution', 'DomainName'), '/']] } },
      Api: {
        Value: {
          'Fn::Join': [
            '',
            [
              'https://',
              ref('Api'),
              '.execute-api.',
              ref('AWS::Region'),
              '.',
              ref('AWS::URLSuffix'),
              '/',
              ref('Stage'),
              '/',
            ],
          ],
        },
      },
    },
  };
}
