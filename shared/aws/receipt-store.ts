import { decodeReceipt, decodeReceiptItem, decodeReceiptListing } from '../contract/stored/receipt-rows.ts';
import type { ReceiptListing, ReceiptRecord, ReceiptStore } from '../contract/stores.ts';
import { isReceiptItemKey, type KeyRange, tableKeys, tableRanges } from '../contract/table-keys.ts';
import type { ReceiptId } from '../domain/identity.ts';
import { ABSENT, pageBefore, type Table } from './table.ts';

/**
 * A limit for queries, so high that all rows are read: no receipt has so many rows, and no source has so many
 * receipts on a day.
 */
const MAX_ROWS_READ = 100_000;

export function openReceiptStore(table: Table): ReceiptStore & ReceiptListing {
  return {
    async get(receipt) {
      const row = await table.get(tableKeys.receipt(receipt));
      return row && decodeReceipt(row).record;
    },
    async open(record) {
      const { receipt, source } = record;
      await table.put({ ...tableKeys.receipt(receipt), record }, ABSENT);
      await table.put({ ...tableKeys.receiptListing(source, record), receipt });
    },
    async putItem(receipt, item) {
      await table.put({ ...tableKeys.receiptItem(receipt, item.item), item }, ABSENT);
    },
    async items(receipt) {
      const rows = await table.query(tableRanges.receiptItems(receipt), { limit: MAX_ROWS_READ });
      return rows.map((row) => decodeReceiptItem(row).item);
    },
    async whole(receipt) {
      const rows = await table.query(tableRanges.wholeReceipt(receipt), { limit: MAX_ROWS_READ + 1 });
      const { sk } = tableKeys.receipt(receipt);
      const row = rows.find((candidate) => candidate.sk === sk);
      const items = rows.filter(isReceiptItemKey).map((itemRow) => decodeReceiptItem(itemRow).item);
      return row && { record: decodeReceipt(row).record, items };
    },
    announceItems: (receipt, total) => setCount(table, receipt, { total }),
    close: (receipt, items) => setCount(table, receipt, { items }),
    async unread(source, from, to) {
      const readAll = (range: KeyRange) => table.query(range, { limit: MAX_ROWS_READ });
      const rows = await Promise.all(tableRanges.receiptsBetween(source, from, to).map(readAll));
      const receipts = rows.flat().map((row) => decodeReceiptListing(row).receipt);
      const records = (await recordsOf(receipts, table)).filter(({ items }) => items === undefined);
      return records.map(({ receipt }) => receipt);
    },
    async list({ source, day, limit, before }) {
      const rows = await pageBefore(table, tableRanges.receiptsOfDay(source, day, before), {
        limit,
        before: before && tableKeys.receiptListing(source, before),
      });
      const receipts = rows.map((row) => decodeReceiptListing(row).receipt);
      const records = new Map((await recordsOf(receipts, table)).map((record) => [record.receipt, record]));
      return receipts.flatMap((receipt) => records.get(receipt) ?? []);
    },
  };
}

/** Sets one member of an opened receipt. */
function setCount(table: Table, receipt: ReceiptId, count: { total: number } | { items: number }) {
  const [[name, value] = ['', 0]] = Object.entries(count);
  return table.update(
    tableKeys.receipt(receipt),
    {
      text: 'SET #record.#name = :value',
      names: { '#record': 'record', '#name': name },
      values: { ':value': value },
    },
    { text: 'attribute_exists(pk)' },
  );
}

/** The records of receipts, in any order. */
async function recordsOf(receipts: readonly ReceiptId[], table: Table): Promise<ReceiptRecord[]> {
  const rows = await table.getMany(receipts.map(tableKeys.receipt));
  return rows.map((row) => decodeReceipt(row).record);
}
