import * as z from 'zod';
import { DOCUMENTS } from '../domain/feed.ts';
import { lineOfText } from '../domain/text.ts';
import { address } from './core.ts';
import type { Conditioned } from './condition.ts';
import { languageTag } from './condition.ts';
import type { FeedHead, Format } from './format.ts';
import { gatedFragment } from './fragment.ts';
import { picturesWithin } from './media.ts';
import { optionalLine } from './plain.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';
const CLOSE = '\n]}\n';

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1), written directly: `feed` writes version 1. A document has one item a line,
 * and JSON text has no raw line end, so that an item can be taken out of it by taking out its line.
 */
export const json: Format = {
  name: 'json',
  ...DOCUMENTS.json,
  fragment: (item) =>
    gatedFragment(
      item,
      (conditioned) => JSON.stringify(jsonItem(conditioned)),
      (text) =>
        idOf(text) === item.id ? undefined : 'The item does not read back as the one that was meant',
    ),
  document(head, fragments) {
    const start = JSON.stringify({ ...jsonHead(head), items: [] }).slice(0, -']}'.length);
    return joinLines(start, fragments);
  },
  check: faultOf,
  without(document, ids) {
    const [start = '', ...lines] = document.slice(0, -CLOSE.length).split('\n');
    const items = lines.map((line) => line.replace(/,$/, ''));
    return joinLines(
      start,
      items.filter((text) => !ids.has(idOf(text))),
    );
  },
};

function joinLines(start: string, items: readonly string[]): string {
  return `${start}${items.length === 0 ? '' : '\n'}${items.join(',\n')}${CLOSE}`;
}

/** A custom object, whose name begins with `_` (JSON Feed 1.1, "Extensions"), without what is undefined. */
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
    // The authors of every item that names none (JSON Feed 1.1, "Items", authors).
    authors: [{ name: lineOfText(head.publisher.name), url: address(head.publisher.url) }],
    ...languageMember(languageTag(head.language)),
    // JSON Feed has no date for the feed. Without one a document could return to bytes it had before, and a publisher
    // that was slow would take a newer rev for the one it knows and put a withdrawn item back (ABA).
    ...custom({ updated: head.updated, rights: optionalLine(head.rights) }),
  };
}

function jsonItem(item: Conditioned): object {
  const image = item.media.find(({ medium }) => medium === 'image');
  // An attachment must have a mime_type (JSON Feed 1.1, "Attachments"); a title would make equals alternates. Readers
  // list attachments under the text, so a picture that is in the text is none.
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

/** The members that JSON Feed 1.1 requires ("Top-level", "Items"); full text is what a feed of ours is for. */
const required = z.object({
  version: z.literal(VERSION),
  title: z.string(),
  items: z.array(z.object({ id: z.string().min(1), content_html: z.string() })),
});
const identified = z.object({ id: z.string() });
const idOf = (text: string): string => identified.parse(JSON.parse(text)).id;

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
  if (meant !== undefined && meant !== ids.size) return `${ids.size} items where ${meant} are meant`;
  return undefined;
}
