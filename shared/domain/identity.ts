import { createHash } from 'node:crypto';

/** Namespace of article ids: the UUIDv5 of the name `wiredesk:article` in RFC 9562's URL namespace. */
const ARTICLE_NAMESPACE = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'wiredesk:article');

/** The article's id: the same source and declared id give the same article, for ever and in every format. */
export function articleId(source: string, declaredId: string): string {
  return uuidV5(ARTICLE_NAMESPACE, `${source}\n${declaredId}`);
}

/** The public id, as feeds carry it. */
export function articleUri(article: string): string {
  return `urn:uuid:${article}`;
}

/** The id a feed's documents carry. */
export function feedUri(feed: string): string {
  return articleUri(uuidV5(ARTICLE_NAMESPACE, `feed\n${feed}`));
}

/** The id in a public id, or the text itself if it is a bare UUID; undefined for anything else. */
export function articleOfUri(uri: string): string | undefined {
  const id = uri.toLowerCase().replace(/^urn:uuid:/, '');
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined;
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

/** A hash of any JSON value that does not depend on the order of its members. */
export function hashOfValue(value: unknown): string {
  return sha256(JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Longest declared id, in UTF-8 bytes: its envelope must hold it. */
const MAX_ID_BYTES = 500;
// eslint-disable-next-line no-control-regex -- control characters are what this pattern is there to find
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]/u;

/** Why an id that a sender declares cannot be one; undefined if it can. */
export function idProblem(declaredId: string): string | undefined {
  if (declaredId.trim() === '') return 'empty';
  if (Buffer.byteLength(declaredId, 'utf8') > MAX_ID_BYTES) return `longer than ${MAX_ID_BYTES} bytes`;
  return CONTROLS.test(declaredId) ? 'not free of control characters' : undefined;
}

/**
 * The same for an id in a URL's path: gateways differ in whether they take percent-encoding and dot segments apart,
 * so an id that would depend on it is refused.
 */
export function pathIdProblem(id: string): string | undefined {
  return idProblem(id) ?? (/%|(^|\/)\.{1,2}(\/|$)/u.test(id) ? 'not free of % and of path dots' : undefined);
}
