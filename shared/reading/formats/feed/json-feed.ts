import * as z from 'zod';
import { defined } from '../../draft/defined.ts';
import { besidesAs, type Drafted, type SourceDefaults, rejected, withNotes } from '../../draft/draft.ts';
import { itemAddress, resolved } from '../../item/addresses.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { readWithinLimit } from '../../item/item-limit.ts';
import { isForNotes, kindOfName, type Sign, signsIn } from '../../item/signs.ts';
import {
  type Enclosure,
  MAX_FEED_AUTHORS,
  type RichText,
  type UpstreamItem,
} from '../../item/upstream-item.ts';
import { withSigns } from '../../item/with-signs.ts';
import { readLenient } from '../lenient.ts';
import { textsIn } from '../members.ts';

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1). Version 1 has a single `author`. Ids may be numbers. If a field has
 * the wrong type, only the item with this field is rejected.
 */
const text = z.string().nullish();
/** Some senders write only the name of an author. */
const author = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.looseObject({ name: text, url: text }),
);
/** A list. Some senders write a single member without a list around it. */
const listOf = <T extends z.ZodType>(member: T) =>
  z.preprocess(
    (value): unknown => (isPresent(value) && !Array.isArray(value) ? [value] : value),
    z.array(member),
  );
const isPresent = (value: unknown): boolean => value !== undefined && value !== null;
/** Tags: a list, or one text with commas between the tags. */
const tags = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[,，、]/u) : value),
  z.array(z.string()),
);
/** A text that some senders write as a number. */
const lineText = z.union([z.string(), z.number().transform(String)]).nullish();
const attachment = z.looseObject({
  url: z.string(),
  mime_type: text,
  title: text,
  size_in_bytes: z.coerce.number().nullish().catch(undefined),
});
const jsonItem = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: lineText,
  date_modified: lineText,
  author: author.nullish(),
  authors: listOf(author).nullish(),
  tags: tags.nullish(),
  language: text,
  attachments: listOf(attachment).nullish(),
});
/** With a wrong type in one of these members, an item is rejected. Any other member is left out. */
const NEEDED = new Set(['id', 'title', 'content_html', 'content_text', 'summary']);
const jsonFeed = z.looseObject({
  title: text,
  home_page_url: text,
  language: text,
  author: author.nullish(),
  authors: listOf(author).nullish(),
  items: z.preprocess(itemsOf, z.array(z.unknown())),
});
const NEEDED_OF_FEED = new Set(['items']);

/** The items of a feed: a list, a single item, or a map whose values are items. */
function itemsOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const values: unknown[] = Object.values(value);
  const isItem = ['content_html', 'content_text', 'title', 'summary'].some((name) =>
    Object.hasOwn(value, name),
  );
  const isMap = values.length > 0 && values.every((member) => member !== null && typeof member === 'object');
  return isItem ? [value] : isMap ? values : value;
}

type JsonItem = z.infer<typeof jsonItem>;
/** What an item inherits from its feed. */
type FeedContext = Pick<z.infer<typeof jsonFeed>, 'language' | 'author' | 'authors'>;

/** The items of a JSON Feed as drafts. */
export function fromJsonFeed(value: unknown, defaults: SourceDefaults): Drafted[] {
  const feed = readLenient(jsonFeed, value, NEEDED_OF_FEED);
  if (!feed.ok) return [rejected('FIELD_TYPE', feed.reason)];
  if (feed.data.items.length === 0) return [rejected('FEED_EMPTY', 'items is empty')];
  const base = feed.data.home_page_url ?? defaults.base;
  const context = { ...defaults, ...(base !== undefined && { base }) };
  return readWithinLimit(feed.data.items, (item) => [fromJsonFeedItem(item, context, feed.data)]);
}

