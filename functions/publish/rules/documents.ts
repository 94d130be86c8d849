import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { objectKeys } from '../../../shared/contract/keys.ts';
import type { StoredDocument } from '../../../shared/contract/stores.ts';
import { DOCUMENTS, type Feed, type FormatName, FORMATS, publicPath } from '../../../shared/domain/feed.ts';
import { type FeedId, feedUri } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { FeedHead } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import type { Imprint } from './imprint.ts';
import type { RenderedItem } from './items.ts';

/** A feed's documents, one in each format. */
export type Documents = Record<FormatName, string>;

/** A document to store. `etag` is the ETag that S3 gives to an object written in one part: the MD5 of its bytes. */
export interface WantedDocument {
  key: string;
  etag: string;
  document: StoredDocument;
}

export interface FeedContents {
  feed: Feed;
  items: readonly RenderedItem[];
  /** The feed's own date; absent if the feed never showed an item. */
  updated: Instant | undefined;
  imprint: Imprint;
  /** Whether each whole document is parsed again, see `isAudited`. */
  audited: boolean;
}

/** A feed's documents are audited at its first rev, and then at each rev that this number divides. */
const AUDIT_EVERY = 20;

/**
 * Whether the documents that follow `before` are parsed again as a whole. Normally only what is new is checked: each
 * item when it is rendered, and the head. The audit would show that the rest is not good by construction, as it has
 * to be (ADR 0027). A feed that was stopped is audited until its documents pass.
 */
export function isAudited(before: FeedState | undefined): boolean {
  return before?.stopped !== undefined || (before?.rev ?? 0) % AUDIT_EVERY === 0;
}

/** Writes a feed's documents and checks each of them at the gate. The reason is the first problem that a check finds. */
export function writeDocuments(contents: FeedContents): Result<{ documents: Documents }, { reason: string }> {
  const { feed, items, audited } = contents;
  const ids = new Set(items.map(({ article }) => article));
  if (ids.size < items.length) return { ok: false, reason: 'Two items have the same id' };
  const documents: Partial<Documents> = {};
  const ofItems = items.map((item) => item.language);
  const facts = { ...contents, language: languageOf(feed, ofItems) };
  for (const name of FORMATS) {
    const fragments = items.map((item) => item.fragments[name]);
    const written = audited
      ? writeDocument(name, fragments, facts)
      : writeAroundItems(name, fragments, facts);
    if (!written.ok) return { ok: false, reason: `${name}: ${written.reason}` };
    documents[name] = written.document;
  }
  return { ok: true, documents: documents as Documents };
}

export type DocumentFacts = Pick<FeedContents, 'feed' | 'updated' | 'imprint'> & {
  language: string | undefined;
};

/** Writes one document and checks it at the gate. */
export function writeDocument(
  name: FormatName,
  fragments: readonly string[],
  facts: DocumentFacts,
): Result<{ document: string }, { reason: string }> {
  const { check, document } = formats[name];
  const whole = document(headOf(name, facts), fragments);
  return passed(whole, check(whole, fragments.length));
}

/**
 * Writes one document of items that have passed the gate, and checks its head and tail. A fragment that is one item
 * between one head and the tail is one item between every head that passes and this tail.
 */
function writeAroundItems(
  name: FormatName,
  fragments: readonly string[],
  facts: DocumentFacts,
): ReturnType<typeof writeDocument> {
  const { check, document } = formats[name];
  const head = headOf(name, facts);
  return passed(document(head, fragments), check(document(head, []), 0));
}

const passed = (document: string, reason: string | undefined): ReturnType<typeof writeDocument> =>
  reason === undefined ? { ok: true, document } : { ok: false, reason };

/** The language of the channel, or else of all items; undefined if the items have several languages. */
export function languageOf({ channel }: Feed, ofItems: readonly string[]): string | undefined {
  const [first, ...others] = new Set(ofItems);
  return channel.language ?? (others.length === 0 ? first : undefined);
}

function headOf(
  name: FormatName,
  { feed: { id, channel, terms }, language, updated, imprint }: DocumentFacts,
): FeedHead {
  return {
    id: feedUri(id),
    title: channel.title,
    link: channel.link,
    publisher: imprint.publisher,
    // Only a public document contains its own address. A partner's address names the partner, and many partners read
    // the same document.
    ...(terms.audience === 'public' && { self: `${imprint.feedsUrl}${publicPath(channel.id, name)}` }),
    ...(language !== undefined && { language }),
    ...(channel.description !== undefined && { description: channel.description }),
    ...(imprint.rights !== undefined && { rights: imprint.rights }),
    ...(updated !== undefined && { updated }),
  };
}

/** The objects to store: each document as it is, and compressed with gzip. */
export function wantedDocuments(feed: FeedId, documents: Documents): WantedDocument[] {
  return FORMATS.flatMap((name) => {
    const { file, mediaType } = DOCUMENTS[name];
    const bytes = Buffer.from(documents[name], 'utf8');
    const packed = gzipSync(bytes);
    return [
      {
        key: objectKeys.document(feed, file),
        etag: etagOf(bytes),
        document: { bytes, mediaType },
      },
      {
        key: objectKeys.gzipDocument(feed, file),
        etag: etagOf(packed),
        document: { bytes: packed, mediaType, contentEncoding: 'gzip' as const },
      },
    ];
  });
}

/** The keys under which a feed's documents are stored. */
export function documentKeys(feed: FeedId): string[] {
  return FORMATS.flatMap((name) => {
    const { file } = DOCUMENTS[name];
    return [objectKeys.document(feed, file), objectKeys.gzipDocument(feed, file)];
  });
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
