import type { ArticleContent } from '../domain/article.ts';
import type { FormatName } from '../domain/feed.ts';
import type { Result } from '../domain/result.ts';

/** What a document says about its feed. Addresses are absolute http or https URLs, instants ISO 8601 in UTC. */
export interface FeedHead {
  /** An IRI that never changes, the same in all documents of the feed. */
  id: string;
  title: string;
  link: string;
  description?: string;
  /** BCP 47 tag; absent if the feed's items have several languages. */
  language?: string;
  /** The address of this document; absent if the address would show who reads it. */
  self?: string;
  /**
   * The latest instant at which an item that the feed shows or showed was released, changed or removed. Absent for a
   * feed that never showed an item. The documents of such a feed have the date 1970-01-01T00:00:00Z if the format
   * requires a date, and otherwise no date.
   */
  updated?: string;
  publisher: { name: string; url: string };
  rights?: string;
}

/**
 * The facts about the feed that the text of an item depends on. They come from the channel and the publisher and
 * never from other items, so a fragment stays valid when other items change.
 */
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

/** An item written in a format, or the reason why it cannot be written. */
export type Fragment = Result<{ text: string }, { reason: string }>;

/** An output format. A document is a head, fragments in order, and a tail, so that no item is rendered twice. */
export interface Format {
  name: FormatName;
  file: string;
  mediaType: string;
  /**
   * Writes one item. Equal arguments give equal text; other items and the clock have no influence. The text has
   * been parsed again (XML strictly and with namespaces), and the parsed item has the same id. If the item cannot be written, or its
   * text fails this parse, the result is a reason and not an exception.
   */
  fragment(item: FeedItem, head: ItemHead): Fragment;
  /**
   * Joins head and fragments, in time proportional to their size.
   * @throws Error if an address of the head is not a web address. The configuration does not allow such an address.
   */
  document(head: FeedHead, fragments: readonly string[]): string;
  /**
   * The gate: checks a whole document before it is published. It must be well-formed, declare its namespaces, have
   * the root of the format, give each item an id of its own and, if `items` is given, have that many items.
   * @returns what is wrong; undefined if nothing is wrong.
   */
  check(document: string, items?: number): string | undefined;
  /**
   * The items of a published document, in order. `document` writes the same bytes again from their texts and the same
   * head, so items can be removed from a document although nothing can be rendered.
   * @throws Error if `document` cannot be parsed as a document of this format.
   */
  items(document: string): WrittenItem[];
}

/** An item in a document: its id (`urn:uuid:` and a UUID), and its text as `fragment` wrote it. */
export interface WrittenItem {
  id: string;
  text: string;
}
