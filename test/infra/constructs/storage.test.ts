import { describe, expect, test } from 'vitest';
import { RAW_PREFIX } from '../../../shared/contract/keys.ts';
import { resource, synthesise } from '../synthesis.ts';

const { template } = synthesise();
const raw = resource(template, 'AWS::S3::Bucket', 'StorageRaw');
const feeds = resource(template, 'AWS::S3::Bucket', 'StorageFeeds');
const accessLogs = resource(template, 'AWS::S3::Bucket', 'StorageAccessLogs');

describe.each([
  ['raw objects', raw],
  ['feeds', feeds],
  ['access logs', accessLogs],
])('the bucket for %s', (_name, bucket) => {
  test('is private and encrypted by S3', () => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
  });

  test('stays when the stack is deleted, but not when its first deployment is rolled back', () => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test('aborts incomplete uploads', () => {
    expect(bucket.Properties['LifecycleConfiguration']).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          Status: 'Enabled',
        }),
      ]) as unknown,
    });
  });

  test('denies plain HTTP', () => {
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy')) as {
      Properties: { Bucket: unknown; PolicyDocument: { Statement: unknown[] } };
    }[];
    const own = policies.find(
      ({ Properties }) => JSON.stringify(Properties.Bucket) === `{"Ref":"${bucket.id}"}`,
    );
    expect(own?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });
});

test('the raw bucket keeps every version; the feed bucket keeps none, because an old version may contain a withdrawn story', () => {
  expect(raw.Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
  expect(JSON.stringify(raw.Properties['LifecycleConfiguration'])).not.toContain('Expiration');
  expect(feeds.Properties).not.toHaveProperty('VersioningConfiguration');
});

describe('the notification for raw objects', () => {
  const queue = resource(template, 'AWS::SQS::Queue', 'NormaliseWorkQueue');
  const policy = resource(template, 'AWS::SQS::QueuePolicy', 'NormaliseWorkQueuePolicy');

  test('goes to the queue of normalise, for keys with the raw prefix', () => {
    expect(raw.Properties['NotificationConfiguration']).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: RAW_PREFIX }] } },
          Queue: { 'Fn::GetAtt': [queue.id, 'Arn'] },
        },
      ],
    });
  });

  test('is created after the policy that allows S3 to send to the queue, because S3 tests this permission', () => {
    expect(raw.DependsOn).toContain(policy.id);
    expect((policy.Properties['PolicyDocument'] as { Statement: unknown[] }).Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        Resource: { 'Fn::GetAtt': [queue.id, 'Arn'] },
      }),
    );
  });
});

test('there is one table; it is billed on demand and has point-in-time recovery', () => {
  const table = resource(template, 'AWS::DynamoDB::Table', '');
  expect(table.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  });
  expect(table.Properties).not.toHaveProperty('GlobalSecondaryIndexes');
});

test('the table stays when the stack is deleted, but the roll-back of a first deployment can delete it', () => {
  const table = resource(template, 'AWS::DynamoDB::Table', '');
  expect(table).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  // DynamoDB would refuse to delete the table, and the stack would stay in ROLLBACK_FAILED.
  expect(table.Properties).not.toHaveProperty('DeletionProtectionEnabled');
});
