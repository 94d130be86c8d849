import type { TodoStore, WakeUpStore } from '../../shared/contract/feed-work.ts';
import type { MetricName } from '../../shared/contract/stages.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  DocumentStore,
  EdgeCache,
  FeedStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import type { FragmentCache } from './rules/items.ts';

/** What publish needs from the outside world. */
export interface PublishServices {
  configuration: Pick<ConfigurationStore, 'current'>;
  articles: Pick<ArticleStore, 'readableHeads' | 'revisions' | 'readableContents'>;
  feeds: Pick<FeedStore, 'state' | 'rev' | 'lossesReleasedAt' | 'commit' | 'appendLog' | 'settle'>;
  documents: Pick<DocumentStore, 'etag' | 'get' | 'put' | 'remove'>;
  work: Pick<WorkStore, 'scheduleDue'>;
  todo: Pick<TodoStore, 'oldest' | 'remove'>;
  wakeUps: Pick<WakeUpStore, 'begin' | 'clear'>;
  edge: EdgeCache;
  /** A cache in memory. It is a service because it must be kept from one message to the next. */
  fragments: FragmentCache;
  now: () => Date;
  newId: () => string;
  /** Logs what an operator should look at: only ids and reasons. If a metric is given, it is increased by one. */
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
}
