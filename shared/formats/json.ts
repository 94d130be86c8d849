import * as z from 'zod';
import { DOCUMENTS } from '../domain/feed.ts';
import { lineOfText } from '../domain/text.ts';
import { address } from './core.ts';
import type { PreparedItem } from './prepared-item.ts';
import { languageTag } from './prepared-item.ts';
import type { FeedHead, Format } from './format.ts';
import { writeFragment } from './fragment.ts';
import { picturesWithin } from './media.ts';
import { optionalLine } from './plain.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';
const CLOSE = '\n]}\n';

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1), written directly, because the library `feed` writes version 1. Each item
 * is on a line of its own, and the JSON text of an item contains no line end, so removing a line removes an item.
 */
export const json: Format = {
  name: 'json',
  ...DOCUMENTS.json,
  fragment: (item) =>
    writeFragment(
      item,
      (prepared) => JSON.stringify(jsonItem(prepared)),
      (text) => faultOfItem(text, item.id),
    ),
  document(head, fragments) {
    const start = JSON.stringify({ ...jsonHead(head), items: [] }).slice(0, -']}'.length);
    return joinLines(start, fragments);
  },
  check: faultOf,
  items(document) {
    if (!document.endsWith(CLOSE))
      throw new Error('The document does not end as a JSON Feed of Wiredesk does');
    const [, ...lines] = document.slice(0, -CLOSE.length).split('\n');
    return lines.map((line) => line.replace(/,$/, '')).map((text) => ({ id: idOf(text), text }));
  },
};

function joinLines(start: string, items: readonly string[]): string {
  return `${start}${items.length === 0 ? '' : '\n'}${items.join(',\n')}${CLOSE}`;
}

/**
 * A custom object; its name begins with `_` (JSON Feed 1.1, "Extensions"). Empty and undefined fields are left out.
 */
function custom(fields: Record<string, string | readonly string[] | undefined>): object {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0);
  return given.length === 0 ? {} : { _wiredesk: Object.fromEntries(given) };
}

function jsonHead(head: FeedHead): object {
  const description = optionalLine(head.description);
  return {
    version: VERSION,
    title: lineOfText(head.title),
    home_page_url: address(head.link),
    ...(head.self !== undefined && { feed_url: address(head.self) }),
    ...(description !== undefined && { description }),
    // The authors of each item that has no authors of its own (JSON Feed 1.1, "Items", authors).
    authors: [{ name: lineOfText(head.publisher.name), url: address(head.publisher.url) }],
    ...languageMember(languageTag(head.language)),
    // JSON Feed has no date for the feed, so it is in the custom object. Without a date, a document could have the
    // same bytes, and so the same ETag, again later. A slow publisher would then not notice that another rev was put
    // since it read the ETag, and would put a withdrawn item back (the ABA problem).
    ...custom({ updated: head.updated, rights: optionalLine(head.rights) }),
  };
}

function jsonItem(item: PreparedItem): object {
  const image = item.media.find(({ medium }) => medium === 'image');
  // An attachment must have a mime_type (JSON Feed 1.1, "Attachments"). It gets no title, because attachments with
  // the same title are alternates of each other. Feed readers list attachments below the text, so a picture that is in
  // the text is not an attachment.
  const within = picturesWithin(item.html);
  const attachments = item.media.flatMap(({ href, type, length }) =>
    type && !within.has(href)
      ? [{ url: href, mime_type: type, ...(length !== undefined && { size_in_bytes: length }) }]
      : [],
  );
  return {
    id: item.id,
    url: item.link,
    title: item.title,
    content_html: item.html,
    ...(item.summary !== undefined && { summary: item.summary }),
    ...(image !== undefined && { image: image.href }),
    date_published: item.published.toISOString(),
    date_modified: item.updated.toISOString(),
    ...(item.authors.length > 0 && {
      authors: item.authors.map(({ name, roles }) => ({ name, ...custom({ roles }) })),
    }),
    ...(item.subjects.length > 0 && { tags: item.subjects.map(({ name }) => name) }),
    ...languageMember(item.language),
    ...(attachments.length > 0 && { attachments }),
    ...custom({ rights: item.rights, usageterms: item.usageterms }),
  };
}

const languageMember = (language: string | undefined): object => (language === undefined ? {} : { language });

/** The members that JSON Feed 1.1 requires ("Top-level", "Items"), and content_html, which our items always have. */
const requiredOfItem = z.object({ id: z.string().min(1), content_html: z.string() });
const required = z.object({
  version: z.literal(VERSION),
  title: z.string(),
  items: z.array(requiredOfItem),
});
const identified = z.object({ id: z.string() });
const idOf = (text: string): string => identified.parse(JSON.parse(text)).id;

/** Why the text is not one item with the id, on one line; undefined if it is. */
function faultOfItem(text: string, id: string): string | undefined {
  if (text.includes('\n')) return 'The item that was written has several lines';
  const { data, error } = requiredOfItem.safeParse(JSON.parse(text));
  if (error) return z.prettifyError(error);
  return data.id === id ? undefined : 'The item that was written has another id';
}

function faultOf(document: string, meant?: number): string | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(document);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { data, error } = required.safeParse(feed);
  if (error) return z.prettifyError(error);
  const ids = new Set(data.items.map(({ id }) => id));
  if (ids.size < data.items.length) return 'Two items have the same id';
  if (meant !== undefined && meant !== ids.size)
    return `The document has ${ids.size} items instead of ${meant}`;
  return undefined;
}
