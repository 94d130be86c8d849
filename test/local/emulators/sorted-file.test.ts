import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { SortedFile } from '../../../local/emulators/sorted-file.ts';
import { startEmulators } from '../../../local/emulators/emulators.ts';
import { createTable, dynamodb } from './dynamodb-requests.ts';

const directory = mkdtempSync(join(tmpdir(), 'wiredesk-sorted-file-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(directory, `${files++}.sqlite`);

async function all<Item>(entries: { next(): Promise<Item | undefined> }): Promise<Item[]> {
  const found: Item[] = [];
  for (let item = await entries.next(); item !== undefined; item = await entries.next()) found.push(item);
  return found;
}

const key = fc.string({
  unit: fc.constantFrom('a', 'b', '~', '/', 'ÿ', '€', '🙂'),
  minLength: 1,
  maxLength: 3,
});
const change = fc.oneof(
  fc.record({ type: fc.constant('put' as const), key, value: fc.jsonValue() }),
  fc.record({ type: fc.constant('del' as const), key }),
);
const range = fc.record(
  {
    gt: key,
    gte: key,
    lt: key,
    lte: key,
    reverse: fc.boolean(),
    limit: fc.constantFrom(-1, 1, 5, 70),
  },
  { requiredKeys: [] },
);

const bytes = (text: string): Buffer => Buffer.from(text);
const compare = (one: string, other: string): number => Buffer.compare(bytes(one), bytes(other));

test('gives the entries of a range in the order of the bytes of their keys, like a sorted list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 150 }), fc.array(range), async (changes, ranges) => {
      const file = new SortedFile(newFile());
      const model = new Map<string, unknown>();
      const half = Math.floor(changes.length / 2);
      await file.batch(changes.slice(0, half));
      for (const each of changes.slice(half))
        await (each.type === 'put' ? file.put(each.key, each.value) : file.del(each.key));
      for (const each of changes)
        if (each.type === 'put') model.set(each.key, each.value);
        else model.delete(each.key);
      for (const { gt, gte, lt, lte, reverse = false, limit = -1 } of ranges) {
        const keys = [...model.keys()]
          .filter(
            (each) =>
              (gt === undefined || compare(each, gt) > 0) &&
              (gte === undefined || compare(each, gte) >= 0) &&
              (lt === undefined || compare(each, lt) < 0) &&
              (lte === undefined || compare(each, lte) <= 0),
          )
          .toSorted(compare);
        if (reverse) keys.reverse();
        const expected = limit < 0 ? keys : keys.slice(0, limit);
        const asked = Object.fromEntries(
          Object.entries({ gt, gte, lt, lte, reverse, limit }).filter(([, value]) => value !== undefined),
        );
        expect(await all(file.keys(asked))).toEqual(expected);
        expect(await Promise.all(expected.map((each) => file.get(each)))).toEqual(
          expected.map((each) => JSON.parse(JSON.stringify(model.get(each))) as unknown),
        );
      }
      await file.close();
    }),
    { numRuns: 30 },
  );
});

test('an entry that is read while others are written is read once, and a batch that fails changes nothing', async () => {
  const file = new SortedFile(newFile());
  const names = Array.from({ length: 200 }, (_, at) => `k${String(at).padStart(3, '0')}`);
  for (const each of names) await file.put(each, each);
  const reading = file.values({ gte: 'k', lt: 'l' });
  const found: unknown[] = [await reading.next()];
  for (const each of names) await file.put(each, each);
  found.push(...(await all(reading)));
  expect(found).toEqual(names);
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  await expect(
    file.batch([
      { type: 'put', key: 'new', value: 1 },
      { type: 'put', key: 'bad', value: cyclic },
    ]),
  ).rejects.toThrow();
  expect(await file.get('new')).toBeUndefined();
  await file.close();
});

test('a second after a deletion no file has the deleted bytes', async () => {
  const path = newFile();
  const file = new SortedFile(path);
  const text = 'the secret word '.repeat(2000);
  for (let at = 0; at < 20; at++) await file.put(`k${at}`, text);
  await file.put('k0', 'replaced');
  for (let at = 1; at < 20; at++) await file.del(`k${at}`);
  const left = (): string[] =>
    [path, `${path}-wal`, `${path}-journal`].filter(
      (name) => existsSync(name) && readFileSync(name).includes('secret word'),
    );
  await expect.poll(left).toEqual([]);
  expect(await file.get('k0')).toBe('replaced');
  await file.close();
});

test('the data of a LevelDB database that an earlier version wrote is still there', async () => {
  const state = mkdtempSync(join(directory, 'state-'));
  const first = await startEmulators(state);
  await createTable(first);
  await dynamodb.put(first, { pk: 'p', sk: 'kept', rev: 7, text: 'kept' });
  await first.stop();
  // Make the state of the earlier version: the same entries in LevelDB.
  const { Level } = createRequire(import.meta.resolve('dynalite'))('level') as {
    Level: new (
      path: string,
      options: object,
    ) => { put(key: string, value: unknown): Promise<void>; close(): Promise<void> };
  };
  const path = join(state, 'dynamodb.sqlite');
  const [file, old] = [new SortedFile(path), new Level(join(state, 'dynamodb'), { valueEncoding: 'json' })];
  for (const each of await all(file.keys())) await old.put(each, await file.get(each));
  await Promise.all([file.close(), old.close()]);
  rmSync(path);

  const second = await startEmulators(state);
  expect(await dynamodb.get(second, { pk: 'p', sk: 'kept' })).toBe(7);
  await second.stop();
  expect(existsSync(join(state, 'dynamodb'))).toBe(false);
});
