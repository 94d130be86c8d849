import { expiryBy } from '../../../shared/contract/expiry.ts';
import type { TodoStore, WakeUpStore } from '../../../shared/contract/feed-work.ts';
import type { QuotaStore } from '../../../shared/contract/quota-store.ts';
import type { ReaderStore } from '../../../shared/contract/reader-store.ts';
import type { NowMessage, PublishMessage } from '../../../shared/contract/messages.ts';
import type {
  ArticleStore,
  DocumentStore,
  EdgeCache,
  FeedStore,
  PartnerStore,
  RawStore,
  ReceiptListing,
  ReceiptStore,
  WorkStore,
} from '../../../shared/contract/stores.ts';
import { memoryArticleStore } from './article-store.ts';
import { memoryConfigurationStore, type MemoryConfigurationStore } from './configuration-store.ts';
import { memoryDocumentStore, type OnPut } from './document-store.ts';
import { type Invalidated, memoryEdgeCache } from './edge-cache.ts';
import { memoryTodoStore, memoryWakeUpStore } from './feed-work-stores.ts';
import { memoryFeedStore } from './feed-store.ts';
import { memoryPartnerStore } from './partner-store.ts';
import { memoryReaderStore } from './reader-store.ts';
import { memoryQueue, type MemoryQueue } from './queue.ts';
import { memoryQuotaStore } from './quota-store.ts';
import { memoryRawStore } from './raw-store.ts';
import { memoryReceiptStore } from './receipt-store.ts';
import { MemoryStorage } from './storage.ts';
import { memoryWorkStore } from './work-store.ts';

/** All stores, queues and caches that the use cases need, in memory. */
export interface MemoryCloud {
  articles: ArticleStore;
  work: WorkStore;
  todo: TodoStore;
  wakeUps: WakeUpStore;
  receipts: ReceiptStore & ReceiptListing;
  quota: QuotaStore;
  raw: RawStore;
  configuration: MemoryConfigurationStore;
  feeds: FeedStore;
  documents: DocumentStore;
  partners: PartnerStore;
  readers: ReaderStore;
  edge: EdgeCache & { invalidated: Invalidated };
  /** Keys of raw objects that normalise has to read. */
  normaliseQueue: MemoryQueue<string>;
  /** Keys of the raw objects of decisions. Each is also in `normaliseQueue`, because S3 sends its event as well. */
  decisionQueue: MemoryQueue<string>;
  nowQueue: MemoryQueue<NowMessage>;
  publishQueue: MemoryQueue<PublishMessage>;
  /** All rows and objects as text, by their keys. Messages and the configuration are not included. */
  everything(): Map<string, string>;
  /** Returns a function that restores all rows and objects as they are now. */
  snapshot(): () => void;
  /** Changes the members of a stored row without decoding them. */
  alter: MemoryStorage['alter'];
  /** Why lists left out rows that cannot be decoded. */
  unreadable: readonly string[];
  /** A stored row, not decoded. */
  stored: MemoryStorage['stored'];
  /** Removes a row. */
  remove: MemoryStorage['remove'];
}

/** The clock of the stores, which decides how long a row is kept. It stands still, so that equal runs write equal rows. */
export const STORES_NOW = (): Date => new Date('2026-03-02T08:00:00.000Z');

/** Calls `onPut` after each document that is put. */
export function memoryCloud(onPut?: OnPut): MemoryCloud {
  const storage = new MemoryStorage();
  const configuration = memoryConfigurationStore();
  const expiry = expiryBy(configuration, STORES_NOW);
  const normaliseQueue = memoryQueue<string>();
  return {
    articles: memoryArticleStore(storage),
    work: memoryWorkStore(storage),
    todo: memoryTodoStore(storage),
    wakeUps: memoryWakeUpStore(storage),
    receipts: memoryReceiptStore(storage, expiry),
    quota: memoryQuotaStore(storage),
    raw: memoryRawStore((key) => void normaliseQueue.send([key]), storage),
    configuration,
    feeds: memoryFeedStore(storage, expiry),
    documents: memoryDocumentStore(onPut, storage),
    edge: memoryEdgeCache(),
    partners: memoryPartnerStore(storage),
    readers: memoryReaderStore(storage, expiry),
    normaliseQueue,
    decisionQueue: memoryQueue(),
    nowQueue: memoryQueue(),
    publishQueue: memoryQueue(({ feed }) => feed),
    everything: () => storage.everything(),
    alter: (key, change) => storage.alter(key, change),
    unreadable: storage.unreadable,
    stored: (key) => storage.stored(key),
    remove: (key) => storage.remove(key),
    snapshot: () => storage.snapshot(),
  };
}
