import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulators, startEmulators } from '../../../local/emulators/emulators.ts';
import { SEED } from '../../support/seed.ts';
import { createTable, dynamodb } from './dynamodb-requests.ts';

/**
 * Writes, queries and strong reads against the local database, as many as an evening of the whole pipeline makes. With
 * the database that dynalite brings along, this test failed after some thousand operations: a strong read returned a
 * revision that was older than one whose write had been answered (docs/adr/0023).
 */
const OPERATIONS = 30_000;
const WRITERS = 8;
const PARTITIONS = 12;
const ITEMS_OF_A_PARTITION = 20;
/** The first item of each partition is long and is written most, as the state of a feed is. */
const bytesOf = (item: number): number => (item === 0 ? 10_000 : 600);
/** Text that no database can compress. */
const RANDOM = fc
  .sample(fc.string({ unit: 'grapheme-ascii', minLength: 1000, maxLength: 1000 }), {
    numRuns: 100,
    seed: SEED,
  })
  .join('');
/** The most that the files of the database may have, as a multiple of the bytes of all items. */
const MOST_FILES = 10;

let directory: string;
let emulators: Emulators;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'wiredesk-database-'));
  emulators = await startEmulators(directory);
  await createTable(emulators);
});
afterAll(async () => {
  await emulators.stop();
  rmSync(directory, { recursive: true, force: true });
});

type Operation = 'put' | 'put-if' | 'update' | 'delete' | 'get' | 'query';
const operation = fc.record({
  kind: fc.constantFrom<Operation>('put', 'put-if', 'update', 'delete', 'get', 'get', 'query', 'query'),
  partition: fc.nat(PARTITIONS - 1),
  item: fc.oneof(fc.constant(0), fc.nat(ITEMS_OF_A_PARTITION - 1)),
  limit: fc.constantFrom(undefined, 1, 3, 10),
  newestFirst: fc.boolean(),
  /** How many pages of a query are read at most. A reader that has enough stops early. */
  pages: fc.constantFrom(1, 2, 100),
});
type Step = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** What is known about one item. A revision is a count of all writes, deletions included. */
interface Known {
  /** The newest write that was answered. */
  accepted: number;
  deleted: boolean;
  /** The newest deletion that was begun. */
  deletion: number;
}
const UNKNOWN: Known = { accepted: 0, deleted: true, deletion: 0 };

test(`${OPERATIONS} writes, queries and strong reads never show an older revision, and the files stay small`, async () => {
  const steps = fc.sample(operation, { numRuns: OPERATIONS, seed: SEED });
  const items = new Map<string, Known>();
  /** Items that a writer is changing now. Each item has one writer at a time, so that the order of writes is known. */
  const busy = new Set<string>();
  const wrong: string[] = [];
  let revision = 0;
  let next = 0;

  /** Compares what a read found with what was known of the item when the read began. */
  const check = (key: string, before: Known, found: number | undefined): void => {
    const { deletion } = items.get(key) ?? UNKNOWN;
    const missing = found === undefined && !before.deleted && deletion < before.accepted;
    if (missing || (found !== undefined && found < before.accepted))
      wrong.push(`${key} was ${found ?? 'missing'}, after ${before.accepted} had been accepted`);
  };

  const write = async (key: string, kind: Step['kind']): Promise<void> => {
    const [pk = '', sk = ''] = key.split('/');
    const mine = ++revision;
    const before = items.get(key) ?? UNKNOWN;
    const deleted = kind === 'delete';
    items.set(key, { ...before, ...(deleted && { deletion: mine }) });
    const start = (mine * 7919) % (RANDOM.length - bytesOf(0));
    const item = { rev: mine, text: RANDOM.slice(start, start + bytesOf(Number(sk.slice(1)))) };
    if (kind === 'delete') await dynamodb.remove(emulators, { pk, sk });
    else if (kind === 'update') await dynamodb.update(emulators, { pk, sk }, item);
    else if (kind === 'put-if' && !before.deleted)
      await dynamodb.put(emulators, { pk, sk, ...item }, before.accepted);
    else await dynamodb.put(emulators, { pk, sk, ...item });
    items.set(key, { accepted: mine, deleted, deletion: deleted ? mine : before.deletion });
  };

  const query = async (pk: string, step: Step): Promise<void> => {
    const known = new Map([...items].filter(([key]) => key.startsWith(`${pk}/`)));
    const found = await dynamodb.query(emulators, pk, step);
    const revisions = new Map(found.rows.map(({ sk, rev }) => [`${pk}/${sk}`, rev]));
    for (const [key, before] of known)
      if (found.whole || revisions.has(key)) check(key, before, revisions.get(key));
  };

  const work = async (): Promise<void> => {
    for (let step = steps[next++]; step !== undefined; step = steps[next++]) {
      const pk = `p${step.partition}`;
      const sk = `i${String(step.item).padStart(2, '0')}`;
      const key = `${pk}/${sk}`;
      if (step.kind === 'query') await query(pk, step);
      else if (step.kind === 'get')
        check(key, items.get(key) ?? UNKNOWN, await dynamodb.get(emulators, { pk, sk }));
      else if (!busy.has(key)) {
        busy.add(key);
        await write(key, step.kind);
        busy.delete(key);
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, work));

  expect(wrong).toEqual([]);
  const stored =
    PARTITIONS *
    Array.from({ length: ITEMS_OF_A_PARTITION }, (_, item) => bytesOf(item)).reduce((sum, of) => sum + of);
  // SQLite's log has up to 4 MB while writes come in; it is emptied within a second after the last write.
  await expect.poll(() => sizeOf(directory)).toBeLessThan(MOST_FILES * stored);
  const files = sizeOf(directory);
  process.stdout.write(
    `database: ${Math.round(stored / 1e3)} kB stored, ${Math.round(files / 1e3)} kB of files\n`,
  );
});
