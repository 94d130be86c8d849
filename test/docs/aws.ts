// The `aws` command of the tester: `node aws.ts SERVICE OPERATION …` answers the commands of docs/operations.md from the
// local cloud, with the options and the output of the AWS CLI. What the local cloud cannot answer is in UNANSWERED.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { StackFile } from './local-stack.ts';

/** The operations that the local cloud does not have. Only their arguments are checked: none of them may be empty. */
const UNANSWERED: Record<string, string> = {
  'cloudwatch describe-alarms': 'the local cloud has no alarms',
  'cloudwatch get-metric-statistics': 'the local cloud counts no metrics',
  'logs tail': 'the local cloud writes its logs to files',
  'sns subscribe': 'the local cloud sends no alarms',
  'scheduler list-schedules': 'the local cloud runs schedules itself',
  'lambda get-account-settings': 'the local cloud has no limits of an account',
};

type Options = Record<string, string[]>;

const first = (options: Options, name: string): string => options[name]?.[0] ?? '';
const stack = (): StackFile =>
  JSON.parse(readFileSync(process.env['WIREDESK_STACK_FILE'] ?? '', 'utf8')) as StackFile;

async function sqs() {
  const { SQS } = await import('@aws-sdk/client-sqs');
  return new SQS({});
}

async function s3() {
  const { S3 } = await import('@aws-sdk/client-s3');
  return new S3({});
}

/** The bucket and the key of an address `s3://BUCKET/KEY`. */
function s3Address(address: string | undefined): { Bucket: string; Key: string } {
  const [, Bucket = '', Key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address ?? '') ?? [];
  return { Bucket, Key };
}

