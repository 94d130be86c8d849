import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  CreateTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  type CreateTableCommandInput,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Credentials, REGION } from '../template/account.ts';
import type { Stack } from '../template/bound-stack.ts';

const table = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.undefined({ error: 'secondary indexes are not created locally' }).optional(),
});

const attribute = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const redrive = z
  .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
  .transform((value) => JSON.stringify(value));
/** The queue attributes that change what senders and receivers see. */
const queue = z.object({
  FifoQueue: attribute.optional(),
  ContentBasedDeduplication: attribute.optional(),
  VisibilityTimeout: attribute.optional(),
  DelaySeconds: attribute.optional(),
  MaximumMessageSize: attribute.optional(),
  MessageRetentionPeriod: attribute.optional(),
  ReceiveMessageWaitTimeSeconds: attribute.optional(),
  RedrivePolicy: redrive.optional(),
});

/** Seconds to wait for a new table. */
const TABLE_SECONDS = 30;

/** Creates the missing buckets, queues and tables, and updates the attributes of existing queues. Keeps all data. */
export async function provision(stack: Stack, endpoint: string, credentials: Credentials): Promise<void> {
  const configuration = { endpoint, credentials, region: REGION };
  const [s3, sqs, dynamodb] = [
    new S3Client(configuration),
    new SQSClient(configuration),
    new DynamoDBClient(configuration),
  ];
  try {
    for (const { names } of stack.all('AWS::S3::Bucket', z.unknown())) await createBucket(s3, names.ref);
    const queues = stack.all('AWS::SQS::Queue', queue);
    for (const { names, properties } of queues) {
      const given = Object.entries(properties).filter(([, value]) => value !== undefined);
      await createQueue(
        sqs,
        names.attributes['QueueName'] ?? '',
        Object.fromEntries(given) as Record<string, string>,
      );
    }
    const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
    for (const type of ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'])
      for (const { names, properties } of stack.all(type, table)) {
        if (TableNames.includes(names.ref)) continue;
        const input: CreateTableCommandInput = {
          TableName: names.ref,
          KeySchema: properties.KeySchema,
          AttributeDefinitions: properties.AttributeDefinitions,
          BillingMode: 'PAY_PER_REQUEST',
        };
        await dynamodb.send(new CreateTableCommand(input));
        // Until the table is active, a request for it fails with "no such table".
        await waitUntilTableExists(
          { client: dynamodb, maxWaitTime: TABLE_SECONDS, minDelay: 1, maxDelay: 1 },
          { TableName: names.ref },
        );
      }
  } finally {
    for (const client of [s3, sqs, dynamodb]) client.destroy();
  }
}

async function createBucket(s3: S3Client, Bucket: string): Promise<void> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket }));
  } catch {
    await s3.send(new CreateBucketCommand({ Bucket })).catch((error: unknown) => {
      if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
    });
  }
}

async function createQueue(
  sqs: SQSClient,
  QueueName: string,
  attributes: Record<string, string>,
): Promise<void> {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes: attributes }));
  }
}
