import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ArticleContent } from '../../../shared/domain/article.ts';
import { type Feed, type FormatName, FORMATS, publicPath } from '../../../shared/domain/feed.ts';
import { articleUri, feedUri } from '../../../shared/domain/identity.ts';
import type { ManifestEntry } from '../../../shared/domain/manifest.ts';
import type { FeedHead, FeedItem } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';

/** What a document says besides its items: publisher and address, the same for all feeds. */
export interface Imprint {
  publisher: { name: string; url: string };
  rights?: string;
  /** The address below which feeds are read, without a trailing slash. */
  feedsUrl: string;
}

export type Documents = Record<FormatName, string>;

export interface Rendered {
  article: string;
  language: string;
  fragments: Documents;
}

/** One article in all formats, or why it cannot be written in one of them; then it is left out of all. */
export type Rendering = { ok: true; rendered: Rendered } | { ok: false; reason: string };

/** The largest document that is published, in bytes: partners' limits lie between 1 and 10 MB. */
const MAX_DOCUMENT_BYTES = 8_000_000;

/** All that an item's fragments depend on, as a key. */
export function fragmentKey(entry: ManifestEntry, link: string, feed: Feed, { publisher }: Imprint): string {
  const { article, contentHash, released, changed } = entry;
  const { profile, channel } = feed;
  return JSON.stringify([
    article,
    contentHash,
    released,
    changed,
    link,
    profile,
    channel.language,
    publisher,
  ]);
}

/** One article in all formats. */
export function renderItem(
  entry: ManifestEntry,
  content: ArticleContent,
  link: string,
  feed: Feed,
  imprint: Imprint,
): Rendering {
  const item: FeedItem = {
    id: articleUri(entry.article),
    link,
    published: entry.released,
    updated: entry.changed,
    content,
  };
  const head = { language: feed.channel.language, publisher: imprint.publisher };
  const fragments: Partial<Documents> = {};
  for (const name of FORMATS) {
    const fragment = formats[name].fragment(item, head);
    if (!fragment.ok) return { ok: false, reason: `${name}: ${fragment.reason}` };
    fragments[name] = fragment.text;
  }
  return {
    ok: true,
    rendered: { article: entry.article, language: content.language, fragments: fragments as Documents },
  };
}

/** As many of the items, from the first, as keep every document within its size. */
export function fitting(items: readonly Rendered[]): Rendered[] {
  const room: Record<FormatName, number> = { rss: 0, atom: 0, json: 0 };
  const end = items.findIndex(({ fragments }) =>
    FORMATS.some((name) => (room[name] += Buffer.byteLength(fragments[name])) > MAX_DOCUMENT_BYTES),
  );
  return end === -1 ? [...items] : items.slice(0, end);
}

/** The feed's documents, or the first thing that the gate found wrong with one of them. */
export function documentsOf(
  feed: Feed,
  items: readonly Rendered[],
  updated: string | undefined,
  imprint: Imprint,
): { ok: true; documents: Documents } | { ok: false; reason: string } {
  const documents: Partial<Documents> = {};
  const language = feed.channel.language ?? commonLanguage(items);
  for (const name of FORMATS) {
    const fragments = items.map((item) => item.fragments[name]);
    const document = formats[name].document(headOf(feed, name, language, updated, imprint), fragments);
    const wrong = formats[name].check(document, fragments.length);
    if (wrong !== undefined) return { ok: false, reason: `${name}: ${wrong}` };
    documents[name] = document;
  }
  return { ok: true, documents: documents as Documents };
}

/** The language that all items have; a feed of several says none. */
function commonLanguage(items: readonly Rendered[]): string | undefined {
  const [first, ...others] = new Set(items.map(({ language }) => language));
  return others.length === 0 ? first : undefined;
}

function headOf(
  { id, channel, terms }: Feed,
  name: FormatName,
  language: string | undefined,
  updated: string | undefined,
  imprint: Imprint,
): FeedHead {
  return {
    id: feedUri(id),
    title: channel.title,
    link: channel.link,
    publisher: imprint.publisher,
    // A partner's address names the partner, and one document is read at many.
    ...(terms.audience === 'public' && { self: `${imprint.feedsUrl}${publicPath(channel.id, name)}` }),
    ...(language !== undefined && { language }),
    ...(channel.description !== undefined && { description: channel.description }),
    ...(imprint.rights !== undefined && { rights: imprint.rights }),
    ...(updated !== undefined && { updated }),
  };
}

/** A document's bytes and its gzip twin's, each with the ETag that S3 gives a single-part object: its MD5. */
export interface Packed {
  bytes: Uint8Array;
  etag: string;
}

export function pack(document: string): { plain: Packed; gzip: Packed } {
  const bytes = Buffer.from(document, 'utf8');
  return { plain: packed(bytes), gzip: packed(gzipSync(bytes)) };
}

function packed(bytes: Uint8Array): Packed {
  return { bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
}
