import type * as z from 'zod';
import type { ArticleContent, Head, Revision } from '../domain/article.ts';
import type { Decision } from '../domain/decision.ts';
import type { ArticleId, FeedId, PartnerId, ReceiptId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Committed, FeedChange, FeedState } from '../domain/manifest.ts';
import type { Partner } from '../domain/partner.ts';
import type { CreatedObject, Envelope, NowMessage, PublishMessage } from './messages.ts';
import type { RawObject } from './raw-object.ts';
import type { StoredConfiguration } from './configuration.ts';
import type { ReceiptItem, ReceiptRecord, Received } from './receipt.ts';
import type { partnerRowSchema } from './stored/partner-rows.ts';
import type { Readable } from './stored/readable.ts';
import type { dueRowSchema } from './stored/work-rows.ts';
import type { WorkSubject } from './subject.ts';

export type { ErasureStore, Traces } from './erasure-store.ts';
export type { RawObject } from './raw-object.ts';
export type { ReceiptItem, ReceiptRecord, Received } from './receipt.ts';
export type { Readable } from './stored/readable.ts';

/**
 * The interfaces of the stores, queues and caches that the use cases need; shared/aws implements them. Each use case
 * asks only for the parts that it uses. A method returns every answer that is expected, such as `refused`. If it
 * throws an error, the work failed and the caller must try again. A method that reads one thing also throws an error if
 * a stored row does not have the expected shape. A method that lists rows leaves out a row that cannot be decoded, so
 * that it does not stop the others, and the store reports it. All reads are strongly consistent.
 */

/** `refused`: the condition of the write was false, and nothing was written. */
export type Written = 'written' | 'refused';

export interface ArticleStore {
  /**
   * Stores the contents under their hash, then the revision. Contents or a revision that are already stored are not
   * changed.
   */
  putRevision(revision: Revision, content: ArticleContent): Promise<void>;
  /** Up to `limit` revisions, newest first. With `before`, only revisions older than that version. */
  revisions(article: ArticleId, limit: number, before?: string): Promise<Revision[]>;
  /** Stores a decision in the article's history, if it is not stored yet. */
  putDecision(article: ArticleId, decision: Decision): Promise<void>;
  /** Up to `limit` decisions, latest first. */
  decisions(article: ArticleId, limit: number): Promise<Decision[]>;
  /**
   * Records a submission that named the article but stored no revision of it, so that an erasure finds the
   * submission.
   */
  noteMention(article: ArticleId, receipt: ReceiptId): Promise<void>;
  /** The contents, by article. The result leaves out contents that are not stored. */
  contents(wanted: readonly ContentKey[]): Promise<Map<ArticleId, ArticleContent>>;
  /** As `contents`, but contents that cannot be decoded are no error. */
  readableContents(wanted: readonly ContentKey[]): Promise<Readable<ArticleContent>>;
  head(article: ArticleId): Promise<VersionedHead>;
  heads(articles: readonly ArticleId[]): Promise<Map<ArticleId, Head>>;
  /** As `heads`, but a head that cannot be decoded is no error. */
  readableHeads(articles: readonly ArticleId[]): Promise<Readable<Head>>;
  /** Replaces the head if nobody has written it since the caller read it with this `token`. */
  putHead(head: Head, token: number): Promise<Written>;
  /** Ids of the feeds that each article was ever sent to, by article. */
  reach(articles: readonly ArticleId[]): Promise<Map<ArticleId, Set<FeedId>>>;
  /** As `reach`, but a row that cannot be decoded is no error. */
  readableReach(articles: readonly ArticleId[]): Promise<Readable<Set<FeedId>>>;
  extendReach(article: ArticleId, feeds: readonly FeedId[]): Promise<void>;
}

export interface ContentKey {
  article: ArticleId;
  contentHash: string;
}

/** A head and the token that guards its replacement. Token 0 means that there is no head yet. */
export interface VersionedHead {
  head: Head | undefined;
  token: number;
}

