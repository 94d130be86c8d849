import { DOCUMENTS } from '../domain/feed.ts';
import { type ArticleId, type FeedId, isReceiptId, type ReceiptId } from '../domain/identity.ts';

/** Every key of the raw bucket and the feed bucket is made and read here. Keys of the table are in table-keys.ts. */

export const RAW_PREFIX = 'raw/';
const FEEDS_PREFIX = 'feeds/';
/** `0` is the character after `/`, so this is greater than the key of every document. */
const AFTER_FEEDS = 'feeds0';

/**
 * Given instead of an id, it makes a pattern of all such keys. The permissions of the functions use such patterns.
 */
type Any = '*';

const FILES = Object.values(DOCUMENTS).map(({ file }) => file);
const DOCUMENT_FILES = new Set(FILES.flatMap((file) => [file, `${file}.gz`]));

export const objectKeys = {
  raw: (source: string, receipt: ReceiptId | Any): string => `${RAW_PREFIX}${source}/${receipt}`,
  configuration: 'config/wiredesk.json',
  /** The page for addresses without a document. It is in the feed bucket; `wiredesk apply` puts it there. */
  notFoundPage: 'errors/not-found.txt',
  /** Contents that are too large for a table row. */
  content: (article: ArticleId | Any, hash: string): string => `content/${article}/${hash}`,
  /** The prefix of all contents of an article. */
  contents: (article: ArticleId): string => `content/${article}/`,
  document: (feed: FeedId | Any, file: string): string => `${FEEDS_PREFIX}${feed}/${file}`,
  gzipDocument: (feed: FeedId, file: string): string => `${FEEDS_PREFIX}${feed}/${file}.gz`,
  /**
   * Two keys that enclose the documents of the feeds from `from` (included) to `to` (excluded), in the order of ids.
   * Without `from` the range starts with the first feed; without `to` it ends with the last.
   */
  documentsBetween: (from: FeedId | undefined, to: FeedId | undefined): [after: string, before: string] => [
    from === undefined ? FEEDS_PREFIX : `${FEEDS_PREFIX}${from}/`,
    to === undefined ? AFTER_FEEDS : `${FEEDS_PREFIX}${to}/`,
  ],
} as const;

/**
 * The feed of a document's key; undefined for any other key. A folder of any name counts as a feed, so that the sweep
 * finds and removes documents that belong to no feed.
 */
export function parseDocumentKey(key: string): FeedId | undefined {
  const [, feed = '', file = ''] = /^feeds\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  return DOCUMENT_FILES.has(file) ? (feed as FeedId) : undefined;
}

/** The source and the receipt of a raw object's key; undefined for any other key. */
export function parseRawKey(key: string): { source: string; receipt: ReceiptId } | undefined {
  const [, source, receipt] = /^raw\/([a-z0-9-]+)\/([A-Za-z0-9_-]+)$/.exec(key) ?? [];
  return source && receipt && isReceiptId(receipt) ? { source, receipt } : undefined;
}
