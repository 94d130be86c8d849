import { join } from 'node:path';
import * as z from 'zod';
import type { Demand } from '../aws/required-permissions.ts';
import type { AwsRequest, AwsResponse } from '../emulators/emulators.ts';
import { awsError } from '../aws/errors.ts';
import { openKeyValueStore, type KeyValueStore } from './key-value-store.ts';
import type { Stack } from '../template/template.ts';

/** The stores of a stack, by ARN. */
export type KeyValueStores = ReadonlyMap<string, KeyValueStore>;

const SERVICE = 'cloudfront-keyvaluestore';

/** API reference, ListKeys. */
const PAGE = { usual: 10, most: 50 };

const OPERATIONS: Record<string, string> = {
  'GET ': 'DescribeKeyValueStore',
  'GET /keys': 'ListKeys',
  'POST /keys': 'UpdateKeys',
};

const declared = z.object({
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
      .all('AWS::CloudFront::KeyValueStore', declared)
      .map(({ id, names }) => [
        names.attributes['Arn'] ?? '',
        openKeyValueStore(join(stateDir, 'key-value-stores', `${id}.jsonl`)),
      ]),
  );
}

/** Operation and store of a request of the CloudFront KeyValueStore API 2022-07-26; undefined: none that is known. */
function read({
  method,
  path,
}: AwsRequest): { operation: string; arn: string; query: URLSearchParams } | undefined {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const [, arn = '', keys] = /^\/key-value-stores\/([^/]+)(\/keys)?$/.exec(address) ?? [];
  const operation = OPERATIONS[`${method} ${keys ?? ''}`];
  if (arn === '' || operation === undefined) return undefined;
  return { operation, arn: decodeURIComponent(arn), query: new URLSearchParams(query) };
}

export function keyValueDemands(request: AwsRequest): [Demand] | undefined {
  const call = read(request);
  return call && [{ action: `${SERVICE}:${call.operation}`, resource: call.arn }];
}

/** What the API answers, as far as the command line uses it: Describe, List in pages, Update against an ETag. */
export function keyValueApi(stores: KeyValueStores): (request: AwsRequest) => AwsResponse {
  return (request) => {
    const call = read(request);
    const store = stores.get(call?.arn ?? '');
    if (!call || !store)
      return awsError(SERVICE, 404, 'ResourceNotFoundException', 'There is no such store.');
    const summary = (): object => ({ ItemCount: store.count, TotalSizeInBytes: store.bytes });
    if (call.operation === 'DescribeKeyValueStore') {
      return json({ ...summary(), KvsARN: call.arn, Created: 0, Status: 'READY' }, store.etag);
    }
    if (call.operation === 'ListKeys') {
      const limit = Math.min(Number(call.query.get('MaxResults') ?? PAGE.usual), PAGE.most);
      const page = store.list(limit, call.query.get('NextToken') ?? '');
      const Items = page.map(([Key, Value]) => ({ Key, Value }));
      const last = page.length === limit ? page.at(-1)?.[0] : undefined;
      return json({ Items, ...(last !== undefined && { NextToken: last }) });
    }
    if (request.headers['if-match'] !== store.etag)
      return awsError(SERVICE, 409, 'ConflictException', 'The ETag is not that of the current version.');
    const { Puts, Deletes } = updateBody.parse(JSON.parse(request.body.toString('utf8')));
    const refusal = store.update({
      puts: Puts.map(({ Key, Value }) => [Key, Value]),
      deletes: Deletes.map(({ Key }) => Key),
    });
    if (!refusal) return json(summary(), store.etag);
    return awsError(
      SERVICE,
      refusal.code === 'ValidationException' ? 400 : 402,
      refusal.code,
      refusal.message,
    );
  };
}

const json = (value: object, etag?: string): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...(etag !== undefined && { etag }) },
  body: Buffer.from(JSON.stringify(value)),
});
