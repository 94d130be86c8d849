import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { conditionalWrites } from '../../../local/s3/conditional-writes.ts';
import type { AwsRequest, AwsResponse } from '../../../local/protocol/messages.ts';
import { fresh, run, writeFixture, type Running } from '../fixture.ts';

const statusOf = (promise: Promise<unknown>): Promise<number> =>
  promise.then(
    () => 200,
    (error: unknown) => (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0,
  );

describe('through the SDK', () => {
  const fixture = writeFixture();
  let small: Running;
  let Bucket: string | undefined;
  beforeAll(async () => {
    small = await run(fixture);
    Bucket = small.cloud.outputs['Bucket'];
  });
  afterAll(async () => {
    await small.stop();
    fixture.remove();
  });
  const put = (
    Key: string,
    Body: string,
    conditions: { IfMatch?: string; IfNoneMatch?: string } = {},
  ): Promise<number> => statusOf(small.s3.send(new PutObjectCommand({ Bucket, Key, Body, ...conditions })));
  const read = async (Key: string): Promise<{ text: string | undefined; etag: string | undefined }> => {
    const { Body, ETag } = await small.s3.send(new GetObjectCommand({ Bucket, Key }));
    return { text: await Body?.transformToString(), etag: ETag };
  };

  test('If-None-Match: * creates an object once; a second writer gets 412 and changes nothing', async () => {
    const key = fresh();
    expect(await put(key, 'first', { IfNoneMatch: '*' })).toBe(200);
    expect(await put(key, 'second', { IfNoneMatch: '*' })).toBe(412);
    expect((await read(key)).text).toBe('first');
  });

  test('If-Match replaces an object that has the given ETag; with another ETag the answer is 412, without an object 404', async () => {
    const key = fresh();
    expect(await put(key, 'nothing to match', { IfMatch: '"0"' })).toBe(404);
    await put(key, 'one');
    const { etag = '' } = await read(key);
    expect(await put(key, 'two', { IfMatch: etag })).toBe(200);
    expect(await put(key, 'three', { IfMatch: etag })).toBe(412);
    expect((await read(key)).text).toBe('two');
  });

  test('if many writers create one key, exactly one succeeds and its bytes stay', async () => {
    const key = fresh();
    const statuses = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put(key, `writer ${index}`, { IfNoneMatch: '*' })),
    );
    // The SDK retries after 409. The retry gets 412, because the object exists by then.
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 409, 412].includes(status))).toBe(true);
    expect((await read(key)).text).toBe(`writer ${statuses.indexOf(200)}`);
  });

  test('the completion of a multipart upload and a deletion can be conditional', async () => {
    const Key = fresh();
    await put(Key, 'there');
    const { UploadId } = await small.s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const { ETag } = await small.s3.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: 'part' }),
    );
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
    const complete = { Bucket, Key, UploadId, MultipartUpload };
    expect(
      await statusOf(small.s3.send(new CompleteMultipartUploadCommand({ ...complete, IfNoneMatch: '*' }))),
    ).toBe(412);
    expect(await statusOf(small.s3.send(new CompleteMultipartUploadCommand(complete)))).toBe(200);
    expect(await statusOf(small.s3.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: '"0"' })))).toBe(412);
    expect((await read(Key)).text).toBe('part');
  });
});

describe('with an emulator whose answers the test controls', () => {
  const request = (method: string, headers: Record<string, string> = {}): AwsRequest => ({
    method,
    path: '/bucket/key',
    headers,
    body: Buffer.alloc(0),
  });
  const ok: AwsResponse = { status: 200, headers: { etag: '"1"' }, body: Buffer.alloc(0) };
  const missing: AwsResponse = { status: 404, headers: {}, body: Buffer.alloc(0) };

  test('a conditional write during another write of the same key gets 409', async () => {
    const held = Promise.withResolvers<AwsResponse>();
    const write = conditionalWrites(({ method }) =>
      method === 'HEAD' ? Promise.resolve(missing) : held.promise,
    );
    const first = write(request('PUT', { 'if-none-match': '*' }));
    const second = await write(request('PUT', { 'if-none-match': '*' }));
    expect(second.status).toBe(409);
    expect(second.body.toString()).toContain('<Code>ConditionalRequestConflict</Code>');
    held.resolve(ok);
    expect((await first).status).toBe(200);
  });

  test('unconditional writes of a key run one after the other', async () => {
    const order: string[] = [];
    const held = Promise.withResolvers<AwsResponse>();
    const write = conditionalWrites(({ headers }) => {
      order.push(headers['x'] ?? '');
      return headers['x'] === 'first' ? held.promise : Promise.resolve(ok);
    });
    const both = Promise.all([write(request('PUT', { x: 'first' })), write(request('PUT', { x: 'second' }))]);
    await Promise.resolve();
    expect(order).toEqual(['first']);
    held.resolve(ok);
    await both;
    expect(order).toEqual(['first', 'second']);
  });

  test('a failed condition does not block the next write of the key', async () => {
    const write = conditionalWrites(() => Promise.resolve(ok));
    expect((await write(request('PUT', { 'if-none-match': '*' }))).status).toBe(412);
    expect((await write(request('PUT', { 'if-match': '"1"' }))).status).toBe(200);
  });
});
