import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFeedState, encodeFeedState } from '../../shared/contract/stored/feed-rows.ts';
import { packState, unpackState } from '../../shared/contract/stored/packed-state.ts';
import type { FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import { type ArticleId, sha256 } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { versionStamp } from '../../shared/domain/order.ts';
import { MAX_FAILED } from '../../functions/publish/rules/manifest.ts';
import { articleIdOf, asInstant, receiptIdOf } from '../support/ids.ts';

/** Bytes that cannot be compressed, always the same. */
const noise = (seed: string): string => createHash('sha256').update(seed).digest('hex');

const idOf = (seed: string): ArticleId =>
  articleIdOf(noise(`article ${seed}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'));
const idsOf = (name: string, count: number): ArticleId[] =>
  Array.from({ length: count }, (_, index) => idOf(`${name} ${index}`));
/** An instant in the last two years, to the millisecond. */
const instant = (seed: string) =>
  instantOf(
    new Date(Date.UTC(2026, 3, 13) - (Number.parseInt(noise(seed).slice(0, 10), 16) % (730 * 86_400_000))),
  );

function entryOf(article: ArticleId, shown: boolean): ManifestEntry {
  const receivedAt = instant(`received ${article}`);
  const receipt = receiptIdOf(noise(`receipt ${article}`));
  const order = { receivedAt, receipt, item: 1999, versioncreated: instant(`created ${article}`) };
  return {
    article,
    version: versionStamp('versioncreated', order),
    contentHash: sha256(article),
    released: instant(`released ${article}`),
    changed: instant(`changed ${article}`),
    shown,
  };
}

/** The largest `items` that a channel may have (shared/domain/channel.ts). */
const ITEMS = 1000;
const SHOWN = idsOf('shown', ITEMS);
const RESERVE = idsOf('reserve', ITEMS);
const FAILED = idsOf('failed', MAX_FAILED);
const GONE = idsOf('gone', ITEMS);
const WITHHELD = FAILED.map((article) => ({ article, reason: noise(article).repeat(4).slice(0, 200) }));

const FULL: FeedState = {
  rev: 123_456_789,
  settled: 123_456_788,
  manifest: [
    ...SHOWN.map((article) => entryOf(article, true)),
    ...[...RESERVE, ...FAILED].map((article) => entryOf(article, false)),
  ],
  updated: instant('updated'),
  documents: Object.fromEntries(
    ['rss.xml', 'atom.xml', 'feed.json'].flatMap((file) =>
      [file, `${file}.gz`].map((one) => [
        `feeds/${noise('feed').slice(0, 20)}/${one}`,
        `"${noise(one).slice(0, 32)}"`,
      ]),
    ),
  ),
  last: { at: instant('last'), added: SHOWN, changed: [], removed: GONE, killed: GONE, withheld: WITHHELD },
  withdrawnFor: idsOf('withdrawn', 1000),
  held: { since: instant('held'), lost: idsOf('lost', ITEMS) },
};

/** DynamoDB counts the names and the values of an item (Developer Guide, "DynamoDB item sizes and formats"). */
function itemSize(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, one) => sum + 1 + itemSize(one), 0);
  if (value === null || typeof value !== 'object') return 1;
  const members = Object.entries(value);
  return 3 + members.reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + itemSize(one), 0);
}
const LARGEST_ITEM = 400 * 1024;

describe('the state row of a feed with the most items that a channel may have', () => {
  const [first = idOf('')] = SHOWN;
  const CASES: Record<string, FeedState> = {
    'everything at once': FULL,
    'all items were added': { ...FULL, last: { ...FULL.last, removed: [], killed: [] } },
    'all items were changed': { ...FULL, last: { ...FULL.last, added: [], changed: SHOWN } },
    'all items were killed and 1,000 inherited withdrawals are logged': {
      ...FULL,
      manifest: [],
      last: { ...FULL.last, added: [], removed: [...SHOWN, ...GONE], killed: SHOWN },
    },
    'one item is killed, and everything else stays': {
      ...FULL,
      manifest: FULL.manifest.slice(1),
      last: { ...FULL.last, added: [], removed: [first], killed: [first] },
    },
  };

  test.each(Object.entries(CASES))('leaves a fifth of what DynamoDB allows: %s', (name, state) => {
    const row = { pk: 'FEED#0123456789abcdef0123', sk: 'STATE', state: encodeFeedState(state) };
    console.log(`${name}: ${itemSize(row)} bytes`);
    expect(itemSize(row)).toBeLessThan(0.8 * LARGEST_ITEM);
    const read = decodeFeedState({
      state: row,
      settled: { pk: row.pk, sk: 'SETTLED', rev: state.settled },
    });
    expect(read).toEqual(state);
  });

  test.each(Object.entries(CASES))('has a log entry that is smaller than that too: %s', (_, { last }) => {
    expect(itemSize({ pk: 'FEED#0123456789abcdef0123', sk: 'LOG#000123456789', change: last })).toBeLessThan(
      0.8 * LARGEST_ITEM,
    );
  });

  test('would be too large as a list of objects', () => {
    expect(itemSize({ state: FULL })).toBeGreaterThan(LARGEST_ITEM);
  });
});

const article = fc.oneof(fc.uuid().map(articleIdOf), fc.string().map(articleIdOf));
const when = fc
  .oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.string(),
  )
  .map(asInstant);
const list = fc.array(article, { maxLength: 5 });
const entry = fc.record({
  article,
  version: fc.string({ unit: 'binary' }),
  contentHash: fc.oneof(fc.string().map(sha256), fc.string()),
  released: when,
  changed: when,
  shown: fc.boolean(),
});
const members = fc.record(
  {
    manifest: fc.array(entry, { maxLength: 8 }),
    last: fc.record(
      {
        at: when,
        added: list,
        changed: list,
        removed: list,
        killed: list,
        reasons: fc.record({ 'pushed-out': list, killed: list }),
        withheld: fc.array(fc.record({ article, reason: fc.string({ unit: 'grapheme' }) }), { maxLength: 3 }),
      },
      { requiredKeys: ['at', 'added', 'changed', 'removed', 'withheld'] },
    ),
    updated: when,
    withdrawnFor: list,
    held: fc.record({ since: when, lost: list }),
  },
  { requiredKeys: ['manifest', 'last'] },
);

test('every state is unpacked as it was packed', () => {
  fc.assert(
    fc.property(members, (state) => {
      expect(unpackState(packState(state), 'key')).toEqual(state);
    }),
  );
});

test.each<[string, (packed: Uint8Array) => Uint8Array, RegExp]>([
  ['bytes that are not compressed', () => Buffer.from('{}'), /^FEED STATE cannot be decoded: packed: /],
  ['no bytes', () => new Uint8Array(), /^FEED STATE cannot be decoded: packed: /],
  ['bytes that end early', (packed) => packed.subarray(0, packed.length - 40), /cannot be decoded: packed: /],
])('%s are refused with the key, and nothing of what is stored is quoted', (_, change, message) => {
  const { manifest, last } = FULL;
  const run = (): unknown => unpackState(change(packState({ manifest, last })), 'FEED STATE');
  expect(run).toThrow(message);
  expect(run).not.toThrow(new RegExp(noise('article shown 0').slice(0, 8)));
});
