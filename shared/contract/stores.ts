import type { ArticleContent, Head, Revision } from '../domain/article.ts';
import type { Decision } from '../domain/decision.ts';
import type { Committed, FeedChange, FeedState } from '../domain/manifest.ts';
import type { Partner } from '../domain/partner.ts';
import type { Code, Outcome } from '../domain/outcome.ts';
import type { Envelope, NowMessage, PublishMessage } from './messages.ts';
import type { StoredConfiguration } from './configuration.ts';

/**
 * What the use cases need of the outside world. Each use case asks for the narrow part it uses; shared/aws provides
 * them. A method either does what it says or throws, and a throw means "try again": every expected answer is a value.
 * All reads are strongly consistent.
 */

/** Whether a write took place, or the condition on it was false. */
export type Written = 'written' | 'refused';

export interface ArticleStore {
  /** Stores a revision and, under its hash, its contents; both only if absent. Contents first. */
  putRevision(revision: Revision, content: ArticleContent): Promise<void>;
  /** Revisions from the newest down, up to `limit` after `before` (exclusive). */
  revisions(article: string, limit: number, before?: string): Promise<Revision[]>;
  /** Keeps a decision for the article's history; only if absent. */
  putDecision(article: string, decision: Decision): Promise<void>;
  /** The newest decisions, latest first. */
  decisions(article: string, limit: number): Promise<Decision[]>;
  /** Notes a submission that named the article and left no revision of it, so that an erasure finds its bytes. */
  noteMention(article: string, receipt: string): Promise<void>;
  contents(wanted: readonly ContentKey[]): Promise<Map<string, ArticleContent>>;
  head(article: string): Promise<VersionedHead>;
  heads(articles: readonly string[]): Promise<Map<string, Head>>;
  /** Writes the projection if nobody else has since `token` was read. */
  putHead(head: Head, token: number): Promise<Written>;
  reach(articles: readonly string[]): Promise<Map<string, Set<string>>>;
  extendReach(article: string, feeds: readonly string[]): Promise<void>;
}

/**
 * What no function may do: taking away bytes that were accepted. `wiredesk erase` has it, with the operator's own
 * credentials. Every method may be repeated.
 */
export interface ErasureStore {
  traces(article: string): Promise<Traces>;
  /** Puts `object` in the place of the raw object of its receipt. */
  replaceRaw(object: RawObject): Promise<void>;
  /** Takes away all versions of a raw object but the newest. */
  removeOlderVersions(rawKey: string): Promise<void>;
  replaceItem(receipt: string, item: ReceiptItem): Promise<void>;
  replaceDecision(article: string, decision: Decision): Promise<void>;
  /** Takes away all contents, those in the raw bucket in every version. */
  removeContents(article: string): Promise<void>;
  /** Takes away revisions and mentions, and with them the way to the submissions. */
  removeRecords(article: string): Promise<void>;
}

/** What is on record about an article besides its head and its reach. */
export interface Traces {
  /** Receipts of all submissions that named it. */
  submissions: string[];
  decisions: Decision[];
  revisions: number;
  contents: number;
  /** Submissions that named it and left no revision. */
  mentions: number;
}

export interface ContentKey {
  article: string;
  contentHash: string;
}

/** A head with the token that guards its replacement; token 0: there is none yet. */
export interface VersionedHead {
  head: Head | undefined;
  token: number;
}

/** Work for fan-out. A subject is an article id, or `feed:` and a feed id. */
export interface WorkStore {
  markDirty(subject: string, token: string): Promise<void>;
  /** Up to `limit` rows of dirty work. */
  dirty(limit: number): Promise<DirtyRow[]>;
  /** Removes a row unless it was marked again since it was read. */
  clearDirty(row: DirtyRow): Promise<void>;
  scheduleDue(instant: string, subject: string): Promise<void>;
  /** Up to `limit` rows due at `now` or before. */
  due(now: string, limit: number): Promise<DueRow[]>;
  clearDue(row: DueRow): Promise<void>;
}

export interface DirtyRow {
  subject: string;
  token: string;
}

export interface DueRow {
  instant: string;
  subject: string;
}

export interface ReceiptStore {
  /** Records that a submission was accepted, only if it is not yet on record; and lists it under its day. */
  open(receipt: ReceiptRecord): Promise<void>;
  get(receipt: string): Promise<ReceiptRecord | undefined>;
  /** Records an item's outcome; the first one recorded stands. */
  putItem(receipt: string, item: ReceiptItem): Promise<void>;
  items(receipt: string): Promise<ReceiptItem[]>;
  /** A receipt and its items in one read. */
  whole(receipt: string): Promise<{ record: ReceiptRecord; items: ReceiptItem[] } | undefined>;
  /** Receipts of a source without outcomes, accepted in [from, to]: at most two calendar days of them. */
  unread(source: string, from: string, to: string): Promise<string[]>;
  /** Says that all items have their outcomes; refused if the receipt was never opened. */
  close(receipt: string, items: number): Promise<Written>;
}

