import * as z from 'zod';
import { defined } from '../../draft/defined.ts';
import { type Drafted, type SourceDefaults, rejected } from '../../draft/draft.ts';
import { resolved } from '../../item/addresses.ts';
import { draftOf } from '../../item/draft-of-item.ts';
import { readWithinLimit } from '../../item/item-limit.ts';
import {
  type Enclosure,
  MAX_FEED_AUTHORS,
  type RichText,
  type UpstreamItem,
} from '../../item/upstream-item.ts';

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1). Version 1 has a single `author`. Ids may be numbers. If a field has
 * the wrong type, only the item with this field is rejected.
 */
const text = z.string().nullish();
const author = z.looseObject({ name: text, url: text });
const attachment = z.looseObject({
  url: z.string(),
  mime_type: text,
  title: text,
  size_in_bytes: z.number().nullish().catch(undefined),
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
  date_published: text,
  date_modified: text,
  author: author.nullish(),
  authors: z.array(author).nullish(),
  tags: z.array(z.string()).nullish(),
  language: text,
  attachments: z.array(attachment).nullish(),
});
const jsonFeed = z.looseObject({
  title: text,
  home_page_url: text,
  language: text,
  author: author.nullish(),
  authors: z.array(author).nullish(),
  items: z.array(z.unknown()),
});
type JsonItem = z.infer<typeof jsonItem>;
/** What an item inherits from its feed. */
type FeedContext = Pick<z.infer<typeof jsonFeed>, 'language' | 'author' | 'authors'>;

/** The items of a JSON Feed as drafts. */
export function fromJsonFeed(value: unknown, defaults: SourceDefaults): Drafted[] {
  const feed = jsonFeed.safeParse(value);
  if (!feed.success) return [rejected('FIELD_TYPE', issueOf(feed.error))];
  if (feed.data.items.length === 0) return [rejected('FEED_EMPTY', 'items is empty')];
  const base = feed.data.home_page_url ?? defaults.base;
  const context = { ...defaults, ...(base !== undefined && { base }) };
  return readWithinLimit(feed.data.items, (item) => [fromJsonFeedItem(item, context, feed.data)]);
}

/** Reads one item of a JSON Feed. `feed` is what the item inherits; empty if the item was sent without its feed. */
export function fromJsonFeedItem(value: unknown, defaults: SourceDefaults, feed: FeedContext = {}): Drafted {
  const item = jsonItem.safeParse(value);
  const foreign = item.success ? foreignKeys(item.data) : [];
  if (item.success && foreign.length === 0)
    return draftOf(upstreamItem(item.data, feed, defaults.base), defaults);
  const named = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  const refused = item.success
    ? rejected('FIELD_MISSING', `no content; keys not understood: ${foreign.join(', ').slice(0, 60)}`)
    : rejected('FIELD_TYPE', issueOf(item.error));
  return named.success ? { ...refused, declaredId: String(named.data.id) } : refused;
}

/**
 * The unknown keys of an item that has no text under the known keys. One of the unknown keys may hold the text. Keys
 * that begin with `_` are extensions (JSON Feed 1.1) and are not listed.
 */
function foreignKeys(item: JsonItem): string[] {
  if (item.content_html || item.content_text || item.summary) return [];
  return Object.keys(item).filter((key) => !Object.hasOwn(jsonItem.shape, key) && !key.startsWith('_'));
}

function issueOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}

function upstreamItem(item: JsonItem, feed: FeedContext, base: string | undefined): UpstreamItem {
  // An id is ideally the address of the item (JSON Feed 1.1, "id").
  const addressAsId = typeof item.id === 'string' && /^https?:\/\/\S+$/i.test(item.id) ? item.id : undefined;
  const link = resolved(item.url ?? item.external_url ?? addressAsId, base);
  const rich = (value: string | null | undefined, type: RichText['type']): RichText | undefined =>
    value ? defined<RichText>({ value, type, base: link ?? base }) : undefined;
  const own = item.authors ?? (item.author ? [item.author] : undefined);
  const authors = own ?? feed.authors?.slice(0, MAX_FEED_AUTHORS) ?? (feed.author ? [feed.author] : []);
  const picture = resolved(item.image ?? item.banner_image ?? undefined, link ?? base);
  return defined<UpstreamItem>({
    id: item.id === null || item.id === undefined ? undefined : String(item.id),
    link,
    title: rich(item.title, 'text'),
    summary: rich(item.summary, 'text'),
    content: rich(item.content_html, 'html') ?? rich(item.content_text, 'text'),
    published: item.date_published ?? undefined,
    updated: item.date_modified ?? undefined,
    authors: authors.flatMap(({ name }) => (name ? [{ name }] : [])),
    categories: (item.tags ?? []).map((name) => ({ name })),
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
    language: item.language ?? undefined,
    feedLanguage: feed.language ?? undefined,
  });
}
