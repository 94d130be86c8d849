import { join } from 'node:path';
import * as z from 'zod';
import { awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';
import type { RequiredPermission } from '../protocol/service.ts';
import type { Stack } from '../template/bound-stack.ts';
import { openKeyValueStore, type KeyValueStore } from './key-value-store.ts';

/** The stores of a stack, by ARN. */
export type KeyValueStores = ReadonlyMap<string, KeyValueStore>;

const SERVICE = 'cloudfront-keyvaluestore';

/** Entries on a page of ListKeys (CloudFront KeyValueStore API Reference, ListKeys). */
const PAGE_SIZE = { default: 10, max: 50 };

const OPERATIONS: Record<string, string> = {
  'GET ': 'DescribeKeyValueStore',
  'GET /keys': 'ListKeys',
  'GET /keys/': 'GetKey',
  'POST /keys': 'UpdateKeys',
};

const storeProperties = z.object({
  Name: z.string(),
  ImportSource: z.undefined({ error: 'entries are not imported locally' }).optional(),
});
const updateBody = z.object({
  Puts: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  Deletes: z.array(z.object({ Key: z.string() })).default([]),
});

export function openKeyValueStores(stack: Stack, stateDir: string): KeyValueStores {
  return new Map(
    stack
      .all('AWS::CloudFront::KeyValueStore', storeProperties)
      .map(({ id, names }) => [
        names.attributes['Arn'] ?? '',
        openKeyValueStore(join(stateDir, 'key-value-stores', `${id}.jsonl`)),
      ]),
  );
}

interface Operation {
  name: string;
  /** ARN of the store. */
  arn: string;
  /** The key in the address. */
  key: string;
  query: URLSearchParams;
}

/**
 * The operation of a request (CloudFront KeyValueStore API 2022-07-26). Undefined if the local cloud does not know
 * it.
 */
function operationOf({ method, path }: AwsRequest): Operation | undefined {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const [, arn = '', keys, key = ''] = /^\/key-value-stores\/([^/]+)(\/keys\/?)?([^/]*)$/.exec(address) ?? [];
  const name = OPERATIONS[`${method} ${keys ?? ''}`];
  if (arn === '' || name === undefined) return undefined;
  return {
    name,
    arn: decodeURIComponent(arn),
    key: decodeURIComponent(key),
    query: new URLSearchParams(query),
  };
}

export function keyValuePermission(request: AwsRequest): [RequiredPermission] | undefined {
  const operation = operationOf(request);
  return operation && [{ action: `${SERVICE}:${operation.name}`, resource: operation.arn }];
}

/** Answers the operations that people and the command line use: describe, get, list in pages, update if the ETag matches. */
export function keyValueApi(stores: KeyValueStores): (request: AwsRequest) => AwsResponse {
  return (request) => {
    const operation = operationOf(request);
    const store = stores.get(operation?.arn ?? '');
    if (!operation || !store) return refused(404, 'ResourceNotFoundException', 'There is no such store.');
    if (operation.name === 'DescribeKeyValueStore')
      return json({ ...summary(store), KvsARN: operation.arn, Created: 0, Status: 'READY' }, store.etag);
    if (operation.name === 'GetKey') return getKey(store, operation.key);
    if (operation.name === 'ListKeys') return listKeys(store, operation.query);
    return updateKeys(store, request);
  };
}

function getKey(store: KeyValueStore, key: string): AwsResponse {
  const value = store.get(key);
  if (value === undefined) return refused(404, 'ResourceNotFoundException', 'There is no such key.');
  return json({ Key: key, Value: value, ...summary(store) });
}

const summary = (store: KeyValueStore): object => ({
  ItemCount: store.count,
  TotalSizeInBytes: store.bytes,
});

function listKeys(store: KeyValueStore, query: URLSearchParams): AwsResponse {
  const limit = Math.min(Number(query.get('MaxResults') ?? PAGE_SIZE.default), PAGE_SIZE.max);
  const page = store.list(limit, query.get('NextToken') ?? '');
  const Items = page.map(([Key, Value]) => ({ Key, Value }));
  const last = page.length === limit ? page.at(-1)?.[0] : undefined;
  return json({ Items, ...(last !== undefined && { NextToken: last }) });
}

function updateKeys(store: KeyValueStore, { headers, body }: AwsRequest): AwsResponse {
  if (headers['if-match'] !== store.etag)
    return refused(409, 'ConflictException', 'The ETag is not that of the current version.');
  const { Puts, Deletes } = updateBody.parse(JSON.parse(body.toString('utf8')));
  const updated = store.update({
    puts: Puts.map(({ Key, Value }) => [Key, Value]),
    deletes: Deletes.map(({ Key }) => Key),
  });
  if (updated.ok) return json(summary(store), store.etag);
  return refused(updated.code === 'ValidationException' ? 400 : 402, updated.code, updated.message);
}

const refused = (status: number, code: string, message: string): AwsResponse =>
  awsError(SERVICE, { status, code, message });

const json = (value: object, etag?: string): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...(etag !== undefined && { etag }) },
  body: Buffer.from(JSON.stringify(value)),
});
