import { tableKeys } from '../contract/keys.ts';
import type { ReceiptItem, ReceiptListing, ReceiptRecord, ReceiptStore } from '../contract/stores.ts';
import { ABSENT, type Table } from './table.ts';

/** No submission has more items than this; a receipt is read whole. */
const MAX_ITEMS = 100_000;

export function openReceiptStore(table: Table): ReceiptStore & ReceiptListing {
  const get = async (receipt: string): Promise<ReceiptRecord | undefined> => {
    const row = await table.get(tableKeys.receipt(receipt));
    return row?.['record'] as ReceiptRecord | undefined;
  };

  return {
    get,
    async open(record) {
      await table.put({ ...tableKeys.receipt(record.receipt), record }, ABSENT);
      const listing = tableKeys.receiptListing(record.source, record.receivedAt, record.receipt);
      await table.put({ ...listing, receipt: record.receipt });
    },
    async putItem(receipt, item) {
      await table.put({ ...tableKeys.receiptItem(receipt, item.item), item }, ABSENT);
    },
    async items(receipt) {
      const rows = await table.query(tableKeys.receipt(receipt).pk, {
        from: 'ITEM#',
        to: 'ITEM$',
        limit: MAX_ITEMS,
      });
      return rows.map((row) => row['item'] as ReceiptItem);
    },
    async whole(receipt) {
      const rows = await table.query(tableKeys.receipt(receipt).pk, { limit: MAX_ITEMS + 1 });
      const record = rows.find((row) => row.sk === tableKeys.receipt(receipt).sk)?.['record'] as
        ReceiptRecord | undefined;
      const items = rows.flatMap((row) => (row['item'] as ReceiptItem | undefined) ?? []);
      return record && { record, items };
    },
    close: (receipt, items) =>
      table.update(
        tableKeys.receipt(receipt),
        {
          text: 'SET #record.#items = :items',
          names: { '#record': 'record', '#items': 'items' },
          values: { ':items': items },
        },
        { text: 'attribute_exists(pk)' },
      ),
    async unread(source, from, to) {
      const ranges = await Promise.all(
        [...new Set([from, to].map((instant) => instant.slice(0, 10)))].map((day) => {
          const { pk } = tableKeys.receiptListing(source, day, '');
          // '$' follows '#': every sort key that begins with `to` and a receipt is included.
          return table.query(pk, { from, to: `${to}$`, limit: MAX_ITEMS });
        }),
      );
      const keys = ranges.flat().map((row) => tableKeys.receipt(String(row['receipt'])));
      const records = (await table.getMany(keys)).map((row) => row['record'] as ReceiptRecord);
      return records.filter(({ items }) => items === undefined).map(({ receipt }) => receipt);
    },
    async list(source, day, limit, before) {
      const { pk } = tableKeys.receiptListing(source, day, '');
      // A page ends with the receipt it is to come before, which is left out again.
      const to = before && tableKeys.receiptListing(source, before.receivedAt, before.receipt).sk;
      const rows = await table.query(pk, {
        limit: to === undefined ? limit : limit + 1,
        newestFirst: true,
        ...(to !== undefined && { to }),
      });
      const older = rows.filter(({ sk }) => sk !== to).slice(0, limit);
      const records = await table.getMany(older.map((row) => tableKeys.receipt(String(row['receipt']))));
      const byId = new Map(records.map((row) => [row.pk, row['record'] as ReceiptRecord]));
      return older.flatMap((row) => byId.get(tableKeys.receipt(String(row['receipt'])).pk) ?? []);
    },
  };
}
