import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import type { StoredRow } from '../contract/stored/decode.ts';
import type { ReportUnreadable } from '../contract/stored/decode-each.ts';
import { FORMAT } from '../contract/stored/format.ts';
import type { Written } from '../contract/stores.ts';
import { LIMITS } from './limits.ts';
import type { Key, KeyRange } from '../contract/table-keys.ts';

/** DynamoDB takes at most 100 keys in a BatchGetItem (API reference, BatchGetItem). */
const KEYS_PER_BATCH = 100;
/** DynamoDB takes at most 25 writes in a BatchWriteItem (API reference, BatchWriteItem). */
const WRITES_PER_BATCH = 25;
const BATCHES_AT_A_TIME = 8;
const BATCH_ATTEMPTS = 8;

/** Sort keys before and after all sort keys of the table. DynamoDB does not accept an empty sort key. */
const LEAST_KEY = '!';
const GREATEST_KEY = '\u{10FFFF}';

/** A condition or an update in DynamoDB's expression language, with the names and values that it uses. */
export interface Expression {
  text: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

export interface QueryOptions {
  limit: number;
  /** Greatest sort key first. */
  newestFirst?: boolean;
}

/** The operations that the stores use: writes, conditional only for single rows, and strongly consistent reads. */
export interface Table {
  /** With `members`, only these members of the row are returned (a ProjectionExpression). */
  get(key: Key, members?: Expression): Promise<StoredRow | undefined>;
  getMany(keys: readonly Key[]): Promise<StoredRow[]>;
  put(row: StoredRow, condition?: Expression): Promise<Written>;
  update(key: Key, update: Expression, condition?: Expression): Promise<Written>;
  delete(key: Key, condition?: Expression): Promise<Written>;
  /**
   * Puts rows and deletes rows by their keys, without conditions. No key may occur twice. Not atomic: a call that
   * fails may have done some of the writes.
   */
  writeMany(writes: { put?: readonly StoredRow[]; delete?: readonly Key[] }): Promise<void>;
  query(range: KeyRange, options: QueryOptions): Promise<StoredRow[]>;
  /** Is told about each row that a list leaves out because it cannot be decoded. */
  unreadable: ReportUnreadable;
}

export const ABSENT: Expression = { text: 'attribute_not_exists(pk)' };

/** A condition: the row still has the token that was read. Token 0 means that there was no row. */
export const unchangedSince = (token: number): Expression => (token === 0 ? ABSENT : hasToken(token));

/** A condition: the row has this token. */
export const hasToken = (token: number | string): Expression => ({
  text: '#token = :token',
  names: { '#token': 'token' },
  values: { ':token': token },
});

/**
 * One page of a range: up to `limit` rows, newest first. `before` is the key at which the range ends, the last row of
 * the page before. DynamoDB returns this row too, so it is left out here. Without `before` the page begins with the
 * newest row of the range.
 */
export async function pageBefore(
  table: Pick<Table, 'query'>,
  range: KeyRange,
  { limit, before }: { limit: number; before: Key | undefined },
): Promise<StoredRow[]> {
  const rows = await table.query(range, {
    newestFirst: true,
    limit: before === undefined ? limit : limit + 1,
  });
  return rows.filter(({ sk }) => sk !== before?.sk).slice(0, limit);
}

/** `unreadable` is told about each row that a list leaves out; without it nobody is told. */
export function openTable(
  name: string,
  config: DynamoDBClientConfig = {},
  unreadable: ReportUnreadable = () => {},
): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...LIMITS, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });

  async function batch(keys: readonly Key[]): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; wanted.length > 0; attempt++) {
      if (attempt === BATCH_ATTEMPTS)
        throw new Error(`DynamoDB did not return ${wanted.length} rows in ${BATCH_ATTEMPTS} attempts`);
      if (attempt > 0) await pauseBefore(attempt);
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      rows.push(...(answer.Responses?.[name] ?? []).map(withKey));
      wanted = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return rows;
  }

  async function writeBatch(requests: readonly WriteRequest[]): Promise<void> {
    let left = requests;
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt === BATCH_ATTEMPTS)
        throw new Error(`DynamoDB did not write ${left.length} rows in ${BATCH_ATTEMPTS} attempts`);
      if (attempt > 0) await pauseBefore(attempt);
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [name]: [...left] } }));
      left = answer.UnprocessedItems?.[name] ?? [];
    }
  }

  return {
    unreadable,
    async get(key, members) {
      const projection = members && {
        ProjectionExpression: `pk, sk, ${members.text}`,
        ExpressionAttributeNames: members.names,
      };
      const answer = await client.send(
        new GetCommand({ TableName: name, Key: { ...key }, ConsistentRead: true, ...projection }),
      );
      return answer.Item && withKey(answer.Item);
    },
    async getMany(keys) {
      const batches = Array.from({ length: Math.ceil(keys.length / KEYS_PER_BATCH) }, (_, index) =>
        keys.slice(index * KEYS_PER_BATCH, (index + 1) * KEYS_PER_BATCH),
      );
      return (await pLimit(BATCHES_AT_A_TIME).map(batches, batch)).flat();
    },
    put: (row, condition) =>
      unlessRefused(() =>
        client.send(
          new PutCommand({ TableName: name, Item: { ...row, format: FORMAT }, ...conditionOf(condition) }),
        ),
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
    async writeMany({ put = [], delete: keys = [] }) {
      const requests = [
        ...put.map((row) => ({ PutRequest: { Item: row } })),
        ...keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
      ];
      for (let at = 0; at < requests.length; at += WRITES_PER_BATCH)
        await writeBatch(requests.slice(at, at + WRITES_PER_BATCH));
    },
    async query({ pk, from, to }, { limit, newestFirst = false }) {
      const rows: StoredRow[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName: name,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: { ':pk': pk, ':from': from ?? LEAST_KEY, ':to': to ?? GREATEST_KEY },
            ScanIndexForward: !newestFirst,
            Limit: limit - rows.length,
            ExclusiveStartKey: start,
          }),
        );
        rows.push(...(answer.Items ?? []).map(withKey));
        start = answer.LastEvaluatedKey;
      } while (start !== undefined && rows.length < limit);
      return rows;
    },
  };
}

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

/** DynamoDB left a part of a batch undone because of too many requests: waits longer before each further attempt. */
const pauseBefore = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));

/** The row in an answer of DynamoDB. Checks that it has both parts of the key, as every row of the table does. */
function withKey(item: Record<string, unknown>): StoredRow {
  const { pk, sk } = item;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('a row of the table has no key');
  return Object.assign(item, { pk, sk });
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