/** Work for fan-out. A subject is an article id, or `feed:` and a feed id; see subject.ts. */
export interface WorkStore {
  markDirty(subject: WorkSubject, token: string): Promise<void>;
  /** Up to `limit` DIRTY rows. */
  dirty(limit: number): Promise<DirtyRow[]>;
  /** Removes a DIRTY row, unless its subject was marked again since the row was read. */
  clearDirty(row: DirtyRow): Promise<void>;
  scheduleDue(instant: Instant, subject: WorkSubject): Promise<void>;
  /** Up to `limit` DUE rows whose instant is `now` or earlier. */
  due(now: Instant, limit: number): Promise<DueRow[]>;
  clearDue(row: DueRow): Promise<void>;
}

export interface DirtyRow {
  subject: WorkSubject;
  token: string;
}

export type DueRow = z.infer<typeof dueRowSchema>;

export interface ReceiptStore {
  /**
   * Records a submission and adds its receipt to the source's list for that day. `refused`: it is recorded already, and
   * nothing is changed.
   */
  open(receipt: ReceiptRecord): Promise<Written>;
  get(receipt: ReceiptId): Promise<ReceiptRecord | undefined>;
  /** Records an item's outcome. An outcome that is already recorded is not changed. */
  putItem(of: Received, item: ReceiptItem): Promise<void>;
  items(receipt: ReceiptId): Promise<ReceiptItem[]>;
  /** A receipt with its items; undefined if the receipt was never opened. */
  whole(receipt: ReceiptId): Promise<{ record: ReceiptRecord; items: ReceiptItem[] } | undefined>;
  /**
   * Ids of a source's receipts that are not closed, for submissions received from `from` to `to`. Reads only the days
   * (UTC) of these two instants, so they must not be more than one day apart.
   */
  unread(source: string, from: Instant, to: Instant): Promise<ReceiptId[]>;
  /** Records how many items the submission has, before they have outcomes; refused if the receipt was never opened. */
  announceItems(receipt: ReceiptId, total: number): Promise<Written>;
  /** Records that all items of the submission have outcomes; refused if the receipt was never opened. */
  close(receipt: ReceiptId, items: number): Promise<Written>;
}

/** Lists receipts by day. Only commands use it; no Lambda function does. */
export interface ReceiptListing {
  /** Receipts of a source on a day, newest first. */
  list(page: ReceiptPage): Promise<ReceiptRecord[]>;
}

export interface ReceiptPage {
  source: string;
  /** yyyy-mm-dd, UTC. */
  day: string;
  limit: number;
  /** The last receipt of the page before this one; without it the page is the first. */
  before?: Pick<ReceiptRecord, 'receivedAt' | 'receipt'> | undefined;
}

export interface RawStore {
  /** Stores the bytes unchanged; refused if the receipt already has a raw object. */
  put(envelope: Envelope, bytes: Uint8Array): Promise<Written>;
  get(key: string): Promise<RawObject | undefined>;
}

export interface ConfigurationStore {
  /** The configuration in force; undefined before the first `wiredesk apply`. */
  current(): Promise<StoredConfiguration | undefined>;
  /**
   * A configuration that was in force at most a few seconds ago. Most calls answer from memory and send no request.
   * Before a caller refuses something because of this configuration, it must call `current`.
   */
  recent(): Promise<StoredConfiguration | undefined>;
}

export interface Queue<Message> {
  send(messages: readonly Message[]): Promise<void>;
}
export type NowQueue = Queue<NowMessage>;
export type PublishQueue = Queue<PublishMessage>;
/** Messages that make normalise read a raw object. They look like the event that S3 sends for a new object. */
export type NormaliseQueue = Queue<CreatedObject>;
/** The same messages, for decisions alone: a decision does not wait behind other submissions. */
export type DecisionQueue = NormaliseQueue;

