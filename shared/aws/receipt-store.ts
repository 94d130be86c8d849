import { decodeReceipt, decodeReceiptItem, decodeReceiptListing } from '../contract/stored/receipt-rows.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import { decodeEach } from '../contract/stored/decode-each.ts';
import type { Expiry } from '../contract/expiry.ts';
import type { ReceiptListing, ReceiptRecord, ReceiptStore } from '../contract/stores.ts';
import { isReceiptItemKey, type KeyRange, tableKeys, tableRanges } from '../contract/table-keys.ts';
import type { ReceiptId } from '../domain/identity.ts';
import { ABSENT, pageBefore, type Table } from './table.ts';

/**
 * A limit for queries, so high that all rows are read: no receipt has so many rows, and no source has so many
 * receipts on a day.
 */
const MAX_ROWS_READ = 100_000;

export function openReceiptStore(table: Table, expiry: Expiry): ReceiptStore & ReceiptListing {
  const listed = (rows: readonly StoredRow[]): ReceiptId[] =>
    decodeEach(rows, (row) => decodeReceiptListing(row).receipt, table.unreadable);

  return {
    async get(receipt) {
      const row = await table.get(tableKeys.receipt(receipt));
      return row && decodeReceipt(row).record;
    },
    async open(record) {
      const { receipt, source } = record;
      const expires = await expiry('receiptsDays', record.receivedAt);
      const opened = await table.put({ ...tableKeys.receipt(receipt), record, ...expires }, ABSENT);
      // Only if it is absent: another retention that is in force by now must not shorten the life of this row alone.
      await table.put({ ...tableKeys.receiptListing(source, record), receipt, ...expires }, ABSENT);
      return opened;
    },
    async putItem({ receipt, receivedAt }, item) {
      const expires = await expiry('receiptsDays', receivedAt);
      await table.put({ ...tableKeys.receiptItem(receipt, item.item), item, ...expires }, ABSENT);
    },
    async items(receipt) {
      const rows = await table.query(tableRanges.receiptItems(receipt), { limit: MAX_ROWS_READ });
      return decodeEach(rows, (row) => decodeReceiptItem(row).item, table.unreadable);
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
      const receipts = listed(rows.flat());
      const records = (await recordsOf(receipts, table)).filter(({ items }) => items === undefined);
      return records.map(({ receipt }) => receipt);
    },
    async list({ source, day, limit, before }) {
      const found: ReceiptRecord[] = [];
      let last = before && tableKeys.receiptListing(source, before);
      // A receipt whose row has expired may still be listed, because rows are removed one by one, in any order. Only
      // the end of the list ends a page.
      while (found.length < limit) {
        const size = limit - found.length;
        const range = { ...tableRanges.receiptsOfDay(source, day), ...(last && { to: last.sk }) };
        const rows = await pageBefore(table, range, { limit: size, before: last });
        const receipts = listed(rows);
        const records = new Map((await recordsOf(receipts, table)).map((record) => [record.receipt, record]));
        found.push(...receipts.flatMap((receipt) => records.get(receipt) ?? []));
        if (rows.length < size) break;
        last = rows.at(-1);
      }
      return found;
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
  return decodeEach(rows, (row) => decodeReceipt(row).record, table.unreadable);
}
