import type {
  ArticleStore,
  ConfigurationStore,
  FeedStore,
  RawStore,
  ReceiptStore,
} from '../../shared/contract/stores.ts';

/** What accepting a submission needs from the outside world. */
export interface IngestServices {
  configuration: ConfigurationStore;
  raw: RawStore;
  receipts: Pick<ReceiptStore, 'open'>;
  articles: Pick<ArticleStore, 'head'>;
  now: () => Date;
  newId: () => string;
}

/** What reading a receipt needs from the outside world. */
export interface ReceiptServices {
  configuration: ConfigurationStore;
  receipts: Pick<ReceiptStore, 'get' | 'whole'>;
  articles: Pick<ArticleStore, 'heads'>;
  feeds: Pick<FeedStore, 'state'>;
  now: () => Date;
}
