import type { Decision } from '../domain/decision.ts';
import type { ArticleId, FeedId, PartnerId, ReceiptId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Hour } from '../domain/quota.ts';
import { type Access, accessKey } from '../domain/access.ts';
import { DIRTY_SHARDS, DUE_SHARDS, partitionsOf, shardOf, WAKE_SHARDS } from './shards.ts';
import type { WorkSubject } from './subject.ts';

/** All code that makes or reads a key of the table. The keys of objects in the buckets are in keys.ts. */

export interface Key {
  pk: string;
  sk: string;
}

/** The rows of one partition with sort keys from `from` to `to`, both included. An absent bound is no limit. */
export interface KeyRange {
  pk: string;
  from?: string;
  to?: string;
}

/**
 * How the partition keys of each kind of row begin. Rows that different stages write are in different partitions,
 * because a permission can be limited to partition keys only (infra/constructs/grants.ts).
 */
export const PARTITION = {
  article: 'ARTICLE#',
  reach: 'REACH#',
  dirty: 'DIRTY#',
  due: 'DUE#',
  todo: 'TODO#',
  wake: 'WAKE#',
  feed: 'FEED#',
  release: 'RELEASE#',
  receipt: 'RECEIPT#',
  receipts: 'RECEIPTS#',
  partners: 'PARTNERS',
  quota: 'QUOTA#',
  readers: 'READERS#',
} as const;
export type PartitionName = keyof typeof PARTITION;

const articlePartition = (article: ArticleId): string => `${PARTITION.article}${article}`;
const feedPartition = (feed: FeedId): string => `${PARTITION.feed}${feed}`;
const todoPartition = (feed: FeedId): string => `${PARTITION.todo}${feed}`;
const receiptPartition = (receipt: ReceiptId): string => `${PARTITION.receipt}${receipt}`;
const readersPartition = (feed: FeedId): string => `${PARTITION.readers}${feed}`;
/** The partitions of the open accesses and of the start of the history. No id of a feed is such a word. */
const OPEN_READERS = `${PARTITION.readers}now`;
const READERS_START = `${PARTITION.readers}start`;
const listingPartition = (source: string, day: string): string => `${PARTITION.receipts}${source}#${day}`;

/** The first part of the sort key of rows whose type occurs several times in a partition, such as revisions. */
const PREFIX = {
  revision: 'V',
  content: 'C',
  decision: 'D',
  mention: 'S',
  log: 'LOG',
  item: 'ITEM',
} as const;
type PrefixName = keyof typeof PREFIX;

const sortKey = (name: PrefixName, rest: string): string => `${PREFIX[name]}#${rest}`;
const REV_DIGITS = 12;
const ITEM_DIGITS = 6;

