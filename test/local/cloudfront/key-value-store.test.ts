import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFrontKeyValueStoreClient,
  ConflictException,
  DescribeKeyValueStoreCommand,
  ListKeysCommand,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  UpdateKeysCommand,
  type UpdateKeysCommandInput,
  ValidationException,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import '@aws-sdk/signature-v4a';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, writeFixture, type Running } from '../fixture.ts';

const fixture = writeFixture();
let small: Running;
let client: CloudFrontKeyValueStoreClient;
let KvsARN: string;

const open = async (): Promise<void> => {
  small = await run(fixture);
  const { credentials, endpoint, outputs } = small.cloud;
  const endpointProvider = (): { url: URL } => ({ url: new URL(endpoint) });
  client = new CloudFrontKeyValueStoreClient({
    credentials,
    region: 'us-east-1',
    endpointProvider,
    maxAttempts: 1,
  });
  KvsARN = outputs['Values'] ?? '';
};
beforeAll(open);
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

const describeStore = () => client.send(new DescribeKeyValueStoreCommand({ KvsARN }));
const update = async (change: Pick<UpdateKeysCommandInput, 'Puts' | 'Deletes'>, IfMatch?: string) =>
  client.send(new UpdateKeysCommand({ KvsARN, IfMatch: IfMatch ?? (await describeStore()).ETag, ...change }));
const puts = (count: number, size: number, prefix = 'k') =>
  Array.from({ length: count }, (_, at) => ({ Key: `${prefix}${at}`, Value: 'v'.repeat(size) }));
const read = async (key: string): Promise<string> =>
  (await fetch(new URL(`/value?key=${key}`, small.cloud.outputs['Feeds']))).text();

test('the edge reads an entry until it is deleted; each update changes the ETag', async () => {
  const { ETag: first } = await describeStore();
  const { ETag: second, ItemCount, TotalSizeInBytes } = await update({ Puts: [{ Key: 'ключ', Value: 'é' }] });
  expect([ItemCount, TotalSizeInBytes]).toEqual([1, 10]);
  expect(second).not.toBe(first);
  expect(await read('ключ')).toBe('é');
  expect(await update({ Deletes: [{ Key: 'ключ' }] }, second)).toMatchObject({
    ItemCount: 0,
    TotalSizeInBytes: 0,
  });
  expect(await read('ключ')).toBe('none');
});

test('an update with an old ETag is a conflict and changes nothing', async () => {
  const { ETag } = await describeStore();
  await update({ Puts: [{ Key: 'a', Value: '1' }] }, ETag);
  await expect(update({ Puts: [{ Key: 'a', Value: '2' }] }, ETag)).rejects.toBeInstanceOf(ConflictException);
  expect(await read('a')).toBe('1');
});

describe('limits', () => {
  test.each([
    ['51 keys', { Puts: puts(51, 1) }],
    ['26 keys to put and 25 to delete', { Puts: puts(26, 1), Deletes: puts(25, 1, 'd') }],
    ['a key of 513 bytes', { Puts: [{ Key: 'k'.repeat(513), Value: '1' }] }],
    ['a value of 1,025 bytes', { Puts: puts(1, 1025) }],
    [
      'a value of 513 characters that has 1,025 bytes',
      { Puts: [{ Key: 'k', Value: `${'é'.repeat(512)}v` }] },
    ],
    ['the same key twice', { Puts: [...puts(1, 1), ...puts(1, 1)] }],
  ])('a change with %s is refused as a whole', async (_, change) => {
    const { ItemCount } = await describeStore();
    await expect(update(change)).rejects.toBeInstanceOf(ValidationException);
    expect((await describeStore()).ItemCount).toBe(ItemCount);
  });

  test('a change with 50 keys of 512 bytes and values of 1,024 bytes is accepted', async () => {
    const Puts = puts(50, 1024).map(({ Key, Value }) => ({ Key: Key.padEnd(512, '-'), Value }));
    await update({ Puts });
    await update({ Deletes: Puts.map(({ Key }) => ({ Key })) });
  });

  test('a store holds at most 5 MB', async () => {
    const batch = (at: number) => puts(50, 1024, `${String(at).padStart(4, '0')}-`);
    let taken = 0;
    const fill = async (): Promise<void> => {
      for (; taken < 110; taken++) await update({ Puts: batch(taken) });
    };
    await expect(fill()).rejects.toBeInstanceOf(ServiceQuotaExceededException);
    const { TotalSizeInBytes = 0 } = await describeStore();
    expect(TotalSizeInBytes).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(TotalSizeInBytes).toBeGreaterThan(5 * 1024 * 1024 - 50 * 1040);
    for (let at = 0; at < taken; at++) await update({ Deletes: batch(at).map(({ Key }) => ({ Key })) });
  });
});

test('ListKeys returns ten entries by default, and at most fifty', async () => {
  await update({ Puts: puts(50, 1, 'p') });
  await update({ Puts: puts(10, 1, 'q') });
  const list = (input: object = {}) => client.send(new ListKeysCommand({ KvsARN, ...input }));
  expect((await list()).Items).toHaveLength(10);
  const page = await list({ MaxResults: 50 });
  expect(page.Items).toHaveLength(50);
  const rest = await list({ MaxResults: 50, NextToken: page.NextToken });
  expect(rest.NextToken).toBeUndefined();
  const keys = [...(page.Items ?? []), ...(rest.Items ?? [])].map(({ Key }) => Key);
  expect(new Set(keys).size).toBe((await describeStore()).ItemCount);
});

test('an unknown store is not found', async () => {
  const unknown = KvsARN.replace(/Values$/, 'Others');
  await expect(client.send(new DescribeKeyValueStoreCommand({ KvsARN: unknown }))).rejects.toBeInstanceOf(
    ResourceNotFoundException,
  );
});

test('entries survive a restart, also after a crash during an update', async () => {
  await update({ Puts: [{ Key: 'kept', Value: 'yes' }] });
  const { ItemCount } = await describeStore();
  await small.stop();
  appendFileSync(join(fixture.stateDir, 'key-value-stores', 'Values.jsonl'), '{"puts":[["half","');
  await open();
  expect((await describeStore()).ItemCount).toBe(ItemCount);
  expect(await read('kept')).toBe('yes');
  await update({ Puts: [{ Key: 'more', Value: '1' }] });
});