/** What no function needs: receipts by their day. */
export interface ReceiptListing {
  /** Up to `limit` receipts of a source on a day (yyyy-mm-dd, UTC), newest first; those before `before`, if given. */
  list(
    source: string,
    day: string,
    limit: number,
    before?: Pick<ReceiptRecord, 'receivedAt' | 'receipt'>,
  ): Promise<ReceiptRecord[]>;
}

export interface ReceiptRecord {
  receipt: string;
  source: string;
  receivedAt: string;
  mediaType: string;
  bytes: number;
  /** Number of items, once all have an outcome. */
  items?: number;
}

export interface ReceiptItem {
  item: number;
  outcome: Outcome;
  code?: Code;
  reason?: string;
  article?: string;
  version?: string;
  title?: string;
  language?: string;
  credits?: { name: string; role?: string }[];
  removed: string[];
  notes: string[];
  /** Ids of the channels that selected the article. */
  channels: string[];
}

export interface RawStore {
  /** Stores the bytes as they came, only if the receipt has none yet. */
  put(envelope: Envelope, bytes: Uint8Array): Promise<Written>;
  get(key: string): Promise<RawObject | undefined>;
}

export interface RawObject {
  envelope: Envelope;
  bytes: Uint8Array;
}

export interface ConfigurationStore {
  /** The configuration in force; undefined before the first `wiredesk apply`. */
  current(): Promise<StoredConfiguration | undefined>;
  /** The one that was in force a few seconds ago at most: for what can be asked again if the answer is no. */
  recent(): Promise<StoredConfiguration | undefined>;
}

export interface Queue<Message> {
  send(messages: readonly Message[]): Promise<void>;
}
export type NowQueue = Queue<NowMessage>;
export type PublishQueue = Queue<PublishMessage>;
/** Raw objects to announce to normalise, as S3 would. */
export type NormaliseQueue = Queue<{ key: string }>;

export interface FeedStore {
  state(feed: string): Promise<FeedState | undefined>;
  /** What the states of the feeds say of their documents, by feed; without those that have no state. */
  committed(feeds: readonly string[]): Promise<Map<string, Committed>>;
  /** Commits rev n+1 if rev n is still in force; 0 means that there is no state yet. */
  commit(feed: string, state: FeedState, expectedRev: number): Promise<Written>;
  /** Says that the documents of a rev are in place; refused if that rev is no longer in force. */
  settle(feed: string, rev: number): Promise<Written>;
  appendLog(feed: string, rev: number, change: FeedChange): Promise<void>;
  /** What its publishes did, newest first: up to `limit` revs, below `before` where that is given. */
  log(feed: string, limit: number, before?: number): Promise<LoggedChange[]>;
  /** Lets through what a feed is held for, as far as it was held before `at`. */
  release(feed: string, at: string, by: string): Promise<void>;
  releasedAt(feed: string): Promise<string | undefined>;
}

/** What the publish that committed a rev did. */
export interface LoggedChange extends FeedChange {
  rev: number;
}

export interface PartnerStore {
  get(partner: string): Promise<VersionedPartner | undefined>;
  /** All partners in order of their ids, by way of PARTNERS. */
  list(): Promise<VersionedPartner[]>;
  /** Writes a partner if nobody else has since `token` was read; token 0: only if there is none. */
  put(partner: Partner, token: number): Promise<Written>;
  remove(partner: string, token: number): Promise<Written>;
}

/** A partner with the token that guards its replacement. */
export interface VersionedPartner {
  partner: Partner;
  token: number;
}

/** The CloudFront KeyValueStore: what the edge knows of partners, by their ids. */
export interface EdgeStore {
  /** All entries. */
  entries(): Promise<Map<string, string>>;
  /** Puts and removes entries; others stay as they are. In effect within seconds. */
  update(change: { put: ReadonlyMap<string, string>; remove: readonly string[] }): Promise<void>;
}

/** The edge's cache of documents. */
export interface EdgeCache {
  /** Has copies at these paths forgotten soon. The same reference again, with the same paths, is no second order. */
  forget(paths: readonly string[], reference: string): Promise<void>;
}

export interface DocumentStore {
  /** ETag of the stored document, undefined if there is none. */
  etag(key: string): Promise<string | undefined>;
  /** ETags of the stored documents whose keys lie between the two, by key. */
  etags(after: string, before: string): Promise<Map<string, string>>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Replaces the document only if its ETag is still `expected`; undefined: only if there is none. */
  put(key: string, document: StoredDocument, expected: string | undefined): Promise<Written>;
  remove(key: string): Promise<void>;
}

export interface StoredDocument {
  bytes: Uint8Array;
  mediaType: string;
  contentEncoding?: 'gzip';
}
