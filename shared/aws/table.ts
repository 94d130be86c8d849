import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from '../contract/keys.ts';
import type { Written } from '../contract/stores.ts';

export type Row = Key & Record<string, unknown>;

/** DynamoDB takes at most 100 keys in a BatchGetItem (API reference, BatchGetItem). */
const BATCH_GET = 100;
const BATCH_ATTEMPTS = 8;

/** A condition or an update in DynamoDB's expression language, with the values it names. */
export interface Expression {
  text: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

export interface QueryOptions {
  limit: number;
  /** Sort keys in this half-open way: `from` ≤ sk ≤ `to`. */
  from?: string;
  to?: string;
  newestFirst?: boolean;
}

/** The table as single-item conditional writes and strong reads: all that the stores are built on. */
export interface Table {
  get(key: Key): Promise<Row | undefined>;
  getMany(keys: readonly Key[]): Promise<Row[]>;
  put(row: Row, condition?: Expression): Promise<Written>;
  update(key: Key, update: Expression, condition?: Expression): Promise<Written>;
  delete(key: Key, condition?: Expression): Promise<Written>;
  query(pk: string, options: QueryOptions): Promise<Row[]>;
}

export const ABSENT: Expression = { text: 'attribute_not_exists(pk)' };

export function openTable(name: string, config: DynamoDBClientConfig = {}): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });

  async function batch(keys: readonly Key[]): Promise<Row[]> {
    const rows: Row[] = [];
    let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; wanted.length > 0; attempt++) {
      if (attempt === BATCH_ATTEMPTS) throw new Error(`DynamoDB left ${wanted.length} keys unread`);
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      rows.push(...((answer.Responses?.[name] ?? []) as Row[]));
      wanted = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return rows;
  }

  return {
    async get(key) {
      const answer = await client.send(
        new GetCommand({ TableName: name, Key: { ...key }, ConsistentRead: true }),
      );
      return answer.Item as Row | undefined;
    },
    async getMany(keys) {
      const rows: Row[] = [];
      for (let at = 0; at < keys.length; at += BATCH_GET)
        rows.push(...(await batch(keys.slice(at, at + BATCH_GET))));
      return rows;
    },
    put: (row, condition) =>
      unlessRefused(() =>
        client.send(new PutCommand({ TableName: name, Item: row, ...conditionOf(condition) })),
      ),
    update: (key, update, condition) =>
      unlessRefused(() =>
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: { ...key },
            UpdateExpression: update.text,
            ...conditionOf(condition, update),
          }),
        ),
      ),
    delete: (key, condition) =>
      unlessRefused(() =>
        client.send(new DeleteCommand({ TableName: name, Key: { ...key }, ...conditionOf(condition) })),
      ),
    async query(pk, { limit, from = '', to, newestFirst = false }) {
      const rows: Row[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName: name,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: { ':pk': pk, ':from': from || '!', ':to': to ?? '\u{10FFFF}' },
            ScanIndexForward: !newestFirst,
            Limit: limit - rows.length,
            ExclusiveStartKey: start,
          }),
        );
        rows.push(...((answer.Items ?? []) as Row[]));
        start = answer.LastEvaluatedKey;
      } while (start !== undefined && rows.length < limit);
      return rows;
    },
  };
}

function conditionOf(condition?: Expression, update?: Expression): Record<string, unknown> {
  const names = { ...update?.names, ...condition?.names };
  const values = { ...update?.values, ...condition?.values };
  return {
    ...(condition && { ConditionExpression: condition.text }),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

async function unlessRefused(write: () => Promise<unknown>): Promise<Written> {
  try {
    await write();
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'refused';
    throw error;
  }
}
