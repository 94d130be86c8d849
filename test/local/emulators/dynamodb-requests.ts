import { vi } from 'vitest';
import type { Emulators } from '../../../local/emulators/emulators.ts';

/** Requests to the emulator of DynamoDB, as the SDK sends them. */

export const TABLE = 'Items';
interface Key {
  pk: string;
  sk: string;
}
interface Answer {
  Table?: { TableStatus?: string };
  Item?: Row;
  Items?: Row[];
  LastEvaluatedKey?: object;
}
interface Row {
  sk: { S: string };
  rev: { N: string };
}

export async function request(emulators: Emulators, operation: string, body: object): Promise<Answer> {
  const { status, body: answer } = await emulators.send('dynamodb', {
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
      // dynalite wants a signature and does not check it.
      authorization:
        'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=b',
      'x-amz-date': '20260101T000000Z',
    },
    body: Buffer.from(JSON.stringify(body)),
  });
  const text = answer.toString('utf8');
  if (status !== 200) throw new Error(`${operation}: ${text}`);
  return JSON.parse(text) as Answer;
}

async function status(emulators: Emulators): Promise<string | undefined> {
  const { Table } = await request(emulators, 'DescribeTable', { TableName: TABLE });
  return Table?.TableStatus;
}

export async function createTable(emulators: Emulators): Promise<void> {
  const keys = ['pk', 'sk'] as const;
  await request(emulators, 'CreateTable', {
    TableName: TABLE,
    KeySchema: keys.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    BillingMode: 'PAY_PER_REQUEST',
  });
  // The emulator answers before it has made the table.
  await vi.waitUntil(async () => (await status(emulators)) === 'ACTIVE', { timeout: 120_000, interval: 20 });
}

const keyOf = ({ pk, sk }: Key): object => ({ pk: { S: pk }, sk: { S: sk } });

export const dynamodb = {
  put: (emulators: Emulators, item: Key & { rev: number; text: string }, expected?: number) =>
    request(emulators, 'PutItem', {
      TableName: TABLE,
      Item: { ...keyOf(item), rev: { N: String(item.rev) }, text: { S: item.text } },
      ...(expected !== undefined && {
        ConditionExpression: 'rev = :expected',
        ExpressionAttributeValues: { ':expected': { N: String(expected) } },
      }),
    }),
  update: (emulators: Emulators, key: Key, { rev, text }: { rev: number; text: string }) =>
    request(emulators, 'UpdateItem', {
      TableName: TABLE,
      Key: keyOf(key),
      UpdateExpression: 'SET rev = :rev, #text = :text',
      ExpressionAttributeNames: { '#text': 'text' },
      ExpressionAttributeValues: { ':rev': { N: String(rev) }, ':text': { S: text } },
    }),
  remove: (emulators: Emulators, key: Key) =>
    request(emulators, 'DeleteItem', { TableName: TABLE, Key: keyOf(key) }),
  /** The revision that a strong read finds. */
  async get(emulators: Emulators, key: Key): Promise<number | undefined> {
    const { Item } = await request(emulators, 'GetItem', {
      TableName: TABLE,
      Key: keyOf(key),
      ConsistentRead: true,
    });
    return Item && Number(Item.rev.N);
  },
  /** The items of a partition, at most `pages` pages of them. `whole`: there are no more pages. */
  async query(
    emulators: Emulators,
    pk: string,
    { limit, newestFirst, pages }: { limit?: number | undefined; newestFirst: boolean; pages: number },
  ): Promise<{ rows: { sk: string; rev: number }[]; whole: boolean }> {
    const rows: { sk: string; rev: number }[] = [];
    let start: object | undefined;
    for (let page = 0; page < pages; page++) {
      const { Items = [], LastEvaluatedKey } = await request(emulators, 'Query', {
        TableName: TABLE,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
        ConsistentRead: true,
        ScanIndexForward: !newestFirst,
        ...(limit !== undefined && { Limit: limit }),
        ...(start && { ExclusiveStartKey: start }),
      });
      rows.push(...Items.map(({ sk, rev }) => ({ sk: sk.S, rev: Number(rev.N) })));
      if (!LastEvaluatedKey) return { rows, whole: true };
      start = LastEvaluatedKey;
    }
    return { rows, whole: false };
  },
};
