import { beforeAll, describe, expect, test } from 'vitest';
import { PARTITION, type PartitionName } from '../../shared/contract/table-keys.ts';
import { CONFIGURATION, putInForce, TOKEN } from '../crash/stage-case-builders.ts';
import { ManualPipeline } from '../crash/manual-pipeline.ts';
import { decision, ninjs, story } from '../crash/submission-bodies.ts';
import { openMemory } from './backends.ts';
import { partner } from './partners.ts';

/**
 * Whether rows of each partition expire. `undefined`: the rows are deleted by the stages when their work is done. A row
 * that expires by mistake is gone for good, so each new partition must be named here.
 */
const EXPIRES: Record<PartitionName, boolean | undefined> = {
  article: false,
  reach: false,
  release: false,
  partners: false,
  receipt: true,
  receipts: true,
  quota: true,
  // Only the entries of the log.
  feed: undefined,
  // Only the accesses that have ended.
  readers: undefined,
  dirty: undefined,
  due: undefined,
  todo: undefined,
  wake: undefined,
};

const rows: { partition: PartitionName; sk: string; ttl: number | undefined }[] = [];
beforeAll(async () => {
  const backend = await openMemory();
  const pipeline = new ManualPipeline(backend);
  await putInForce(pipeline, CONFIGURATION);
  await backend.stores.partners.put(partner('outlet'), 0);
  const { mediaType, body } = story('d');
  await pipeline.stages(backend.stores).ingest({
    ...{ source: 'desk', token: TOKEN, kind: 'content', mediaType, declaredId: 'd' },
    bytes: Buffer.from(body),
  });
  for (const id of ['a', 'b', 'c']) await pipeline.submit(id, story(id));
  await pipeline.submit('e', ninjs('e', { embargoed: '2027-01-01T00:00:00Z' }));
  await pipeline.runUntilIdle();
  await pipeline.submit('a', story('a corrected'));
  for (const [id, action] of [
    ['a', 'kill'],
    ['b', 'hold'],
    ['never-sent', 'kill'],
  ] as const)
    await pipeline.submit(id, decision(action));
  await pipeline.runUntilIdle();
  for (const [key, text] of await backend.everything()) {
    const [pk = '', sk = ''] = key.split(' ');
    const names = Object.entries(PARTITION) as [PartitionName, string][];
    const [partition] = names.find(([, prefix]) => pk.startsWith(prefix)) ?? [];
    if (partition === undefined) continue;
    rows.push({ partition, sk, ttl: (JSON.parse(text) as { ttl?: number }).ttl });
  }
});

const of = (partition: PartitionName) => rows.filter((row) => row.partition === partition);

describe.each(Object.entries(EXPIRES) as [PartitionName, boolean | undefined][])(
  'rows of %s',
  (partition, expires) => {
    test(expires === true ? 'expire' : 'stay', () => {
      const expected = (sk: string): boolean =>
        partition === 'feed' ? sk.startsWith('LOG#') : (expires ?? false);
      expect(of(partition).filter(({ sk, ttl }) => (ttl !== undefined) !== expected(sk))).toEqual([]);
    });
  },
);

test('the pipeline wrote rows of every kind that must not expire, and of every kind that must', () => {
  const kinds = new Set(rows.map(({ partition, sk }) => `${partition} ${sk.split('#')[0] ?? ''}`));
  for (const kind of [
    'article HEAD',
    'article V',
    'article C',
    'article D',
    'reach REACH',
    'partners outlet',
  ])
    expect(kinds).toContain(kind);
  for (const kind of ['receipt RECEIPT', 'receipt ITEM', 'feed LOG', 'feed STATE', 'feed SETTLED'])
    expect(kinds).toContain(kind);
  for (const partition of ['receipts', 'quota'] as const) expect(of(partition).length).toBeGreaterThan(0);
});
