import { describe, expect, test } from 'vitest';
import { type PartitionKeys, partitionKeysOf } from '../../../local/aws/leading-keys.ts';
import { requiredPermissions } from '../../../local/aws/required-permissions.ts';
import { readPolicies } from '../../../local/iam/policies.ts';
import { bindStack } from '../../../local/template/bound-stack.ts';
import type { Template } from '../../../local/template/template.ts';
import { STAGE_NAMES, type StageName } from '../../../shared/contract/stages.ts';
import { PARTITION, type PartitionName } from '../../../shared/contract/table-keys.ts';
import { LOGICAL_NAMES, resource, synthesise } from '../synthesis.ts';

/** The rows that each stage may write. Every other row of the table is refused. */
const WRITES: Record<StageName, readonly PartitionName[]> = {
  ingest: ['quota', 'receipt', 'receipts'],
  normalise: ['article', 'dirty', 'due', 'receipt', 'receipts'],
  'fan-out': ['dirty', 'due', 'reach', 'todo', 'wake'],
  publish: ['due', 'feed', 'todo', 'wake'],
};
/** The rows that each stage may read. */
const READS: Record<StageName, readonly PartitionName[]> = {
  ingest: ['article', 'feed', 'receipt'],
  normalise: ['article', 'receipt'],
  'fan-out': ['article', 'dirty', 'due', 'feed', 'partners', 'reach', 'receipt', 'receipts', 'wake'],
  publish: ['article', 'feed', 'release', 'todo'],
};

const synthesised = synthesise().template;
const stack = bindStack('Wiredesk', synthesised.toJSON() as Template, 'http://127.0.0.1:1');
const policies = readPolicies(stack);
const partitionKeys: PartitionKeys = partitionKeysOf(stack);
const [table = ''] = partitionKeys.keys();
const partitions = Object.keys(PARTITION) as PartitionName[];

const keyOf = (name: PartitionName): string =>
  PARTITION[name].endsWith('#') ? `${PARTITION[name]}some-id` : PARTITION[name];
const row = (pk: string) => ({ pk: { S: pk }, sk: { S: 'X' } });

const WRITING: Record<string, (pk: string) => unknown> = {
  PutItem: (pk) => ({ TableName: table, Item: row(pk) }),
  UpdateItem: (pk) => ({ TableName: table, Key: row(pk), UpdateExpression: 'SET a = :a' }),
  DeleteItem: (pk) => ({ TableName: table, Key: row(pk) }),
  BatchWriteItem: (pk) => ({ RequestItems: { [table]: [{ PutRequest: { Item: row(pk) } }] } }),
};
const READING: Record<string, (pk: string) => unknown> = {
  GetItem: (pk) => ({ TableName: table, Key: row(pk) }),
  BatchGetItem: (pk) => ({ RequestItems: { [table]: { Keys: [row(pk)] } } }),
  Query: (pk) => ({
    TableName: table,
    KeyConditionExpression: '#p = :p AND sk BETWEEN :a AND :b',
    ExpressionAttributeNames: { '#p': 'pk' },
    ExpressionAttributeValues: { ':p': { S: pk }, ':a': { S: 'a' }, ':b': { S: 'b' } },
  }),
};

/** Whether the role of a stage may make a request, as the local cloud decides it from the template. */
function may(stage: StageName, operation: string, body: unknown): boolean {
  const role = `${LOGICAL_NAMES[stage]}Role`;
  const { id } = resource(synthesised, 'AWS::IAM::Role', role);
  const principal = { role: `arn:aws:iam::000000000000:role/${id}` };
  const needed = requiredPermissions(
    'dynamodb',
    {
      method: 'POST',
      path: '/',
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(JSON.stringify(body)),
    },
    partitionKeys,
  );
  return needed?.every((permission) => policies.allows({ principal, ...permission })) ?? false;
}

const mayAny = (stage: StageName, operations: typeof WRITING, pk: string): boolean =>
  Object.entries(operations).some(([operation, body]) => may(stage, operation, body(pk)));

describe.each(STAGE_NAMES)('%s', (stage) => {
  test.each(partitions)('may write rows of %s only if they belong to it', (name) => {
    expect(mayAny(stage, WRITING, keyOf(name))).toBe(WRITES[stage].includes(name));
  });

  test.each(partitions)('may read rows of %s only if it needs them', (name) => {
    expect(mayAny(stage, READING, keyOf(name))).toBe(READS[stage].includes(name));
  });

  test('may not hide the row of another stage in a batch with its own', () => {
    const own = row(keyOf(WRITES[stage][0] ?? 'article'));
    const foreign = partitions
      .filter((name) => !WRITES[stage].includes(name))
      .map((name) => row(keyOf(name)));
    for (const other of foreign) {
      const batch = [own, other].map((Item) => ({ PutRequest: { Item } }));
      expect(may(stage, 'BatchWriteItem', { RequestItems: { [table]: batch } })).toBe(false);
    }
  });

  test.each([
    ['Scan', { TableName: table }],
    ['ExecuteStatement', { Statement: `SELECT * FROM "${table}"` }],
    ['TransactWriteItems', { TransactItems: [{ Put: { TableName: table, Item: row('PARTNERS') } }] }],
    ['Query', { TableName: table, KeyConditionExpression: 'sk = :s' }],
    ['PutItem', { TableName: table, Item: { sk: { S: 'no partition key' } } }],
    ['DeleteTable', { TableName: table }],
    ['PutItem', { TableName: table, Item: row('receipt#lower case') }],
    ['PutItem', { TableName: table, Item: row('X-ARTICLE#a') }],
    ['PutItem', { TableName: table, Item: row('') }],
  ])('may not %s %j', (operation, body) => {
    expect(may(stage, operation, body)).toBe(false);
  });
});

describe('an object of the raw bucket', () => {
  const put = (stage: StageName, key: string, headers: Record<string, string>): boolean => {
    const { id } = resource(synthesised, 'AWS::IAM::Role', `${LOGICAL_NAMES[stage]}Role`);
    const bucket = stack.names(resource(synthesised, 'AWS::S3::Bucket', 'StorageRaw').id).ref;
    const needed = requiredPermissions(
      's3',
      { method: 'PUT', path: `/${bucket}/${key}`, headers, body: Buffer.alloc(0) },
      partitionKeys,
    );
    const principal = { role: `arn:aws:iam::000000000000:role/${id}` };
    return needed?.every((permission) => policies.allows({ principal, ...permission })) ?? false;
  };

  test.each([
    ['ingest', 'raw/desk/receipt'],
    ['normalise', 'content/article/hash'],
  ] as const)('%s may create %s, but not replace it', (stage, key) => {
    expect(put(stage, key, { 'if-none-match': '*' })).toBe(true);
    expect(put(stage, key, {})).toBe(false);
    expect(put(stage, key, { 'if-match': '"etag"' })).toBe(false);
  });
});
