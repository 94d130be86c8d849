import type {
  ArticleStore,
  ConfigurationStore,
  NormaliseQueue,
  NowQueue,
  RawStore,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import type { readItems } from './rules/read-items.ts';

export interface NormaliseServices {
  configuration: ConfigurationStore;
  raw: RawStore;
  articles: ArticleStore;
  work: WorkStore;
  receipts: ReceiptStore;
  nowQueue: NowQueue;
  /** The stage's own queue, for a submission whose items need more than one run. */
  normaliseQueue: NormaliseQueue;
  /**
   * Loads the readers of submissions. They are two thirds of the function's code, so the function loads them for its
   * first submission, and a kill that a new function works on does not wait for them.
   */
  readers: () => Promise<{ readItems: typeof readItems }>;
  now: () => Date;
  newId: () => string;
  /** Logs an event that should not happen. The facts are ids and reasons, never text of an article. */
  warn: (message: string, facts: Record<string, unknown>) => void;
}