export const tableKeys = {
  head: (article: ArticleId): Key => ({ pk: articlePartition(article), sk: 'HEAD' }),
  reach: (article: ArticleId): Key => ({ pk: `${PARTITION.reach}${article}`, sk: 'REACH' }),
  /** Where version 0.1 wrote the reach. It is read, and never written. */
  reachBefore: (article: ArticleId): Key => ({ pk: articlePartition(article), sk: 'REACH' }),
  revision: (article: ArticleId, version: string): Key => ({
    pk: articlePartition(article),
    sk: sortKey('revision', version),
  }),
  content: (article: ArticleId, hash: string): Key => ({
    pk: articlePartition(article),
    sk: sortKey('content', hash),
  }),
  /** One submission may decide twice about an article: kill it, and hold it because another story replaces it. */
  decision: (article: ArticleId, decision: Pick<Decision, 'at' | 'receipt' | 'action'>): Key => ({
    pk: articlePartition(article),
    sk: `${tableKeys.decisionBefore(article, decision).sk}~${decision.action}`,
  }),
  /** Where version 0.2 wrote a decision. It is read and replaced, and never written anew. */
  decisionBefore: (article: ArticleId, { at, receipt }: Pick<Decision, 'at' | 'receipt'>): Key => ({
    pk: articlePartition(article),
    sk: sortKey('decision', `${at}~${receipt}`),
  }),
  /** A submission that named the article and stored no revision of it. */
  mention: (article: ArticleId, receipt: ReceiptId): Key => ({
    pk: articlePartition(article),
    sk: sortKey('mention', receipt),
  }),
  dirty: (subject: WorkSubject): Key => ({
    pk: `${PARTITION.dirty}${shardOf(subject, DIRTY_SHARDS)}`,
    sk: subject,
  }),
  due: (instant: Instant, subject: WorkSubject): Key => ({
    pk: `${PARTITION.due}${shardOf(subject, DUE_SHARDS)}`,
    sk: `${instant}#${subject}`,
  }),
  /** What a feed has yet to take in. `token` is unique, so no write ever replaces a row that a publisher has read. */
  todo: (feed: FeedId, { at, token }: { at: Instant; token: string }): Key => ({
    pk: todoPartition(feed),
    sk: `${at}#${token}`,
  }),
  wake: (feed: FeedId): Key => ({ pk: `${PARTITION.wake}${shardOf(feed, WAKE_SHARDS)}`, sk: feed }),
  feedState: (feed: FeedId): Key => ({ pk: feedPartition(feed), sk: 'STATE' }),
  /** The last rev whose documents are known to be in place. */
  feedSettled: (feed: FeedId): Key => ({ pk: feedPartition(feed), sk: 'SETTLED' }),
  feedRelease: (feed: FeedId): Key => ({ pk: `${PARTITION.release}${feed}`, sk: 'RELEASE' }),
  feedLog: (feed: FeedId, rev: number): Key => ({
    pk: feedPartition(feed),
    sk: sortKey('log', String(rev).padStart(REV_DIGITS, '0')),
  }),
  partner: (partner: PartnerId): Key => ({ pk: PARTITION.partners, sk: partner }),
  openAccess: (access: Pick<Access, 'reader' | 'feed'>): Key => ({ pk: OPEN_READERS, sk: accessKey(access) }),
  /** `recorded` and the reader tell apart the accesses of one reader to one feed, one after another. */
  endedAccess: ({ feed, reader, recorded }: Pick<Access, 'feed' | 'reader' | 'recorded'>): Key => ({
    pk: readersPartition(feed),
    sk: `${recorded}#${reader}`,
  }),
  readersStart: (): Key => ({ pk: READERS_START, sk: 'START' }),
  receipt: (receipt: ReceiptId): Key => ({ pk: receiptPartition(receipt), sk: 'RECEIPT' }),
  receiptItem: (receipt: ReceiptId, item: number): Key => ({
    pk: receiptPartition(receipt),
    sk: sortKey('item', String(item).padStart(ITEM_DIGITS, '0')),
  }),
  receiptListing: (
    source: string,
    { receivedAt, receipt }: { receivedAt: Instant; receipt: ReceiptId },
  ): Key => ({
    pk: listingPartition(source, dayOf(receivedAt)),
    sk: `${receivedAt}#${receipt}`,
  }),
  /** How many submissions a source has sent in an hour. */
  quotaCount: (source: string, { from }: Hour): Key => ({ pk: `${PARTITION.quota}${source}`, sk: from }),
} as const;

/** The day of an instant (yyyy-mm-dd, UTC). */
const dayOf = (instant: Instant): string => instant.slice(0, 10);

/** `$` is the character after `#`, so the range has every sort key that begins with the prefix and `#`. */
const rowsOf = (pk: string, name: PrefixName): Required<KeyRange> => ({
  pk,
  from: `${PREFIX[name]}#`,
  to: `${PREFIX[name]}$`,
});

