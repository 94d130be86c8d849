import { expiryBy } from '../contract/expiry.ts';
import type { ConfigurationStore, FeedStore, ReceiptListing, ReceiptStore } from '../contract/stores.ts';
import type { Bucket } from './bucket.ts';
import { openConfigurationStore } from './configuration-store.ts';
import { openFeedStore } from './feed-store.ts';
import { openReceiptStore } from './receipt-store.ts';
import type { Table } from './table.ts';

/** The configuration, and the stores of feeds and receipts, whose records are kept as long as it says. */
export function openRecordStores(
  table: Table,
  bucket: Bucket,
  now: () => Date,
): { configuration: ConfigurationStore; feeds: FeedStore; receipts: ReceiptStore & ReceiptListing } {
  const configuration = openConfigurationStore(bucket, now);
  const expiry = expiryBy(configuration, now);
  return { configuration, feeds: openFeedStore(table, expiry), receipts: openReceiptStore(table, expiry) };
}
