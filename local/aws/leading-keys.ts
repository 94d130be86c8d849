import * as z from 'zod';
import type { Stack } from '../template/bound-stack.ts';

/** By table name: the name of its partition key. */
export type PartitionKeys = ReadonlyMap<string, string>;

const table = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
});

export const partitionKeysOf = (stack: Stack): PartitionKeys =>
  new Map(
    stack.all('AWS::DynamoDB::Table', table).flatMap(({ names, properties: { KeySchema } }) => {
      const key = KeySchema.find(({ KeyType }) => KeyType === 'HASH');
      return key === undefined ? [] : [[names.ref, key.AttributeName] as const];
    }),
  );

const attributes = z.record(z.string(), z.object({ S: z.string().optional() }).catch({}));
const entry = z.object({
  Key: attributes.optional(),
  Item: attributes.optional(),
  PutRequest: z.object({ Item: attributes }).optional(),
  DeleteRequest: z.object({ Key: attributes }).optional(),
});
const request = entry.extend({
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: attributes.default({}),
});
const batchTable = z.union([z.array(entry), z.object({ Keys: z.array(attributes) })]);

/**
 * The values of `dynamodb:LeadingKeys` for a request about one table: the partition keys that the request names
 * (Developer Guide, "Using IAM policy conditions for fine-grained access control"). Undefined if the request names
 * none, as Scan does: then a condition with `Null` is false.
 */
export function leadingKeys(body: unknown, partitionKey: string | undefined): string[] | undefined {
  const parsed = request.safeParse(body);
  if (!parsed.success || partitionKey === undefined) return undefined;
  const found = [...keysOf(parsed.data, partitionKey), ...queried(parsed.data, partitionKey)];
  return found.length === 0 ? undefined : found;
}

/** The leading keys of one table of a batch request. */
export function leadingKeysOfBatch(part: unknown, partitionKey: string | undefined): string[] | undefined {
  const parsed = batchTable.safeParse(part);
  if (!parsed.success || partitionKey === undefined) return undefined;
  const { data } = parsed;
  const found = Array.isArray(data)
    ? data.flatMap((one) => keysOf(one, partitionKey))
    : data.Keys.flatMap((key) => valueOf(key, partitionKey));
  return found.length === 0 ? undefined : found;
}

function keysOf({ Key, Item, PutRequest, DeleteRequest }: z.infer<typeof entry>, name: string): string[] {
  return [Key, Item, PutRequest?.Item, DeleteRequest?.Key].flatMap((row) => valueOf(row, name));
}

function valueOf(row: z.infer<typeof attributes> | undefined, name: string): string[] {
  const value = row?.[name]?.S;
  return value === undefined ? [] : [value];
}

/** A query names its partition in the condition `name = :value`; the name may stand behind a placeholder. */
function queried(
  {
    KeyConditionExpression = '',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }: z.infer<typeof request>,
  partitionKey: string,
): string[] {
  return [...KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)].flatMap(
    ([, name = '', value = '']) => ((names[name] ?? name) === partitionKey ? (values[value]?.S ?? []) : []),
  );
}
