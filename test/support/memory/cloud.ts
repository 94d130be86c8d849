import type { NowMessage, PublishMessage } from '../../../shared/contract/messages.ts';
import type {
  ArticleStore,
  DocumentStore,
  EdgeCache,
  FeedStore,
  RawStore,
  ReceiptStore,
  WorkStore,
} from '../../../shared/contract/stores.ts';
import { memoryArticleStore } from './article-store.ts';
import { memoryConfigurationStore, type MemoryConfigurationStore } from './configuration-store.ts';
import { memoryDocumentStore } from './document-store.ts';
import { type Forgotten, memoryEdgeCache } from './edge-cache.ts';
import { memoryFeedStore } from './feed-store.ts';
import { memoryQueue, type MemoryQueue } from './queue.ts';
import { memoryRawStore } from './raw-store.ts';
import { memoryReceiptStore } from './receipt-store.ts';
import { memoryWorkStore } from './work-store.ts';

/** Everything that the use cases need of the outside world, in memory. */
export interface MemoryCloud {
  articles: ArticleStore;
  work: WorkStore;
  receipts: ReceiptStore;
  raw: RawStore;
  configuration: MemoryConfigurationStore;
  feeds: FeedStore;
  documents: DocumentStore;
  edge: EdgeCache & { forgotten: Forgotten };
  /** Keys of raw objects that normalise has to look at. */
  normaliseQueue: MemoryQueue<string>;
  nowQueue: MemoryQueue<NowMessage>;
  publishQueue: MemoryQueue<PublishMessage>;
}

/** `placed` is told of each document as it is put. */
export function memoryCloud(placed?: (key: string, bytes: Uint8Array) => void): MemoryCloud {
  const normaliseQueue = memoryQueue<string>();
  return {
    articles: memoryArticleStore(),
    work: memoryWorkStore(),
    receipts: memoryReceiptStore(),
    raw: memoryRawStore((key) => void normaliseQueue.send([key])),
    configuration: memoryConfigurationStore(),
    feeds: memoryFeedStore(),
    documents: memoryDocumentStore(placed),
    edge: memoryEdgeCache(),
    normaliseQueue,
    nowQueue: memoryQueue(),
    publishQueue: memoryQueue(({ feed }) => feed),
  };
}
