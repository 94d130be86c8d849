import { beforeEach, describe, expect, test } from 'vitest';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { feedOfSubscription } from '../../shared/contract/partner-feeds.ts';
import { readReceipt } from '../../shared/contract/receipt-view.ts';
import { type Key, tableKeys } from '../../shared/contract/table-keys.ts';
import type { PartnerId } from '../../shared/domain/identity.ts';
import { listArticles } from '../../shared/operations/articles/list-articles.ts';
import { listFeeds } from '../../shared/operations/feeds/list-feeds.ts';
import { disablePartner } from '../../shared/operations/partners/manage-partners.ts';
import { listPartners } from '../../shared/operations/partners/find-partner.ts';
import type { Pipeline } from '../../shared/operations/pipeline.ts';
import { listReceipts } from '../../shared/operations/receipts/list-receipts.ts';
import { headOf } from '../contract/articles.ts';
import { stateOf } from '../contract/feeds.ts';
import { partner } from '../contract/partners.ts';
import { configurationOf } from '../model/newsroom.ts';
import { articleIdOf, asInstant, partnerIdOf, receiptIdOf } from '../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';
import { valueOf } from '../support/operate.ts';

/** One stored row that cannot be decoded stops no command that lists rows: it is named, and the others are listed. */
const CONFIGURATION = configurationOf([
  { id: 'news', items: 5, sources: ['desk'] },
  { id: 'sport', items: 5, sources: ['wire'] },
]);
const NOON = asInstant('2026-04-13T12:00:00.000Z');
const DAY = { source: 'desk', day: '2026-04-13', limit: 10 };
const [A, B] = [
  articleIdOf('00000000-0000-5000-8000-00000000000a'),
  articleIdOf('00000000-0000-5000-8000-00000000000b'),
];

let cloud: MemoryCloud;
let entries: Map<PartnerId, string>;
let pipeline: Pipeline;
let named: string[];
beforeEach(async () => {
  cloud = memoryCloud();
  cloud.configuration.set(CONFIGURATION);
  entries = new Map();
  named = [];
  let stored = JSON.stringify(CONFIGURATION);
  const outside = {
    rawBucket: {
      get: async (key: string) =>
        key === objectKeys.configuration ? { bytes: Buffer.from(stored), etag: stored } : undefined,
      putIfAbsent: async () => 'refused' as const,
      putIfMatch: async (_: string, { bytes }: { bytes: Uint8Array }) => {
        stored = Buffer.from(bytes).toString();
        return 'written' as const;
      },
    },
    edge: {
      entries: async () => new Map(entries),
      async update({ put, remove }: { put: ReadonlyMap<PartnerId, string>; remove: readonly PartnerId[] }) {
        for (const [id, entry] of put) entries.set(id, entry);
        for (const id of remove) entries.delete(id);
      },
    },
    unreadable: (reason: string) => void named.push(reason),
    now: () => new Date(NOON),
    newId: () => crypto.randomUUID(),
  };
  // The operations of this test use no other member of the pipeline.
  pipeline = Object.assign({}, cloud, outside) as unknown as Pipeline;
  for (const [at, article] of [A, B].entries()) {
    const receipt = receiptIdOf(`r${at}`);
    const received = { receipt, receivedAt: NOON };
    await cloud.receipts.open({ ...received, source: 'desk', mediaType: 'text/plain', bytes: 1 });
    await cloud.receipts.putItem(received, {
      item: 0,
      outcome: 'stored',
      article,
      removed: [],
      notes: [],
      channels: [],
    });
    await cloud.articles.putHead(headOf(article, NOON), 0);
  }
});

const breakRow = (key: Key, member: string): void => cloud.alter(key, (row) => ({ ...row, [member]: 7 }));
const said = (): string[] => [...cloud.unreadable, ...named];

