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
  articles: Pick<ArticleStore, 'heads' | 'revisions' | 'contents'>;
  feeds: Pick<FeedStore, 'state' | 'lossesReleasedAt' | 'commit' | 'appendLog' | 'settle'>;
  documents: Pick<DocumentStore, 'etag' | 'get' | 'put' | 'remove'>;
  work: Pick<WorkStore, 'scheduleDue'>;
  edge: EdgeCache;
  /** Reaches nothing outside the process. It is a service because it lives as long as the function does. */
  fragments: FragmentCache;
  now: () => Date;
  /** Logs what an operator should look at: ids and reasons only, and a metric where an alarm watches it. */
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
}
