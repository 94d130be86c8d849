import type { TodoStore, WakeUpStore } from '../contract/feed-work.ts';
import type { QuotaStore } from '../contract/quota-store.ts';
import type { ReaderStore } from '../contract/reader-store.ts';
import type { OUTPUTS } from '../contract/stages.ts';
import type { ReportUnreadable } from '../contract/stored/decode-each.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  DecisionQueue,
  EdgeStore,
  ErasureStore,
  FeedStore,
  PartnerStore,
  RawStore,
  ReceiptListing,
  ReceiptStore,
  WorkStore,
  Written,
} from '../contract/stores.ts';

/**
 * A pipeline as people operate it: the stores that the functions use, and stores that only operations need. The
 * caller opens it with the rights of the person who works on it. The caller also provides the clock, new ids and new
 * tokens.
 */
export interface Pipeline {
  /** The outputs of the stack, such as the addresses of the ingest API and of the feeds. */
  outputs: Record<keyof typeof OUTPUTS, string>;
  rawBucket: ObjectBucket;
  feedBucket: Pick<ObjectBucket, 'putIfAbsent'>;
  articles: ArticleStore;
  configuration: ConfigurationStore;
  erasure: ErasureStore;
  feeds: FeedStore;
  partners: PartnerStore;
  readers: ReaderStore;
  edge: EdgeStore;
  raw: RawStore;
  decisionQueue: DecisionQueue;
  receipts: ReceiptStore & ReceiptListing;
  quota: Pick<QuotaStore, 'used'>;
  work: WorkStore;
  todo: Pick<TodoStore, 'oldest'>;
  wakeUps: Pick<WakeUpStore, 'writtenBefore'>;
  /**
   * The tokens that the caller knows, by source: on the local cloud those in its state directory, on a deployed stack
   * none.
   */
  tokens: Record<string, string>;
  /** Is told about each stored row that a list leaves out because it cannot be decoded. */
  unreadable: ReportUnreadable;
  now: () => Date;
  /** A new UUID. */
  newId: () => string;
  /** A new secret of 256 bits, in base64url. */
  newToken: () => string;
}

/** Objects in a bucket, as operations read and write them. */
export interface ObjectBucket {
  get(key: string): Promise<{ bytes: Uint8Array; etag: string } | undefined>;
  putIfAbsent(key: string, object: StoredBytes): Promise<Written>;
  putIfMatch(key: string, object: StoredBytes, etag: string): Promise<Written>;
}

interface StoredBytes {
  bytes: Uint8Array;
  mediaType: string;
}
