import type { QuotaStore } from '../../shared/contract/quota-store.ts';
import type { ReceiptReading } from '../../shared/contract/receipt-view.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  DecisionQueue,
  RawStore,
  ReceiptStore,
} from '../../shared/contract/stores.ts';

/** What accepting a submission needs from the outside world. */
export interface IngestServices {
  configuration: ConfigurationStore;
  raw: RawStore;
  receipts: Pick<ReceiptStore, 'get' | 'open'>;
  quota: Pick<QuotaStore, 'count'>;
  articles: Pick<ArticleStore, 'head'>;
  decisionQueue: DecisionQueue;
  now: () => Date;
  newId: () => string;
  /** Logs what an operator should look at. */
  warn: (message: string, facts: Record<string, unknown>) => void;
}

/** What reading a receipt needs from the outside world. */
export interface ReceiptServices extends ReceiptReading {
  configuration: ConfigurationStore;
  receipts: Pick<ReceiptStore, 'get' | 'whole'>;
}
