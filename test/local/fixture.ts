import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import { startCloud, type Cloud, type CloudOptions } from '../../local/cloud.ts';
import type { Json, JsonObject, Resource, Template } from '../../local/template.ts';

// Clouds start in seconds, and a message comes back after its visibility time-out.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A small stack that has one of everything the local cloud runs. */

const HANDLERS = fileURLToPath(new URL('./handlers', import.meta.url));
const ref = (id: string): JsonObject => ({ Ref: id });
const get = (id: string, attribute: string): JsonObject => ({ 'Fn::GetAtt': [id, attribute] });
const below = (id: string, path: string): JsonObject => ({ 'Fn::Join': ['', [get(id, 'Arn'), path]] });

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

const path = (part: string, parent: Json): Resource => ({
  Type: 'AWS::ApiGateway::Resource',
  Properties: { RestApiId: ref('Api'), ParentId: parent, PathPart: part },
});
const ANY_INTEGRATION: JsonObject = {
  Type: 'AWS_PROXY',
  Uri: {
    'Fn::Join': [
      '',
      [
        'arn:aws:apigateway:',
        ref('AWS::Region'),
        ':lambda:path/2015-03-31/functions/',
        get('Front', 'Arn'),
        '/invocations',
      ],
    ],
  },
};
const method = (resource: string, verb: string): Resource => ({
  Type: 'AWS::ApiGateway::Method',
  Properties: {
    RestApiId: ref('Api'),
    ResourceId: ref(resource),
    HttpMethod: verb,
    AuthorizationType: 'NONE',
    Integration: ANY_INTEGRATION,
  },
});

const EDGE_FUNCTION = `
import crypto from 'crypto';
function handler(event) {
  const request = event.request;
  if (request.uri === '/teapot') return { statusCode: 418, statusDescription: 'x', headers: { 'x-made': { value: 'here' } } };
  const zipped = (request.headers['accept-encoding'] || { value: '' }).value.includes('gzip');
  request.uri = '/feeds/' + crypto.createHash('sha256').update(request.uri).digest('hex').slice(0, 8) + (zipped ? '.gz' : '');
  return request;
}`;

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
      ...lambda('Front', 'api', []),
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
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api', BinaryMediaTypes: ['*/*'] } },
      Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: ref('Api'), StageName: 'prod' } },
      Echo: path('echo', get('Api', 'RootResourceId')),
      EchoId: path('{id}', ref('Echo')),
      EchoAny: method('EchoId', 'ANY'),
      ...Object.fromEntries(
        ['hash', 'fail', 'malformed', 'environment'].flatMap((name) => [
          [`${name}Path`, path(name, get('Api', 'RootResourceId'))],
          [`${name}Method`, method(`${name}Path`, 'POST')],
        ]),
      ),
      ApiPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: get('Front', 'Arn'),
          Principal: 'apigateway.amazonaws.com',
          SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/*' },
        },
      },
      Rewrite: {
        Type: 'AWS::CloudFront::Function',
        Properties: {
          Name: 'rewrite',
          FunctionCode: EDGE_FUNCTION,
          FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
        },
      },
      Headers: {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: {
          ResponseHeadersPolicyConfig: {
            Name: 'headers',
            CustomHeadersConfig: {
              Items: [{ Header: 'Cache-Control', Value: 'max-age=60', Override: true }],
            },
            SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
          },
        },
      },
      Distribution: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: [
              {
                Id: 'bucket',
                DomainName: get('Bucket', 'RegionalDomainName'),
                S3OriginConfig: { OriginAccessIdentity: '' },
              },
            ],
            DefaultCacheBehavior: {
              TargetOriginId: 'bucket',
              ViewerProtocolPolicy: 'redirect-to-https',
              Compress: false,
              FunctionAssociations: [
                { EventType: 'viewer-request', FunctionARN: get('Rewrite', 'FunctionARN') },
              ],
              ResponseHeadersPolicyId: ref('Headers'),
            },
          },
        },
      },
      Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
    },
    Outputs: {
      Bucket: { Value: ref('Bucket') },
      Table: { Value: ref('Table') },
      Work: { Value: ref('Work') },
      Ordered: { Value: ref('Ordered') },
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

export interface Fixture {
  assembly: string;
  stateDir: string;
  remove(): void;
}

/** A cloud assembly with the small stack, and a place for its state, in a new directory. */
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
  /** Detail → text of the rows marked with a subject. */
  rows(subject: string): Promise<Record<string, string>>;
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

/** The operator's clients for a running cloud. */
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

/** Waits until a reading passes; the test's own time-out is the limit. */
export async function until<T>(read: () => Promise<T>, passes: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (passes(value)) return value;
    await sleep(20);
  }
}

export const fresh = (): string => randomUUID();
