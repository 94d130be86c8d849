import { DOCUMENTS } from '../domain/feed.ts';

/** Every key of the table and of the buckets is made here. */

export interface Key {
  pk: string;
  sk: string;
}

/** Work is spread over this many partitions; a tick reads each of them once. */
export const DIRTY_SHARDS = 8;
export const DUE_SHARDS = 4;

/** FNV-1a over the id's UTF-16 units: spreads ids evenly and is the same everywhere. */
function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash % shards;
}

const shards = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, shard) => `${prefix}#${shard}`);

export const tableKeys = {
  head: (article: string): Key => ({ pk: `ARTICLE#${article}`, sk: 'HEAD' }),
  revision: (article: string, version: string): Key => ({ pk: `ARTICLE#${article}`, sk: `V#${version}` }),
  content: (article: string, hash: string): Key => ({ pk: `ARTICLE#${article}`, sk: `C#${hash}` }),
  decision: (article: string, at: string, receipt: string): Key => ({
    pk: `ARTICLE#${article}`,
    sk: `D#${at}~${receipt}`,
  }),
  /** A submission that named the article and left no revision of it. */
  mention: (article: string, receipt: string): Key => ({ pk: `ARTICLE#${article}`, sk: `S#${receipt}` }),
  reach: (article: string): Key => ({ pk: `ARTICLE#${article}`, sk: 'REACH' }),
  dirty: (subject: string): Key => ({ pk: `DIRTY#${shardOf(subject, DIRTY_SHARDS)}`, sk: subject }),
  due: (instant: string, subject: string): Key => ({
    pk: `DUE#${shardOf(subject, DUE_SHARDS)}`,
    sk: `${instant}#${subject}`,
  }),
  feedState: (feed: string): Key => ({ pk: `FEED#${feed}`, sk: 'STATE' }),
  feedLog: (feed: string, rev: number): Key => ({
    pk: `FEED#${feed}`,
    sk: `LOG#${String(rev).padStart(12, '0')}`,
  }),
  partner: (partner: string): Key => ({ pk: 'PARTNERS', sk: partner }),
  feedRelease: (feed: string): Key => ({ pk: `FEED#${feed}`, sk: 'RELEASE' }),
  receipt: (receipt: string): Key => ({ pk: `RECEIPT#${receipt}`, sk: 'RECEIPT' }),
  receiptItem: (receipt: string, item: number): Key => ({
    pk: `RECEIPT#${receipt}`,
    sk: `ITEM#${String(item).padStart(6, '0')}`,
  }),
  receiptListing: (source: string, receivedAt: string, receipt: string): Key => ({
    pk: `RECEIPTS#${source}#${receivedAt.slice(0, 10)}`,
    sk: `${receivedAt}#${receipt}`,
  }),
} as const;

export const dirtyPartitions = (): string[] => shards('DIRTY', DIRTY_SHARDS);
export const duePartitions = (): string[] => shards('DUE', DUE_SHARDS);

export const RAW_PREFIX = 'raw/';

const FILES = Object.values(DOCUMENTS).map(({ file }) => file);
const DOCUMENT_FILES = new Set(FILES.flatMap((file) => [file, `${file}.gz`]));
/** `0` comes after `/`. */
const AFTER_DOCUMENTS = 'feeds0';

export const objectKeys = {
  raw: (source: string, receipt: string): string => `${RAW_PREFIX}${source}/${receipt}`,
  configuration: 'config/wiredesk.json',
  /** What readers get for an address at which there is nothing; in the feed bucket, put there by `wiredesk apply`. */
  notFoundPage: 'errors/not-found.txt',
  /** Contents too large for a table item. */
  content: (article: string, hash: string): string => `content/${article}/${hash}`,
  contents: (article: string): string => `content/${article}/`,
  document: (feed: string, file: string): string => `feeds/${feed}/${file}`,
  gzipDocument: (feed: string, file: string): string => `feeds/${feed}/${file}.gz`,
  /**
   * Two keys between which all documents lie from the one feed's on, up to the other's and without them, in the order
   * of ids; without the one from the first there is, without the other up to the last.
   */
  documentsBetween: (from: string | undefined, to: string | undefined): [after: string, before: string] => [
    `feeds/${from === undefined ? '' : `${from}/`}`,
    to === undefined ? AFTER_DOCUMENTS : `feeds/${to}/`,
  ],
} as const;

/** The feed that a document's key names; undefined if it is no document's. */
export function parseDocumentKey(key: string): string | undefined {
  const [, feed = '', file = ''] = /^feeds\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  return DOCUMENT_FILES.has(file) ? feed : undefined;
}

/** The source and receipt a raw object's key names; undefined if it is no raw object. */
export function parseRawKey(key: string): { source: string; receipt: string } | undefined {
  const match = /^raw\/([a-z0-9-]+)\/([A-Za-z0-9_-]+)$/.exec(key);
  return match?.[1] && match[2] ? { source: match[1], receipt: match[2] } : undefined;
}
