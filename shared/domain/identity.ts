import { createHash } from 'node:crypto';
import { configuredIdSchema } from './configured-id.ts';

/** The id of an article: a version 5 UUID in lower case. */
export type ArticleId = string & { readonly [brand]: 'ArticleId' };
/** The id of a feed: hex digits of a hash; see shared/contract/feed-id.ts. */
export type FeedId = string & { readonly [brand]: 'FeedId' };
/** The id of a partner, as the partner manager chose it. */
export type PartnerId = string & { readonly [brand]: 'PartnerId' };
/** The id of a submission's receipt. It is part of the raw object's key. */
export type ReceiptId = string & { readonly [brand]: 'ReceiptId' };
declare const brand: unique symbol;

/** Hex digits of a feed's id: 80 bits, which makes two equal ids practically impossible. */
export const FEED_ID_DIGITS = 20;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FEED_ID = new RegExp(`^[0-9a-f]{${FEED_ID_DIGITS}}$`);
/**
 * Receipts are UUIDs or 32 hex digits. The bound keeps the keys that contain one below the limits of DynamoDB (2,048
 * and 1,024 bytes) and of S3 (1,024 bytes), whatever a client asks for.
 */
const RECEIPT_ID = /^[A-Za-z0-9_-]{1,64}$/;

export const isArticleId = (text: string): text is ArticleId => UUID.test(text);
export const isFeedId = (text: string): text is FeedId => FEED_ID.test(text);
export const isPartnerId = (text: string): text is PartnerId => configuredIdSchema.safeParse(text).success;
export const isReceiptId = (text: string): text is ReceiptId => RECEIPT_ID.test(text);

/**
 * Returns the text as the id of a receipt. Throws if the text contains a character that a receipt id may not contain,
 * because the id becomes a part of the raw object's key.
 */
export function checkedReceiptId(text: string): ReceiptId {
  if (!isReceiptId(text)) throw new Error(`${text} is not a receipt id`);
  return text;
}

/** Namespace of article ids: the UUIDv5 of the name `wiredesk:article` in RFC 9562's URL namespace. */
const ARTICLE_NAMESPACE = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'wiredesk:article');

/** The article's id. The same source and declared id always give the same id, in every format. */
export function articleId(source: string, declaredId: string): ArticleId {
  const id = uuidV5(ARTICLE_NAMESPACE, `${source}\n${declaredId}`);
  if (!isArticleId(id)) throw new Error(`${id} is not an article id`);
  return id;
}

/** The article's id as a URN, which feeds use. */
export function articleUri(article: string): string {
  return `urn:uuid:${article}`;
}

/** The id of a feed, as its documents state it. */
export function feedUri(feed: FeedId): string {
  return articleUri(uuidV5(ARTICLE_NAMESPACE, `feed\n${feed}`));
}

/** The article id in a `urn:uuid:` URN or in a plain UUID; undefined for any other text. */
export function articleOfUri(uri: string): ArticleId | undefined {
  const id = uri.toLowerCase().replace(/^urn:uuid:/, '');
  return isArticleId(id) ? id : undefined;
}

/** Name-based UUID, RFC 9562 section 5.5. */
function uuidV5(namespace: string, name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** SHA-256 of text in UTF-8, as lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** SHA-256 of a JSON value, hex. The order of members does not change it. */
export function hashOfValue(value: unknown): string {
  return sha256(JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Longest declared id, in UTF-8 bytes. It is stored in the metadata of the raw object, which S3 limits to 2 kB. */
const MAX_ID_BYTES = 500;
// eslint-disable-next-line no-control-regex -- this pattern finds control characters
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/u;

/** Why a declared id is refused, in words that follow `the id`; undefined for a valid id. */
export function idProblem(declaredId: string): string | undefined {
  if (declaredId.trim() === '') return 'is empty';
  if (Buffer.byteLength(declaredId, 'utf8') > MAX_ID_BYTES) return `is longer than ${MAX_ID_BYTES} bytes`;
  return CONTROLS.test(declaredId) ? 'contains control characters' : undefined;
}

/**
 * Why an id in a URL's path is refused; undefined for a valid id. Gateways differ in how they treat percent-encoding
 * and dot segments, so an id with either is refused.
 */
export function pathIdProblem(id: string): string | undefined {
  return (
    idProblem(id) ?? (/%|(^|\/)\.{1,2}(\/|$)/u.test(id) ? 'contains % or a path segment of dots' : undefined)
  );
}