export const tableRanges = {
  /** All revisions of an article, or with `before` (a version) only those up to this version, included. */
  revisions: (article: ArticleId, before?: string): KeyRange => ({
    ...rowsOf(articlePartition(article), 'revision'),
    ...(before !== undefined && { to: tableKeys.revision(article, before).sk }),
  }),
  contents: (article: ArticleId): KeyRange => rowsOf(articlePartition(article), 'content'),
  decisions: (article: ArticleId): KeyRange => rowsOf(articlePartition(article), 'decision'),
  mentions: (article: ArticleId): KeyRange => rowsOf(articlePartition(article), 'mention'),
  /** The whole log of a feed, or with `before` (a rev) only the entries with a smaller rev. */
  feedLog: (feed: FeedId, before?: number): KeyRange => ({
    ...rowsOf(feedPartition(feed), 'log'),
    ...(before !== undefined && { to: tableKeys.feedLog(feed, before - 1).sk }),
  }),
  partners: (): KeyRange => ({ pk: PARTITION.partners }),
  openAccesses: (): KeyRange => ({ pk: OPEN_READERS }),
  endedAccesses: (feed: FeedId): KeyRange => ({ pk: readersPartition(feed) }),
  /** A receipt and its items. */
  wholeReceipt: (receipt: ReceiptId): KeyRange => ({ pk: receiptPartition(receipt) }),
  receiptItems: (receipt: ReceiptId): KeyRange => rowsOf(receiptPartition(receipt), 'item'),
  /** The receipts of a source on a day. With `before` (a receipt), only those up to this receipt, included. */
  receiptsOfDay: (
    source: string,
    day: string,
    before?: { receivedAt: Instant; receipt: ReceiptId },
  ): KeyRange => ({
    pk: listingPartition(source, day),
    ...(before !== undefined && { to: tableKeys.receiptListing(source, before).sk }),
  }),
  /**
   * The receipts of a source from `from` to `to`: one range for the day of `from`, and one if `to` is on another day.
   */
  receiptsBetween: (source: string, from: Instant, to: Instant): KeyRange[] =>
    [...new Set([dayOf(from), dayOf(to)])].map((day) => ({
      pk: listingPartition(source, day),
      from,
      // `$` is the character after `#`. So the range includes every sort key that begins with `to` and `#`.
      to: `${to}$`,
    })),
  /** All DIRTY rows: one range for each shard. */
  dirty: (): KeyRange[] => partitionsOf(PARTITION.dirty, DIRTY_SHARDS).map((pk) => ({ pk })),
  /** All DUE rows until `now`, included: one range for each shard. */
  due: (now: Instant): KeyRange[] =>
    partitionsOf(PARTITION.due, DUE_SHARDS).map((pk) => ({ pk, to: `${now}$` })),
  /** The TODO rows of a feed. */
  todo: (feed: FeedId): KeyRange => ({ pk: todoPartition(feed) }),
  /** All WAKE rows: one range for each shard. */
  wake: (): KeyRange[] => partitionsOf(PARTITION.wake, WAKE_SHARDS).map((pk) => ({ pk })),
} as const;

/** The article of a key that `tableKeys.head` or another builder with an article made. */
export const articleOfKey = ({ pk }: Key): ArticleId =>
  after(pk.startsWith(PARTITION.reach) ? PARTITION.reach : PARTITION.article, pk) as ArticleId;
/** The content hash of a key that `tableKeys.content` made. */
export const contentHashOfKey = ({ sk }: Key): string => after(sortKey('content', ''), sk);
/** The rev of a key that `tableKeys.feedLog` made. */
export const revOfKey = ({ sk }: Key): number => Number(after(sortKey('log', ''), sk));
/** The subject of a dirty row: the article, or `feed:` and the feed, that its key names. */
export const subjectOfKey = ({ sk }: Key): WorkSubject => sk as WorkSubject;
/** The feed of a key that `tableKeys.wake` made. */
export const feedOfWakeKey = ({ sk }: Key): FeedId => sk as FeedId;
/** The partner of a key that `tableKeys.partner` made. */
export const partnerOfKey = ({ sk }: Key): PartnerId => sk as PartnerId;
/** Whether `tableKeys.receiptItem` made the key. */
export const isReceiptItemKey = ({ sk }: Key): boolean => sk.startsWith(sortKey('item', ''));

function after(prefix: string, text: string): string {
  if (!text.startsWith(prefix)) throw new Error(`the key ${text} does not begin with ${prefix}`);
  return text.slice(prefix.length);
}
