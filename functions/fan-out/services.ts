import type { TodoStore, WakeUpStore } from '../../shared/contract/feed-work.ts';
import type { MetricName } from '../../shared/contract/stages.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  DocumentStore,
  FeedStore,
  NormaliseQueue,
  PartnerStore,
  PublishQueue,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';

/** Logs what an operator should look at. If a metric is given, it is increased by one. */
export type Warn = (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;

/** What fan-out needs from the outside world. */
export interface FanOutServices {
  configuration: Pick<ConfigurationStore, 'current'>;
  articles: Pick<ArticleStore, 'readableHeads' | 'readableReach' | 'extendReach'>;
  work: Pick<WorkStore, 'dirty' | 'due' | 'clearDirty' | 'clearDue' | 'scheduleDue'>;
  todo: Pick<TodoStore, 'add'>;
  wakeUps: Pick<WakeUpStore, 'announce' | 'clear' | 'writtenBefore'>;
  publishQueue: PublishQueue;
  now: () => Date;
  newId: () => string;
  warn: Warn;
}

/** What the sweep needs from the outside world. */
export interface SweepServices {
  configuration: Pick<ConfigurationStore, 'current'>;
  receipts: Pick<ReceiptStore, 'unread'>;
  feeds: Pick<FeedStore, 'committed'>;
  documents: Pick<DocumentStore, 'etags'>;
  work: Pick<WorkStore, 'markDirty'>;
  partners: Pick<PartnerStore, 'readableList'>;
  normaliseQueue: NormaliseQueue;
  now: () => Date;
  newId: () => string;
  /** Reports the value of a metric. */
  count: (metric: MetricName, value?: number) => void;
  warn: Warn;
}
