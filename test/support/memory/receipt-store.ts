import type { ReceiptItem, ReceiptRecord, ReceiptStore } from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

const position = (item: number): string => String(item).padStart(6, '0');

export function memoryReceiptStore(cabinet = new Cabinet()): ReceiptStore {
  const records = cabinet.shelf<ReceiptRecord>('receipt');
  const items = cabinet.shelf<ReceiptItem>('item');

  return {
    async open(record) {
      records.add(record.receipt, record);
    },
    async get(receipt) {
      return records.get(receipt);
    },
    async putItem(receipt, item) {
      items.add(`${receipt} ${position(item.item)}`, item);
    },
    async items(receipt) {
      return items.values(`${receipt} `);
    },
    async whole(receipt) {
      const record = records.get(receipt);
      return record && { record, items: items.values(`${receipt} `) };
    },
    async unread(source, from, to) {
      return records
        .values()
        .filter((record) => record.source === source && record.items === undefined)
        .filter(({ receivedAt }) => receivedAt >= from && receivedAt <= to)
        .map(({ receipt }) => receipt);
    },
    async close(receipt, count) {
      const record = records.get(receipt);
      if (record === undefined) return 'refused';
      records.set(receipt, { ...record, items: count });
      return 'written';
    },
  };
}