/** Reads one item of a JSON Feed. `feed` is what the item inherits; empty if the item was sent without its feed. */
export function fromJsonFeedItem(value: unknown, defaults: SourceDefaults, feed: FeedContext = {}): Drafted {
  const item = readLenient(jsonItem, value, NEEDED);
  const foreign = item.ok ? foreignKeys(item.data) : [];
  if (item.ok && foreign.length === 0)
    return withNotes(draftOf(upstreamItem(item.data, feed, defaults.base), defaults), item.notes);
  const named = z.looseObject({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  const refused = item.ok
    ? rejected('FIELD_MISSING', `no content; keys not understood: ${foreign.join(', ').slice(0, 60)}`)
    : rejected('FIELD_TYPE', item.reason);
  // A cancellation needs no text.
  return named.success
    ? withSigns({ ...refused, declaredId: String(named.data.id) }, signsOf(named.data), defaults)
    : refused;
}

/** What the members say about publication that JSON Feed does not define: `status`, or `_cms: { draft: true }`. */
function signsOf(item: object): Sign[] {
  return signsIn(Object.entries(item).filter(([name]) => !Object.hasOwn(jsonItem.shape, name)));
}

/** The texts of members for notes in extensions: `_desk: { note: 'Do not publish before Friday' }`. */
function notesIn(item: object): string[] {
  return Object.entries(item)
    .filter(([name]) => name.startsWith('_') && !Object.hasOwn(jsonItem.shape, name))
    .flatMap(([name, value]: [string, unknown]) =>
      isForNotes(name) ? textsIn(value) : isMap(value) ? notesOf(value) : [],
    );
}

const isMap = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const notesOf = (extension: object): string[] =>
  Object.entries(extension).flatMap(([name, value]: [string, unknown]) =>
    isForNotes(name) ? textsIn(value) : [],
  );

/**
 * The unknown keys of an item that has no text under the known keys. One of the unknown keys may hold the text. Keys
 * that begin with `_` are extensions (JSON Feed 1.1) and are not listed.
 */
function foreignKeys(item: JsonItem): string[] {
  if (item.content_html || item.content_text || item.summary) return [];
  return Object.keys(item).filter(
    (key) => !Object.hasOwn(jsonItem.shape, key) && !key.startsWith('_') && kindOfName(key) === undefined,
  );
}

function upstreamItem(item: JsonItem, feed: FeedContext, base: string | undefined): UpstreamItem {
  // An id is ideally the address of the item (JSON Feed 1.1, "id").
  const addressAsId = typeof item.id === 'string' && /^https?:\/\/\S+$/i.test(item.id) ? item.id : undefined;
  const links = [item.url ?? undefined, item.external_url ?? undefined, addressAsId];
  const { link, notes } = itemAddress(links, base);
  const rich = (value: string | null | undefined, type: RichText['type']): RichText | undefined =>
    value ? defined<RichText>({ value, type, base: link ?? base }) : undefined;
  const own = item.authors ?? (item.author ? [item.author] : undefined);
  const authors = own ?? feed.authors?.slice(0, MAX_FEED_AUTHORS) ?? (feed.author ? [feed.author] : []);
  const picture = resolved(item.image ?? item.banner_image ?? undefined, link ?? base);
  return defined<UpstreamItem>({
    id: item.id === null || item.id === undefined ? undefined : String(item.id),
    link,
    notes,
    title: rich(item.title, 'html'),
    summary: rich(item.summary, 'text'),
    content: rich(item.content_html, 'html') ?? rich(item.content_text, 'text'),
    published: item.date_published ?? undefined,
    updated: item.date_modified ?? undefined,
    isOfFeed: true,
    authors: authors.flatMap(({ name }) => (name ? [{ name }] : [])),
    categories: (item.tags ?? []).flatMap((name) => (name.trim() === '' ? [] : [{ name }])),
    enclosures: [
      ...(picture === undefined ? [] : [{ href: picture, type: 'image/*' }]),
      ...(item.attachments ?? []).map(({ url, mime_type: type, title, size_in_bytes: length }) =>
        defined<Enclosure>({
          href: resolved(url, link ?? base) ?? url,
          type: type || undefined,
          length: length ?? undefined,
          alt: title || undefined,
        }),
      ),
    ],
    besides: besidesAs('note', notesIn(item)),
    language: item.language ?? undefined,
    feedLanguage: feed.language ?? undefined,
    signs: [
      ...signsOf(item),
      ...[item.date_published ?? item.date_modified ?? '']
        .filter((date) => date !== '')
        .map((value): Sign => ({ kind: 'dated', name: 'date_published', value })),
    ],
  });
}
