import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { FeedChange, FeedState, ManifestEntry } from '../../domain/manifest.ts';
import { articleIdSchema, instantSchema } from '../../domain/stored-text.ts';
import { isArticleId } from '../../domain/identity.ts';
import { UndecodableError } from './decode.ts';

/**
 * The large members of a feed state as bytes. A row of DynamoDB has at most 400 kB, and as a list of objects the
 * manifest of a channel with 700 items is larger (ADR 0019). Here each member of the entries is one column, each
 * article id is stored once, as its 16 bytes, and each hash as its 32 bytes.
 *
 * Layout, compressed with DEFLATE (RFC 1951): the length of the JSON text (4 bytes), the JSON text, the ids, the
 * hashes. A 0 in `ids` or `hash` means: the next bytes. An id or a hash of another form is in the JSON text.
 */
export type LargeMembers = Pick<FeedState, 'manifest' | 'last' | 'updated' | 'withdrawnFor' | 'held'>;

const ID_BYTES = 16;
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;
const HASH = /^[0-9a-f]{64}$/;

const texts = z.array(z.string());
const instants = z.array(instantSchema);
/** Positions in `ids`. */
const articles = z.array(z.number());
const next = z.literal(0);
const columnsSchema = z.object({
  ids: z.array(z.union([next, articleIdSchema])),
  entries: z.object({
    article: articles,
    version: texts,
    hash: z.array(z.union([next, z.string()])),
    released: instants,
    changed: instants,
    /** A character for each entry: 1 if it is shown. */
    shown: z.string(),
  }),
  last: z.object({
    at: instantSchema,
    added: articles,
    changed: articles,
    removed: articles,
    killed: articles.exactOptional(),
    reasons: z.record(z.string(), articles).exactOptional(),
    withheld: z.array(z.object({ article: z.number(), reason: z.string() })),
  }),
  updated: instantSchema.exactOptional(),
  withdrawnFor: articles.exactOptional(),
  held: z.object({ since: instantSchema, lost: articles }).exactOptional(),
});
type Columns = z.infer<typeof columnsSchema>;
type ArticleOf = FeedState['manifest'][number]['article'];

export function packState({ manifest, last, updated, withdrawnFor, held }: LargeMembers): Uint8Array {
  const positions = new Map<ArticleOf, number>();
  const at = (article: ArticleOf): number => {
    const position = positions.get(article) ?? positions.size;
    positions.set(article, position);
    return position;
  };
  const list = (ids: readonly ArticleOf[]): number[] => ids.map(at);
  const { at: instant, added, changed, removed, killed, reasons, withheld } = last;
  const columns: Omit<Columns, 'ids'> = {
    entries: {
      article: list(manifest.map(({ article }) => article)),
      version: manifest.map(({ version }) => version),
      hash: manifest.map(({ contentHash }) => (HASH.test(contentHash) ? 0 : contentHash)),
      released: manifest.map(({ released }) => released),
      changed: manifest.map((entry) => entry.changed),
      shown: manifest.map(({ shown }) => (shown ? '1' : '0')).join(''),
    },
    last: {
      ...{ at: instant, added: list(added), changed: list(changed), removed: list(removed) },
      ...(killed && { killed: list(killed) }),
      ...(reasons && { reasons: mapValues(reasons, list) }),
      withheld: withheld.map(({ article, reason }) => ({ article: at(article), reason })),
    },
    ...(updated !== undefined && { updated }),
    ...(withdrawnFor && { withdrawnFor: list(withdrawnFor) }),
    ...(held && { held: { since: held.since, lost: list(held.lost) } }),
  };
  const ids = [...positions.keys()];
  const json = Buffer.from(
    JSON.stringify({ ids: ids.map((id) => (isArticleId(id) ? 0 : id)), ...columns }),
    'utf8',
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  const binary = [
    ...ids.filter(isArticleId).map((id) => id.replaceAll('-', '')),
    ...manifest.map(({ contentHash }) => contentHash).filter((hash) => HASH.test(hash)),
  ];
  return deflateRawSync(Buffer.concat([length, json, Buffer.from(binary.join(''), 'hex')]));
}

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

/** @throws UndecodableError that names `key` if the bytes are not a packed state. */
export function unpackState(packed: Uint8Array, key: string): LargeMembers {
  try {
    const bytes = inflateRawSync(packed);
    const start = LENGTH_BYTES + bytes.readUInt32BE();
    const text = bytes.subarray(LENGTH_BYTES, start).toString('utf8');
    return membersOf(columnsSchema.parse(JSON.parse(text)), readerOf(bytes, start));
  } catch (error) {
    throw new UndecodableError(`${key} cannot be decoded: packed: ${problemOf(error)}`, { cause: error });
  }
}

/** Reads the bytes after `start` in pieces, as hex digits. */
function readerOf(bytes: Buffer, start: number): (count: number) => string {
  let from = start;
  return (count) => {
    const piece = bytes.subarray(from, (from += count));
    if (piece.length < count) throw new RangeError('the bytes end too early');
    return piece.toString('hex');
  };
}

function membersOf({ ids, entries, last, updated, withdrawnFor, held }: Columns, read: Reader): LargeMembers {
  const known = ids.map((id) => (id === 0 ? uuidOf(read(ID_BYTES)) : id));
  const list = (positions: readonly number[]): ArticleOf[] =>
    positions.map((position) => at(known, position));
  const change: FeedChange = {
    ...{ at: last.at, added: list(last.added), changed: list(last.changed), removed: list(last.removed) },
    ...(last.killed && { killed: list(last.killed) }),
    ...(last.reasons && { reasons: mapValues(last.reasons, list) }),
    withheld: last.withheld.map(({ article, reason }) => ({ article: at(known, article), reason })),
  };
  const { article, version, hash, released, changed, shown } = entries;
  const manifest = list(article).map((id, index): ManifestEntry => ({
    article: id,
    version: at(version, index),
    contentHash: hashOr(at(hash, index), read),
    released: at(released, index),
    changed: at(changed, index),
    shown: shown[index] === '1',
  }));
  return {
    manifest,
    last: change,
    ...(updated !== undefined && { updated }),
    ...(withdrawnFor && { withdrawnFor: list(withdrawnFor) }),
    ...(held && { held: { since: held.since, lost: list(held.lost) } }),
  };
}
type Reader = ReturnType<typeof readerOf>;

const hashOr = (hash: string | 0, read: Reader): string => (hash === 0 ? read(HASH_BYTES) : hash);

function at<Value>(values: readonly Value[], position: number): Value {
  const value = values[position];
  if (value === undefined) throw new RangeError('a column is too short');
  return value;
}

function uuidOf(hex: string): ArticleOf {
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!isArticleId(id)) throw new RangeError('an id is no article id');
  return id;
}

/** What is wrong, without the stored values: zod names members; other messages could quote the text. */
function problemOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ path }) => path.join('.')).join('; ');
  return error instanceof RangeError ? error.message : 'no compressed columns';
}
