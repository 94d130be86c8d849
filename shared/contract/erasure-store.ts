import type { Decision } from '../domain/decision.ts';
import type { ArticleId, ReceiptId } from '../domain/identity.ts';
import type { RawObject } from './raw-object.ts';
import type { ReceiptItem, Received } from './receipt.ts';

/**
 * Removes bytes that were accepted. No Lambda function has this permission: `wiredesk erase` uses this store with the
 * operator's own credentials. Every method can be repeated without harm.
 */
export interface ErasureStore {
  traces(article: ArticleId): Promise<Traces>;
  /** Replaces the raw object that is stored for the same receipt. If there is no such object, does nothing. */
  replaceRaw(object: RawObject): Promise<void>;
  /** Removes all versions of a raw object except the newest. */
  removeOlderVersions(rawKey: string): Promise<void>;
  /** Replaces the outcome of an item. It is kept as long as it would have been without the erasure. */
  replaceItem(of: Received, item: ReceiptItem): Promise<void>;
  replaceDecision(article: ArticleId, decision: Decision): Promise<void>;
  /** Removes all contents of an article. Contents that are stored in the raw bucket are removed in all versions. */
  removeContents(article: ArticleId): Promise<void>;
  /** Removes the article's revisions and mentions. After this call its submissions can no longer be found. */
  removeRecords(article: ArticleId): Promise<void>;
}

/** What is stored about an article, apart from its head and its reach. */
export interface Traces {
  /** Receipts of all submissions that named the article. */
  submissions: ReceiptId[];
  decisions: Decision[];
  revisions: number;
  contents: number;
  /** How many submissions named the article and stored no revision. */
  mentions: number;
}
