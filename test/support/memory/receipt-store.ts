import type {
  ReceiptItem,
  ReceiptListing,
  ReceiptRecord,
  ReceiptStore,
} from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

const position = (item: number): string => String(item).padStart(6, '0');

export function memoryReceiptStore(cabinet = new Cabinet()): ReceiptStore & ReceiptListing {
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
    async list(source, day, limit, before) {
      const place = ({ receivedAt, receipt }: Pick<ReceiptRecord, 'receivedAt' | 'receipt'>): string =>
        `${receivedAt}#${receipt}`;
      return records
        .values()
        .filter((record) => record.source === source && record.receivedAt.startsWith(day))
        .filter((record) => before === undefined || place(record) < place(before))
        .toSorted((a, b) => (place(a) > place(b) ? -1 : 1))
        .slice(0, limit);
    },
    async close(receipt, count) {
      const record = records.get(receipt);
      if (record === undefined) return 'refused';
      records.set(receipt, { ...record, items: count });
      return 'written';
    },
  };
}