export interface FeedStore {
  /**
   * The state, with its `settled`. They are two rows, and a publisher may write between the two reads. `settled` may
   * then belong to an earlier rev, which looks like a rev that is not settled yet, or to a later rev, so that a commit
   * over the state that was read is refused.
   */
  state(feed: FeedId): Promise<FeedState | undefined>;
  /** As `state`, but a state that cannot be decoded is reported and no error. */
  readableState(feed: FeedId): Promise<FeedState | 'unreadable' | undefined>;
  /** The rev in force; 0 without a state. */
  rev(feed: FeedId): Promise<number>;
  /** The documents that the feeds should have, by feed. Feeds without a state are left out. */
  committed(feeds: readonly FeedId[]): Promise<Map<FeedId, Committed | 'unreadable'>>;
  /**
   * Replaces the state if its rev is still `expectedRev`; 0 means that there is no state yet. Does not write `settled`.
   */
  commit(feed: FeedId, state: FeedState, expectedRev: number): Promise<Written>;
  /** Records that the documents of a rev are in place; refused if this is recorded for this rev or a later one. */
  settle(feed: FeedId, rev: number): Promise<Written>;
  appendLog(feed: FeedId, rev: number, change: FeedChange): Promise<void>;
  /** Up to `limit` entries of the feed's log, newest first. With `before`, only revs below it. */
  log(feed: FeedId, limit: number, before?: number): Promise<LoggedChange[]>;
  /** Allows the losses for which a feed is held, if the hold began at `at` or before. */
  releaseLosses(feed: FeedId, at: Instant, by: string): Promise<void>;
  /** The latest `at` of `releaseLosses`. */
  lossesReleasedAt(feed: FeedId): Promise<Instant | undefined>;
}

/** An entry of a feed's log: what the commit of a rev changed. */
export interface LoggedChange extends FeedChange {
  rev: number;
}

export interface PartnerStore {
  get(partner: PartnerId): Promise<VersionedPartner | undefined>;
  /** All partners in the order of their ids; throws an error if one of them cannot be decoded. */
  list(): Promise<VersionedPartner[]>;
  /** As `list`, but a partner that cannot be decoded is reported and no error; `unreadable` has its id. */
  readableList(): Promise<{ partners: VersionedPartner[]; unreadable: PartnerId[] }>;
  /**
   * Replaces a partner if nobody has written it since the caller read it with this `token`. Token 0: the partner is
   * not stored yet.
   */
  put(partner: Partner, token: number): Promise<Written>;
  remove(partner: PartnerId, token: number): Promise<Written>;
}

/** A partner and the token that guards its replacement. */
export type VersionedPartner = z.infer<typeof partnerRowSchema>;

/** The entries of the CloudFront KeyValueStore, one for each partner, by the partner's id; see edge-record.ts. */
export interface EdgeStore {
  /** All entries. */
  entries(): Promise<Map<PartnerId, string>>;
  /** Puts and removes entries; other entries are not changed. CloudFront uses the new entries within seconds. */
  update(change: { put: ReadonlyMap<PartnerId, string>; remove: readonly PartnerId[] }): Promise<void>;
}

/** CloudFront's copies of documents. */
export interface EdgeCache {
  /** Invalidates the copies at these paths. A second call with the same reference and paths does nothing. */
  invalidate(paths: readonly string[], reference: string): Promise<void>;
}

export interface DocumentStore {
  /** The ETag of the stored document; undefined if there is none. */
  etag(key: string): Promise<string | undefined>;
  /** ETags of the stored documents, by key, whose keys are greater than `after` and less than `before`. */
  etags(after: string, before: string): Promise<Map<string, string>>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Replaces the document if its ETag is still `expected`; undefined means that there is no document yet. */
  put(key: string, document: StoredDocument, expected: string | undefined): Promise<Written>;
  remove(key: string): Promise<void>;
}

export interface StoredDocument {
  bytes: Uint8Array;
  mediaType: string;
  contentEncoding?: 'gzip';
}
