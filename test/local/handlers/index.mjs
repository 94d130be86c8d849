// The handlers of the Lambda functions in the small stack (test/local/fixture-template.ts). They are plain
// JavaScript, as in a bundle.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

// The clients get no options: they read region, address and keys from the environment variables of the function.
const s3 = new S3Client();
const dynamodb = new DynamoDBClient();

const { BUCKET: Bucket, TABLE: TableName } = process.env;

/** Writes a row that a test reads. */
const mark = (subject, detail, text = '') =>
  dynamodb.send(
    new PutItemCommand({
      TableName,
      Item: { pk: { S: subject }, sk: { S: String(detail) }, text: { S: text } },
    }),
  );

const TASKS = {
  mark: ({ id }) => mark(id, 'done'),
  now: ({ id }) => mark(id, 'now', new Date().toISOString()),
  put: ({ key, body }) => s3.send(new PutObjectCommand({ Bucket, Key: key, Body: body })),
  get: async ({ id, key }) => {
    const error = await s3.send(new GetObjectCommand({ Bucket, Key: key })).then(
      () => 'found',
      (reason) => reason.name,
    );
    await mark(id, 'get', error);
  },
  fail: () => {
    throw new Error('asked to fail');
  },
  sleep: async ({ id, milliseconds }) => {
    await mark(id, 'began');
    await sleep(milliseconds);
    await mark(id, 'ended');
  },
  // At the first receive it does not end by itself: on a busy machine a test may be late to end it.
  'sleep-once': ({ id }, attempt) => TASKS.sleep({ id, milliseconds: attempt === '1' ? 3_600_000 : 0 }),
};

async function run(record) {
  const body = JSON.parse(record.body);
  const attempt = record.attributes.ApproximateReceiveCount;
  if (body.Records) {
    for (const { eventName, s3: object } of body.Records) await mark('event', object.object.key, eventName);
    return;
  }
  if (body.id) await mark(body.id, `attempt-${attempt}`);
  await TASKS[body.do](body, attempt);
}

export async function work({ Records }) {
  const batchItemFailures = [];
  for (const record of Records) {
    try {
      await run(record);
    } catch (error) {
      console.error(error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

/**
 * How many messages `ordered` has handled. The row of each message has this number as sort key, to show the order.
 */
let handled = 0;
export async function ordered({ Records }) {
  for (const { body, attributes } of Records) {
    handled += 1;
    await mark(`group-${attributes.MessageGroupId}`, String(handled).padStart(6, '0'), body);
  }
}

export async function api(event, context) {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const answers = {
    '/echo/{id}': () => ({
      statusCode: 200,
      headers: { 'Content-Type': 'application/octet-stream', 'X-Id': event.pathParameters.id },
      isBase64Encoded: true,
      body: bytes.toString('base64'),
    }),
    '/hash': () => ({ statusCode: 200, body: createHash('sha256').update(bytes).digest('hex') }),
    '/fail': () => {
      throw new Error('asked to fail');
    },
    '/malformed': () => ({ status: 200 }),
    '/environment': () => ({
      statusCode: 200,
      body: JSON.stringify({ ...process.env, remaining: context.getRemainingTimeInMillis() }),
    }),
  };
  return answers[event.resource]();
}

export async function ticker(event) {
  await mark('tick', event.time, JSON.stringify(event));
}
