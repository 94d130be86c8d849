import { describe, expect, test } from 'vitest';
import { linesOfReceipt } from '../../cli/receipt-lines.ts';
import { listReceipts } from '../../cli/receipts.ts';
import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { memoryConfigurationStore } from '../support/memory/configuration-store.ts';
import { memoryReceiptStore } from '../support/memory/receipt-store.ts';

const MIDNIGHT = Date.parse('2026-04-13T00:00:00.000Z');
const second = (at: number): string => new Date(MIDNIGHT + at * 1000).toISOString();
const itemOf = (outcome: ReceiptItem['outcome']): ReceiptItem => ({
  ...{ item: 0, outcome, title: 'A title', removed: [], notes: [], channels: [] },
});

/** A day of source `desk`, of which these were rejected; `gone` is configured no longer. */
async function dayWith(count: number, rejected: readonly number[]) {
  const receipts = memoryReceiptStore();
  const configuration = memoryConfigurationStore();
  const sources = [
    { id: 'desk', order: 'arrival' as const, language: 'en', boilerplate: [], tokenHashes: [] },
  ];
  const publisher = { name: 'The Desk', url: 'https://desk.example/', language: 'en' };
  const feedsUrl = 'https://feeds.example';
  configuration.set({ publisher, feedsUrl, sources, channels: [], partnerFeeds: [] });
  const open = async (receipt: string, source: string, at: number): Promise<void> => {
    await receipts.open({ receipt, source, receivedAt: second(at), mediaType: 'text/plain', bytes: 1 });
    await receipts.putItem(receipt, itemOf(rejected.includes(at) ? 'rejected' : 'stored'));
  };
  for (let at = 0; at < count; at++) await open(`r${at}`, 'desk', at);
  await open('last', 'gone', 7);
  return { receipts, configuration, now: () => new Date(MIDNIGHT + 3_600_000) };
}

describe('receipts of a day', () => {
  test('that were rejected are found however many came after', async () => {
    const pipeline = await dayWith(700, [3, 4]);
    const { rows, more } = await listReceipts(pipeline, { limit: 200, rejected: true });
    expect(rows.map(({ receipt }) => receipt)).toEqual(['r4', 'r3']);
    expect(more).toEqual([]);
  });

  test('are said to be more than those that are shown', async () => {
    const pipeline = await dayWith(12, [1, 2, 3]);
    const asked = async (limit: number, rejected: boolean) => {
      const { rows, more } = await listReceipts(pipeline, { limit, rejected });
      return [rows.length, more];
    };
    expect(await asked(11, false)).toEqual([11, ['desk']]);
    expect(await asked(12, false)).toEqual([12, []]);
    expect(await asked(2, true)).toEqual([2, ['desk']]);
    expect(await asked(3, true)).toEqual([3, []]);
  });

  test('are listed for a source that is configured no longer, and none for one nobody knows', async () => {
    const pipeline = await dayWith(1, []);
    const { rows } = await listReceipts(pipeline, { limit: 5, source: 'gone' });
    expect(rows.map(({ receipt }) => receipt)).toEqual(['last']);
    expect((await listReceipts(pipeline, { limit: 5, source: 'desk', day: '2026-04-12' })).rows).toEqual([]);
    await expect(listReceipts(pipeline, { limit: 5, source: 'nosuch' })).rejects.toMatchObject({
      message: 'there is no source nosuch, and nothing under that name on 2026-04-13',
      remedy: 'There are: desk.',
      exit: 2,
    });
  });
});

test('a receipt is printed with its whole reason, what was repaired and what was cut out', () => {
  const reason = `the date is not one: ${'31 February, '.repeat(12)}and so on`;
  const lines = linesOfReceipt({
    ...{
      receipt: 'r1',
      source: 'desk',
      receivedAt: second(0),
      mediaType: 'text/plain',
      bytes: 12,
      done: true,
    },
    outcomes: [
      { ...itemOf('stored'), article: 'a1', notes: ['the id is derived'], removed: ['Read also: 橋'] },
      { ...itemOf('rejected'), item: 1, code: 'FIELD_TYPE', reason },
    ],
  });
  const [, , first, ...rest] = lines;
  expect(first).toBe('0  stored  a1');
  expect(rest.slice(0, 3)).toEqual(['    A title', '    note: the id is derived', '    cut: Read also: 橋']);
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(reason);
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});