describe('commands that list', () => {
  test('feed list: a state, which is shown as not settled', async () => {
    const [first, second] = feedsOf(CONFIGURATION);
    if (first === undefined || second === undefined) throw new Error('no feeds');
    for (const { id } of [first, second]) await cloud.feeds.commit(id, stateOf(1), 0);
    breakRow(tableKeys.feedState(first.id), 'state');
    const rows = await listFeeds(pipeline);
    expect(rows.map(({ feed }) => feed).toSorted()).toEqual([first.id, second.id].toSorted());
    expect(rows.find(({ feed }) => feed === first.id)).toMatchObject({ settled: false, items: 0 });
    expect(said()).toContainEqual(expect.stringContaining(first.id));
  });

  test('feed list and partner list: a partner', async () => {
    for (const id of ['a', 'b']) await cloud.partners.put(partner(id), 0);
    breakRow(tableKeys.partner(partnerIdOf('a')), 'partner');
    expect((await listPartners(pipeline)).map(({ id }) => id)).toEqual(['b']);
    expect(await listFeeds(pipeline)).toHaveLength(2);
    expect(said()).toContainEqual(expect.stringContaining('PARTNERS a'));
  });

  test.each<[string, () => Key, string]>([
    ['a receipt', () => tableKeys.receipt(receiptIdOf('r0')), 'record'],
    [
      'the listing of a receipt',
      () => tableKeys.receiptListing('desk', { receipt: receiptIdOf('r0'), receivedAt: NOON }),
      'receipt',
    ],
  ])('receipt list and article list: %s', async (_, key, member) => {
    breakRow(key(), member);
    const { rows } = valueOf(await listReceipts(pipeline, DAY));
    expect(rows.map(({ receipt }) => receipt)).toEqual(['r1']);
    expect(valueOf(await listArticles(pipeline, DAY)).map(({ article }) => article)).toEqual([B]);
    expect(said()).toContainEqual(expect.stringContaining('r0'));
  });

  test('receipt list: an item of a receipt', async () => {
    breakRow(tableKeys.receiptItem(receiptIdOf('r0'), 0), 'item');
    const { rows } = valueOf(await listReceipts(pipeline, DAY));
    expect(rows.map(({ receipt, items }) => [receipt, items.length])).toEqual([
      ['r1', 1],
      ['r0', 0],
    ]);
    expect(said()).toContainEqual(expect.stringContaining('ITEM#000000'));
  });

  test('article list and receipt list: a head', async () => {
    breakRow(tableKeys.head(A), 'head');
    expect(valueOf(await listArticles(pipeline, DAY)).map(({ article }) => article)).toEqual([B]);
    expect(valueOf(await listReceipts(pipeline, DAY)).rows).toHaveLength(2);
    expect(said()).toContainEqual(expect.stringContaining(A));
  });

  test('article list: the reach of an article', async () => {
    await cloud.articles.extendReach(
      A,
      [feedsOf(CONFIGURATION)[0]?.id].flatMap((id) => id ?? []),
    );
    breakRow(tableKeys.reach(A), 'feeds');
    expect(valueOf(await listArticles(pipeline, DAY))).toHaveLength(2);
  });
});

test('a receipt shows its outcomes although a head and the state of a feed cannot be decoded', async () => {
  const [feed] = feedsOf(CONFIGURATION);
  if (feed === undefined) throw new Error('no feed');
  await cloud.feeds.commit(feed.id, stateOf(1), 0);
  breakRow(tableKeys.feedState(feed.id), 'state');
  breakRow(tableKeys.head(A), 'head');
  const view = await readReceipt(receiptIdOf('r0'), { ...cloud, now: () => new Date(NOON) });
  expect(view?.outcomes).toMatchObject([{ outcome: 'stored', article: A }]);
});

test('a partner is disabled although another cannot be decoded, which keeps its entry and its feed', async () => {
  const waiting = {
    wait: async (condition: () => Promise<boolean>) => condition(),
    say: () => {},
    warn: () => {},
  };
  for (const id of ['a', 'b']) {
    await cloud.partners.put(partner(id), 0);
    const [subscription] = partner(id).subscriptions;
    if (subscription)
      await cloud.feeds.commit(feedOfSubscription(partnerIdOf(id), subscription), stateOf(1), 0);
  }
  valueOf(await disablePartner(pipeline, partnerIdOf('b'), waiting));
  const before = entries.get(partnerIdOf('a'));
  expect(before).toBeDefined();
  breakRow(tableKeys.partner(partnerIdOf('a')), 'partner');
  entries.set(partnerIdOf('b'), 'as before it was disabled');
  valueOf(await disablePartner(pipeline, partnerIdOf('b'), waiting));
  expect(entries).toEqual(new Map([[partnerIdOf('a'), before]]));
  const { bytes } = (await pipeline.rawBucket.get(objectKeys.configuration)) ?? { bytes: new Uint8Array() };
  expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ partnerFeeds: [{ channel: 'news' }] });
});
