import type { ArticleContent } from '../domain/article.ts';
import type { FormatName } from '../domain/feed.ts';

/** What a document says of its feed. Addresses are absolute http or https URLs, instants ISO 8601 in UTC. */
export interface FeedHead {
  /** An IRI that never changes, the same for all documents of the feed. */
  id: string;
  title: string;
  link: string;
  description?: string;
  /** BCP 47 tag; absent where the feed's items have several. */
  language?: string;
  /** The address of this very document; absent where it would tell who reads it. */
  self?: string;
  /**
   * Newest release, change or removal of an item that was shown. Absent for a feed that never showed anything: then
   * 1970-01-01T00:00:00Z where the format demands a date, and no date elsewhere.
   */
  updated?: string;
  publisher: { name: string; url: string };
  rights?: string;
}

/** What an item is told of its feed: what the channel says of itself, nothing that its neighbours decide. */
export type ItemHead = Pick<FeedHead, 'publisher'> & { language?: string | undefined };

/** One article as a feed shows it. */
export interface FeedItem {
  /** `urn:uuid:` and a UUID, the same in all formats. */
  id: string;
  link: string;
  published: string;
  updated: string;
  content: ArticleContent;
}

/** An item written in a format, or why it cannot be. */
export type Fragment = { ok: true; text: string } | { ok: false; reason: string };

/** One way of writing a feed. A document is its head, its fragments in order, and a tail: nothing is rendered twice. */
export interface Format {
  name: FormatName;
  file: string;
  mediaType: string;
  /**
   * Writes one item. Equal arguments give equal text; neighbours and clock play no part. What is returned has passed a
   * strict, namespace-aware parse and reads back under its own id; an item that does not is a reason, never an
   * exception.
   */
  fragment(item: FeedItem, head: ItemHead): Fragment;
  /**
   * Joins head and fragments, in time proportional to their size.
   * @throws Error if an address of the head is none: configuration admits no such address.
   */
  document(head: FeedHead, fragments: readonly string[]): string;
  /**
   * The gate a whole document passes before it is published: well-formed, namespaces bound, the format's root, every
   * item with an id of its own and, if `items` is given, that many of them. Returns what is wrong, or undefined.
   */
  check(document: string, items?: number): string | undefined;
  /**
   * The published document without the items of these ids, the bytes of all else unchanged. It renders nothing, so
   * that a removal never waits for an item that cannot be rendered.
   * @throws Error if `document` is none that `check` let through.
   */
  without(document: string, ids: Pick<ReadonlySet<string>, 'has'>): string;
}
