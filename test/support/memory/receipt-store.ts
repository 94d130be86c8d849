import {
  decodeReceipt,
  decodeReceiptItem,
  decodeReceiptListing,
} from '../../../shared/contract/stored/receipt-rows.ts';
import type {
  ReceiptListing,
  ReceiptRecord,
  ReceiptStore,
  Written,
} from '../../../shared/contract/stores.ts';
import { tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { ReceiptId } from '../../../shared/domain/identity.ts';
import { MemoryStorage } from './storage.ts';

export function memoryReceiptStore(storage = new MemoryStorage()): ReceiptStore & ReceiptListing {
  const records = storage.rows(decodeReceipt);
  const items = storage.rows(decodeReceiptItem);
  const listings = storage.rows(decodeReceiptListing);
  const recordOf = (receipt: ReceiptId): ReceiptRecord | undefined =>
    records.get(tableKeys.receipt(receipt))?.record;
  const change = (receipt: ReceiptId, members: Partial<ReceiptRecord>): Written => {
    const record = recordOf(receipt);
    if (record === undefined) return 'refused';
    records.set(tableKeys.receipt(receipt), { record: { ...record, ...members } });
    return 'written';
  };
  const itemsOf = (receipt: ReceiptId) =>
    items.range(tableRanges.receiptItems(receipt)).map(({ item }) => item);

  return {
    async open(record) {
      const { receipt, source } = record;
      records.add(tableKeys.receipt(receipt), { record });
      listings.set(tableKeys.receiptListing(source, record), { receipt });
    },
    async get(receipt) {
      return recordOf(receipt);
    },
    async putItem(receipt, item) {
      items.add(tableKeys.receiptItem(receipt, item.item), { item });
    },
    async items(receipt) {
      return itemsOf(receipt);
    },
    async whole(receipt) {
      const record = recordOf(receipt);
      return record && { record, items: itemsOf(receipt) };
    },
    async unread(source, from, to) {
      return tableRanges
        .receiptsBetween(source, from, to)
        .flatMap((range) => listings.range(range))
        .filter(({ receipt }) => recordOf(receipt)?.items === undefined)
        .map(({ receipt }) => receipt);
    },
    async list({ source, day, limit, before }) {
      const last = before && tableKeys.receiptListing(source, before).sk;
      return listings
        .range(tableRanges.receiptsOfDay(source, day))
        .filter(({ sk }) => last === undefined || sk < last)
        .toReversed()
        .slice(0, limit)
        .flatMap(({ receipt }) => recordOf(receipt) ?? []);
    },
    announceItems: async (receipt, total) => change(receipt, { total }),
    close: async (receipt, count) => change(receipt, { items: count }),
  };
}
