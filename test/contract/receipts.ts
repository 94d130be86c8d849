import { expect } from 'vitest';
import type { ReceiptItem, ReceiptRecord } from '../../shared/contract/stores.ts';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import { DEFAULT_RETENTION, type Retention } from '../../shared/domain/retention.ts';
import { configurationOf } from '../model/newsroom.ts';
import { asInstant, receiptIdOf } from '../support/ids.ts';
import { STORES_NOW } from '../support/memory/cloud.ts';
import { type Contract, fresh, instant } from './contract.ts';

export const recordOf = (receipt: ReceiptId, source = 'desk', receivedAt = instant(0)): ReceiptRecord => ({
  receipt,
  source,
  receivedAt: asInstant(receivedAt),
  mediaType: 'text/plain',
  bytes: 12,
});
export const itemOf = (item: number, outcome: ReceiptItem['outcome'] = 'stored'): ReceiptItem => ({
  item,
  outcome,
  removed: [],
  notes: ['a note'],
  channels: ['news'],
});

export const receiptContract: Contract = {
  'a receipt is opened once; a second call changes nothing': async ({ receipts }) => {
    const receipt = receiptIdOf(fresh());
    expect(await receipts.get(receipt)).toBeUndefined();
    await receipts.open(recordOf(receipt));
    await receipts.open({ ...recordOf(receipt), bytes: 99 });
    expect(await receipts.get(receipt)).toEqual(recordOf(receipt));
  },

  'the first outcome of an item is kept; a later outcome does not replace it': async ({ receipts }) => {
    const receipt = receiptIdOf(fresh());
    await receipts.putItem(recordOf(receipt), itemOf(0));
    await receipts.putItem(recordOf(receipt), itemOf(0, 'superseded'));
    expect(await receipts.items(receipt)).toEqual([itemOf(0)]);
  },

  'all items of a receipt are read, in the order of the submission': async ({ receipts }) => {
    const receipt = receiptIdOf(fresh());
    const numbers = Array.from({ length: 25 }, (_, index) => (index * 7) % 25);
    for (const number of numbers) await receipts.putItem(recordOf(receipt), itemOf(number));
    expect((await receipts.items(receipt)).map(({ item }) => item)).toEqual(
      numbers.toSorted((a, b) => a - b),
    );
    expect(await receipts.items(receiptIdOf(fresh()))).toEqual([]);
  },

  'a receipt is read with its items; items alone, without the record of the receipt, are not found': async ({
    receipts,
  }) => {
    const receipt = receiptIdOf(fresh());
    await receipts.putItem(recordOf(receipt), itemOf(0));
    expect(await receipts.whole(receipt)).toBeUndefined();
    await receipts.open(recordOf(receipt));
    expect(await receipts.whole(receipt)).toEqual({ record: recordOf(receipt), items: [itemOf(0)] });
  },

  'only an opened receipt can be closed; to close or open it again changes nothing': async ({ receipts }) => {
    const receipt = receiptIdOf(fresh());
    expect(await receipts.close(receipt, 1)).toBe('refused');
    expect(await receipts.get(receipt)).toBeUndefined();
    await receipts.open(recordOf(receipt));
    expect(await receipts.close(receipt, 2)).toBe('written');
    expect(await receipts.close(receipt, 2)).toBe('written');
    expect(await receipts.get(receipt)).toEqual({ ...recordOf(receipt), items: 2 });
    await receipts.open(recordOf(receipt));
    expect(await receipts.get(receipt)).toEqual({ ...recordOf(receipt), items: 2 });
  },

  'the number of items is recorded on an opened receipt before it is closed, and stays': async ({
    receipts,
  }) => {
    const receipt = receiptIdOf(fresh());
    expect(await receipts.announceItems(receipt, 3)).toBe('refused');
    expect(await receipts.get(receipt)).toBeUndefined();
    await receipts.open(recordOf(receipt));
    expect(await receipts.announceItems(receipt, 3)).toBe('written');
    expect(await receipts.get(receipt)).toEqual({ ...recordOf(receipt), total: 3 });
    await receipts.close(receipt, 3);
    expect(await receipts.get(receipt)).toEqual({ ...recordOf(receipt), total: 3, items: 3 });
  },

  'the receipts of a source and a day are listed in pages, newest first': async ({ receipts }) => {
    const [source, other] = [fresh(), fresh()];
    const names = Array.from({ length: 5 }, (_, at) => receiptIdOf(`${at}-${fresh()}`));
    const records = names.map((name, at) => recordOf(name, source, instant(at < 2 ? 0 : at)));
    for (const record of records.toReversed()) await receipts.open(record);
    await receipts.open(recordOf(receiptIdOf(fresh()), source, instant(86_400)));
    await receipts.open(recordOf(receiptIdOf(fresh()), other));
    const whole = records.toReversed();
    const day = instant(0).slice(0, 10);
    const list = (limit: number, before?: ReceiptRecord): Promise<ReceiptRecord[]> =>
      receipts.list({ source, day, limit, before });
    expect(await list(10)).toEqual(whole);
    expect(await list(2)).toEqual(whole.slice(0, 2));
    expect(await list(2, whole[1])).toEqual(whole.slice(2, 4));
    expect(await list(2, whole[3])).toEqual(whole.slice(4));
    expect(await list(2, whole[4])).toEqual([]);
  },

  'the receipts that are not closed are found by source and time, also across midnight': async ({
    receipts,
  }) => {
    const [source, other] = [fresh(), fresh()];
    const names = ['early', 'first', 'closed', 'last', 'late', 'elsewhere'].map((name) =>
      receiptIdOf(`${name}-${fresh()}`),
    );
    const [early, first, closed, last, late, elsewhere] = names as [
      ReceiptId,
      ReceiptId,
      ReceiptId,
      ReceiptId,
      ReceiptId,
      ReceiptId,
    ];
    const day = 86_400;
    const times = { [early]: 9, [first]: 10, [closed]: 11, [last]: day, [late]: day + 1 };
    for (const [receipt, at] of Object.entries(times)) {
      await receipts.open(recordOf(receiptIdOf(receipt), source, instant(at)));
    }
    await receipts.open(recordOf(elsewhere, other, instant(11)));
    await receipts.close(closed, 1);
    const found = await receipts.unread(source, instant(10), instant(day));
    expect(found.toSorted()).toEqual([first, last].toSorted());
  },

  'the rows of a receipt expire 400 days after it was received': async ({ receipts, stored }) => {
    const record = recordOf(receiptIdOf(fresh()), fresh());
    await receipts.open(record);
    await receipts.announceItems(record.receipt, 2);
    await receipts.putItem(record, itemOf(0));
    await receipts.close(record.receipt, 1);
    for (const key of rowsOf(record)) expect((await stored(key))?.['ttl']).toBe(secondsAfter(record, 400));
  },

  'the rows of a receipt that is written again after years are kept for another 30 days': async ({
    receipts,
    stored,
  }) => {
    const record = recordOf(receiptIdOf(fresh()), fresh(), asInstant('2019-03-02T08:00:00.000Z'));
    await receipts.open(record);
    await receipts.putItem(record, itemOf(0));
    const least = secondsAfter({ receivedAt: asInstant(STORES_NOW().toISOString()) }, 30);
    for (const key of rowsOf(record)) expect((await stored(key))?.['ttl']).toBe(least);
  },

  'a shorter retention does not shorten the life of rows that are stored': async ({
    receipts,
    stored,
    configure,
    configuration,
  }) => {
    const record = recordOf(receiptIdOf(fresh()), fresh());
    await receipts.open(record);
    await receipts.putItem(record, itemOf(0));
    await configure(configurationKeeping({ receiptsDays: 31, logsDays: 31 }));
    await configuration.current();
    expect(await receipts.open(record)).toBe('refused');
    await receipts.putItem(record, itemOf(0, 'superseded'));
    await receipts.close(record.receipt, 1);
    for (const key of rowsOf(record)) expect((await stored(key))?.['ttl']).toBe(secondsAfter(record, 400));
    const later = recordOf(receiptIdOf(fresh()));
    await receipts.open(later);
    const row = await stored(tableKeys.receipt(later.receipt));
    expect(row?.['ttl']).toBe(secondsAfter(later, 31));
    await configure(configurationKeeping(DEFAULT_RETENTION));
    await configuration.current();
  },

  'a row whose time is over is read as before, until it is removed': async ({ receipts, alter }) => {
    const record = recordOf(receiptIdOf(fresh()), fresh());
    await receipts.open(record);
    await receipts.putItem(record, itemOf(0));
    for (const key of rowsOf(record)) await alter(key, (row) => ({ ...row, ttl: 1 }));
    expect(await receipts.whole(record.receipt)).toEqual({ record, items: [itemOf(0)] });
    const day = record.receivedAt.slice(0, 10);
    expect(await receipts.list({ source: record.source, day, limit: 5 })).toEqual([record]);
  },

  'a receipt that is listed and was removed does not end the list': async ({ receipts, remove }) => {
    const source = fresh();
    const names = Array.from({ length: 6 }, (_, at) => receiptIdOf(`${at}-${fresh()}`));
    const records = names.map((name, at) => recordOf(name, source, instant(at)));
    for (const record of records) await receipts.open(record);
    for (const name of names.slice(2, 5)) await remove(tableKeys.receipt(name));
    const day = instant(0).slice(0, 10);
    const [first, second, , , , last] = records;
    expect(await receipts.list({ source, day, limit: 2 })).toEqual([last, second]);
    expect(await receipts.list({ source, day, limit: 2, before: second })).toEqual([first]);
    expect(await receipts.list({ source, day, limit: 1 })).toEqual([last]);
  },
};

/** A configuration with this retention. */
export const configurationKeeping = (retention: Retention) => ({ ...configurationOf([]), retention });

/** The keys of the rows of a receipt with one item. */
const rowsOf = (record: ReceiptRecord) => [
  tableKeys.receipt(record.receipt),
  tableKeys.receiptItem(record.receipt, 0),
  tableKeys.receiptListing(record.source, record),
];

/** Seconds since 1970, this many days after the receipt. */
const secondsAfter = ({ receivedAt }: Pick<ReceiptRecord, 'receivedAt'>, days: number): number =>
  Date.parse(receivedAt) / 1000 + days * 86_400;
