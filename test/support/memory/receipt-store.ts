import type { Expiry } from '../../../shared/contract/expiry.ts';
import { readable } from '../../../shared/contract/stored/decode-each.ts';
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

export function memoryReceiptStore(
  storage = new MemoryStorage(),
  expiry: Expiry = async () => ({}),
): ReceiptStore & ReceiptListing {
  const records = storage.rows(decodeReceipt);
  const items = storage.rows(decodeReceiptItem);
  const listings = storage.rows(decodeReceiptListing);
  const recordOf = (receipt: ReceiptId): ReceiptRecord | undefined =>
    records.get(tableKeys.receipt(receipt))?.record;
  /** The record of a receipt in a list: undefined, after a report, if it cannot be decoded. */
  const listedRecord = (receipt: ReceiptId): ReceiptRecord | undefined => {
    const record = readable(() => recordOf(receipt), storage.report);
    return record === 'unreadable' ? undefined : record;
  };
  const change = (receipt: ReceiptId, members: Partial<ReceiptRecord>): Written => {
    const row = records.get(tableKeys.receipt(receipt));
    if (row === undefined) return 'refused';
    const { pk, sk, record, ...others } = row;
    records.set({ pk, sk }, { ...others, record: { ...record, ...members } });
    return 'written';
  };
  const itemsOf = (receipt: ReceiptId) =>
    items.readable(tableRanges.receiptItems(receipt)).map(({ item }) => item);

  return {
    async open(record) {
      const { receipt, source } = record;
      const expires = await expiry('receiptsDays', record.receivedAt);
      const opened = records.add(tableKeys.receipt(receipt), { record, ...expires });
      listings.add(tableKeys.receiptListing(source, record), { receipt, ...expires });
      return opened ? 'written' : 'refused';
    },
    async get(receipt) {
      return recordOf(receipt);
    },
    async putItem({ receipt, receivedAt }, item) {
      const expires = await expiry('receiptsDays', receivedAt);
      items.add(tableKeys.receiptItem(receipt, item.item), { item, ...expires });
    },
    async items(receipt) {
      return itemsOf(receipt);
    },
    async whole(receipt) {
      const record = recordOf(receipt);
      return (
        record && { record, items: items.range(tableRanges.receiptItems(receipt)).map(({ item }) => item) }
      );
    },
    async unread(source, from, to) {
      return tableRanges
        .receiptsBetween(source, from, to)
        .flatMap((range) => listings.readable(range))
        .flatMap(({ receipt }) => listedRecord(receipt) ?? [])
        .filter((record) => record.items === undefined)
        .map(({ receipt }) => receipt);
    },
    async list({ source, day, limit, before }) {
      const last = before && tableKeys.receiptListing(source, before).sk;
      return listings
        .readable(tableRanges.receiptsOfDay(source, day))
        .filter(({ sk }) => last === undefined || sk < last)
        .toReversed()
        .flatMap(({ receipt }) => listedRecord(receipt) ?? [])
        .slice(0, limit);
    },
    announceItems: async (receipt, total) => change(receipt, { total }),
    close: async (receipt, count) => change(receipt, { items: count }),
  };
}
