import { describe, expect, test } from 'vitest';
import { listReceipts } from '../../../shared/operations/receipts/list-receipts.ts';
import type { ReceiptItem } from '../../../shared/contract/stores.ts';
import type { ReceiptId } from '../../../shared/domain/identity.ts';
import { asInstant, receiptIdOf } from '../../support/ids.ts';
import { valueOf } from '../../support/operate.ts';
import { memoryConfigurationStore } from '../../support/memory/configuration-store.ts';
import { memoryArticleStore } from '../../support/memory/article-store.ts';
import { memoryFeedStore } from '../../support/memory/feed-store.ts';
import { MemoryStorage } from '../../support/memory/storage.ts';
import { memoryReceiptStore } from '../../support/memory/receipt-store.ts';

const MIDNIGHT = Date.parse('2026-04-13T00:00:00.000Z');
const second = (at: number): string => new Date(MIDNIGHT + at * 1000).toISOString();
const itemOf = (outcome: ReceiptItem['outcome']): ReceiptItem => ({
  item: 0,
  outcome,
  title: 'A title',
  removed: [],
  notes: [],
  channels: [],
});

/**
 * A day with `count` receipts of the source `desk`, and one receipt of the source `gone`, which is no longer
 * configured. The receipts of `desk` with the numbers in `rejected` have a rejected item.
 */
async function dayWith(count: number, rejected: readonly number[]) {
  const receipts = memoryReceiptStore();
  const configuration = memoryConfigurationStore();
  const sources = [
    { id: 'desk', order: 'arrival' as const, language: 'en', boilerplate: [], tokenHashes: [] },
  ];
  const publisher = { name: 'The Desk', url: 'https://desk.example/', language: 'en' };
  const feedsUrl = 'https://feeds.example';
  configuration.set({ publisher, feedsUrl, sources, channels: [], partnerFeeds: [] });
  const open = async (receipt: ReceiptId, source: string, at: number): Promise<void> => {
    const received = { receipt, receivedAt: asInstant(second(at)) };
    await receipts.open({ ...received, source, mediaType: 'text/plain', bytes: 1 });
    await receipts.putItem(received, itemOf(rejected.includes(at) ? 'rejected' : 'stored'));
  };
  for (let at = 0; at < count; at++) await open(receiptIdOf(`r${at}`), 'desk', at);
  await open(receiptIdOf('last'), 'gone', 7);
  const [articles, feeds] = [memoryArticleStore(new MemoryStorage()), memoryFeedStore(new MemoryStorage())];
  return { receipts, configuration, articles, feeds, now: () => new Date(MIDNIGHT + 3_600_000) };
}

describe('receipts of a day', () => {
  test('of a source whose name is too long for a key of the table are none', async () => {
    const listed = await listReceipts(await dayWith(1, []), { limit: 1, source: 'x'.repeat(3000) });
    expect(listed).toMatchObject({ ok: false, failure: { code: 'source-unknown' } });
  });

  test('are found if they have a rejected item, also if many receipts came after them', async () => {
    const pipeline = await dayWith(700, [3, 4]);
    const { rows, more } = valueOf(await listReceipts(pipeline, { limit: 200, rejected: true }));
    expect(rows.map(({ receipt }) => receipt)).toEqual(['r4', 'r3']);
    expect(more).toEqual([]);
  });

  test('are listed up to the limit, and the sources that have more receipts are named', async () => {
    const pipeline = await dayWith(12, [1, 2, 3]);
    const asked = async (limit: number, rejected: boolean) => {
      const { rows, more } = valueOf(await listReceipts(pipeline, { limit, rejected }));
      return [rows.length, more];
    };
    expect(await asked(11, false)).toEqual([11, ['desk']]);
    expect(await asked(12, false)).toEqual([12, []]);
    expect(await asked(2, true)).toEqual([2, ['desk']]);
    expect(await asked(3, true)).toEqual([3, []]);
  });

  test('are listed for a source that is no longer configured, and refused for an unknown source', async () => {
    const pipeline = await dayWith(1, []);
    const { rows } = valueOf(await listReceipts(pipeline, { limit: 5, source: 'gone' }));
    expect(rows.map(({ receipt }) => receipt)).toEqual(['last']);
    const empty = await listReceipts(pipeline, { limit: 5, source: 'desk', day: '2026-04-12' });
    expect(valueOf(empty).rows).toEqual([]);
    expect(await listReceipts(pipeline, { limit: 5, source: 'nosuch' })).toEqual({
      ok: false,
      failure: {
        code: 'source-unknown',
        message: 'there is no source nosuch, and no receipts under that name on 2026-04-13',
        remedy: 'The configured sources are: desk.',
      },
    });
  });
});