/** The answers of the operations, in the shape of the AWS CLI; `words` are the arguments without a name. */
const ANSWERS: Record<string, (options: Options, words: string[]) => Promise<object | undefined>> = {
  'cloudformation describe-stacks': () => Promise.resolve({ Stacks: [stack()] }),
  'cloudformation list-stack-resources': () =>
    Promise.resolve({ StackResourceSummaries: stack().StackResourceSummaries }),
  'sqs receive-message': async (options) =>
    (await sqs()).receiveMessage({
      QueueUrl: first(options, 'queue-url'),
      MaxNumberOfMessages: Number(first(options, 'max-number-of-messages')),
      VisibilityTimeout: Number(first(options, 'visibility-timeout')),
    }),
  'sqs get-queue-attributes': async (options) =>
    (await sqs()).getQueueAttributes({
      QueueUrl: first(options, 'queue-url'),
      AttributeNames: (options['attribute-names'] ?? []) as 'All'[],
    }),
  'sqs start-message-move-task': async (options) =>
    (await sqs()).startMessageMoveTask({ SourceArn: first(options, 'source-arn') }),
  'sqs purge-queue': async (options) => (await sqs()).purgeQueue({ QueueUrl: first(options, 'queue-url') }),
  'sqs send-message': async (options) =>
    (await sqs()).sendMessage({
      QueueUrl: first(options, 'queue-url'),
      MessageBody: first(options, 'message-body'),
      MessageGroupId: options['message-group-id']?.[0],
      MessageDeduplicationId: options['message-deduplication-id']?.[0],
    }),
  's3 cp': async (_, [from, to = '.']) => {
    const { Body } = await (await s3()).getObject(s3Address(from));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    writeFileSync(to === '.' ? basename(from ?? '') : to, bytes);
    return undefined;
  },
  's3 rm': async (_, [address]) => {
    const client = await s3();
    const { Bucket, Key: Prefix } = s3Address(address);
    const { Contents = [] } = await client.listObjectsV2({ Bucket, Prefix });
    if (Contents.length === 0) throw new Error(`there is no object below ${String(address)}`);
    for (const { Key = '' } of Contents) await client.deleteObject({ Bucket, Key });
    return undefined;
  },
  'dynamodb query': async (options) => {
    const { DynamoDB } = await import('@aws-sdk/client-dynamodb');
    return new DynamoDB({}).query({
      TableName: first(options, 'table-name'),
      Select: 'COUNT',
      KeyConditionExpression: first(options, 'key-condition-expression'),
      ExpressionAttributeValues: JSON.parse(first(options, 'expression-attribute-values')) as Record<
        string,
        { S: string }
      >,
    });
  },
  'cloudfront create-invalidation': async (options) => {
    const { CloudFront } = await import('@aws-sdk/client-cloudfront');
    const Items = options['paths'] ?? [];
    return new CloudFront({}).createInvalidation({
      DistributionId: first(options, 'distribution-id'),
      InvalidationBatch: { CallerReference: String(Date.now()), Paths: { Quantity: Items.length, Items } },
    });
  },
  'cloudfront-keyvaluestore get-key': async (options) => {
    const { CloudFrontKeyValueStore } = await import('@aws-sdk/client-cloudfront-keyvaluestore');
    await import('@aws-sdk/signature-v4a');
    const client = new CloudFrontKeyValueStore({});
    return client.getKey({ KvsARN: first(options, 'kvs-arn'), Key: first(options, 'key') });
  },
  // The only function that the page runs by hand is the one that the schedule runs.
  'lambda invoke': async (options) => {
    if (!first(options, 'function-name').includes('FanOut'))
      throw new Error('only a tick can be run by hand');
    const response = await fetch(`${process.env['AWS_ENDPOINT_URL'] ?? ''}/_wiredesk/tick`, {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env['AWS_SECRET_ACCESS_KEY'] ?? ''}` },
    });
    return { StatusCode: response.status };
  },
};

/** The forms of `--query` (JMESPath) on the page, each with what it takes from an answer. */
const QUERIES: [RegExp, (answer: Record<string, unknown>, match: string[]) => unknown][] = [
  [
    /^Stacks\[0\]\.Outputs\[\?OutputKey=='(\w+)'\]\.OutputValue$/,
    (_, [, key]) => stack().Outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue,
  ],
  [
    /^StackResourceSummaries\[\?ResourceType=='([\w:]+)' && starts_with\(LogicalResourceId, '(\w+)'\)\]\.PhysicalResourceId \| \[0\]$/,
    (_, [, type, start = '']) =>
      stack().StackResourceSummaries.find(
        (found) => found.ResourceType === type && found.LogicalResourceId.startsWith(start),
      )?.PhysicalResourceId,
  ],
  [
    /^(\w+)(?:\.(\w+))?$/,
    (answer, [, name = '', member]) =>
      member === undefined ? answer[name] : (answer[name] as Record<string, unknown>)[member],
  ],
];

function queried(answer: Record<string, unknown>, query: string): unknown {
  const [found] = QUERIES.flatMap(([form, take]) => {
    const match = form.exec(query);
    return match ? [{ value: take(answer, match) }] : [];
  });
  if (found === undefined) throw new Error(`aws.ts does not have the query ${query}`);
  if (found.value === undefined) throw new Error(`nothing is found by the query ${query}`);
  return found.value;
}

async function run([service = '', operation = '', ...rest]: string[]): Promise<string> {
  const name = `${service} ${operation}`;
  const empty = rest.findIndex((text) => text === '' || text === 'None');
  if (empty >= 0) throw new Error(`argument ${empty + 1} of aws ${name} is empty: ${rest.join(' ')}`);
  if (UNANSWERED[name] !== undefined) return '';
  const answer = ANSWERS[name];
  if (answer === undefined) throw new Error(`aws.ts does not have the command "aws ${name}"`);
  const options: Options = {};
  const words: string[] = [];
  let target = words;
  for (const text of rest) {
    if (text.startsWith('--')) target = options[text.slice(2)] = [];
    else target.push(text);
  }
  // `--recursive` has no value, so what follows it is an argument.
  words.push(...(options['recursive'] ?? []));
  const answered = await answer(options, words);
  if (answered === undefined) return '';
  const { $metadata: _, ...members } = answered as Record<string, unknown>;
  const value = options['query'] ? queried(members, first(options, 'query')) : members;
  if (typeof value === 'string' && options['output']?.[0] === 'text') return `${value}\n`;
  return Object.keys(members).length === 0 ? '' : `${JSON.stringify(value)}\n`;
}

process.stdout.write(await run(process.argv.slice(2)));
