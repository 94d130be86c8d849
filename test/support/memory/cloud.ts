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
import { memoryDocumentStore } from './document-store.ts';
import { type Forgotten, memoryEdgeCache } from './edge-cache.ts';
import { memoryFeedStore } from './feed-store.ts';
import { memoryPartnerStore } from './partner-store.ts';
import { memoryQueue, type MemoryQueue } from './queue.ts';
import { memoryRawStore } from './raw-store.ts';
import { memoryReceiptStore } from './receipt-store.ts';
import { Cabinet } from './shelf.ts';
import { memoryWorkStore } from './work-store.ts';

/** Everything that the use cases need of the outside world, in memory. */
export interface MemoryCloud {
  articles: ArticleStore;
  work: WorkStore;
  receipts: ReceiptStore & ReceiptListing;
  raw: RawStore;
  configuration: MemoryConfigurationStore;
  feeds: FeedStore;
  documents: DocumentStore;
  partners: PartnerStore;
  edge: EdgeCache & { forgotten: Forgotten };
  /** Keys of raw objects that normalise has to look at. */
  normaliseQueue: MemoryQueue<string>;
  nowQueue: MemoryQueue<NowMessage>;
  publishQueue: MemoryQueue<PublishMessage>;
  /** All that its stores hold, queues apart. */
  everything(): Map<string, string>;
  /** What brings all of that back to how it is now. */
  moment(): () => void;
}

/** `placed` is told of each document as it is put. */
export function memoryCloud(placed?: (key: string, bytes: Uint8Array) => void): MemoryCloud {
  const cabinet = new Cabinet();
  const normaliseQueue = memoryQueue<string>();
  return {
    articles: memoryArticleStore(cabinet),
    work: memoryWorkStore(cabinet),
    receipts: memoryReceiptStore(cabinet),
    raw: memoryRawStore((key) => void normaliseQueue.send([key]), cabinet),
    configuration: memoryConfigurationStore(),
    feeds: memoryFeedStore(cabinet),
    documents: memoryDocumentStore(placed, cabinet),
    edge: memoryEdgeCache(),
    partners: memoryPartnerStore(cabinet),
    normaliseQueue,
    nowQueue: memoryQueue(),
    publishQueue: memoryQueue(({ feed }) => feed),
    everything: () => cabinet.everything(),
    moment: () => cabinet.moment(),
  };
}
