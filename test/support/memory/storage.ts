import type { StoredRow } from '../../../shared/contract/stored/decode.ts';
import { decodeEach, type ReportUnreadable } from '../../../shared/contract/stored/decode-each.ts';
import type { Key, KeyRange } from '../../../shared/contract/table-keys.ts';

/**
 * Rows of one type, kept as JSON text. As with a store behind a network, writes and reads copy the row, and values
 * that JSON cannot express are lost. Every row is decoded when it is read.
 */
export class Rows<Row> {
  /** For each partition key, the texts by sort key. */
  readonly #partitions = new Map<string, Map<string, string>>();
  readonly #decode: (row: StoredRow) => Row;

  readonly #report: ReportUnreadable;

  constructor(decode: (row: StoredRow) => Row, report: ReportUnreadable) {
    this.#decode = decode;
    this.#report = report;
  }

  get(key: Key): Row | undefined {
    const text = this.#text(key);
    return text === undefined ? undefined : this.#decode(parsed(key, text));
  }

  /** The rows with these keys that are stored, not decoded yet. */
  stored(keys: readonly Key[]): StoredRow[] {
    return keys.flatMap((key) => {
      const text = this.#text(key);
      return text === undefined ? [] : [parsed(key, text)];
    });
  }

  has(key: Key): boolean {
    return this.#text(key) !== undefined;
  }

  set({ pk, sk }: Key, members: object): void {
    const partition = this.#partitions.get(pk) ?? new Map<string, string>();
    this.#partitions.set(pk, partition.set(sk, JSON.stringify(members)));
  }

  /** Writes the row if there is no row with its key yet. Returns whether it wrote the row. */
  add(key: Key, members: object): boolean {
    if (this.has(key)) return false;
    this.set(key, members);
    return true;
  }

  delete({ pk, sk }: Key): void {
    this.#partitions.get(pk)?.delete(sk);
  }

  /** The rows of a range, in the order of their sort keys. Throws an error for a row that cannot be decoded. */
  range(range: KeyRange): Row[] {
    return this.undecoded(range).map((row) => this.#decode(row));
  }

  /** As `range`, but a row that cannot be decoded is reported and left out. */
  readable(range: KeyRange): Row[] {
    return decodeEach(this.undecoded(range), this.#decode, this.#report);
  }

  /** The rows of a range that are not decoded yet. */
  undecoded({ pk, from = '', to = '\u{10FFFF}' }: KeyRange): StoredRow[] {
    refuseLongKey({ pk, sk: from });
    refuseLongKey({ pk, sk: to });
    return [...(this.#partitions.get(pk) ?? [])]
      .filter(([sk]) => sk >= from && sk <= to)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([sk, text]) => parsed({ pk, sk }, text));
  }

  /** Changes a row's members without decoding them. */
  alter(key: Key, change: (row: StoredRow) => StoredRow): void {
    this.set(key, change(parsed(key, this.#text(key) ?? '{}')));
  }

  /** The JSON texts of all rows, by key. */
  texts(): [key: string, text: string][] {
    return [...this.#partitions].flatMap(([pk, partition]) =>
      [...partition].map(([sk, text]): [string, string] => [`${pk} ${sk}`, text]),
    );
  }

  /** Returns a function that restores the rows as they are now. */
  snapshot(): () => void {
    const saved = [...this.#partitions].map(([pk, partition]) => [pk, new Map(partition)] as const);
    return () => {
      this.#partitions.clear();
      for (const [pk, partition] of saved) this.#partitions.set(pk, new Map(partition));
    };
  }

  #text({ pk, sk }: Key): string | undefined {
    refuseLongKey({ pk, sk });
    return this.#partitions.get(pk)?.get(sk);
  }
}

/** DynamoDB refuses a request with a longer key (Developer Guide, "Quotas in Amazon DynamoDB"). */
function refuseLongKey({ pk, sk }: Key): void {
  if (Buffer.byteLength(pk) > 2048) throw new Error(`the partition key is too long: ${pk.slice(0, 60)}…`);
  if (Buffer.byteLength(sk) > 1024) throw new Error(`the sort key is too long: ${sk.slice(0, 60)}…`);
}

const parsed = (key: Key, text: string): StoredRow => ({ ...(JSON.parse(text) as object), ...key });

/** All rows and objects of one cloud in memory. */
export class MemoryStorage {
  readonly #rows: Rows<unknown>[] = [];
  readonly #objects = new Map<string, Map<string, unknown>>();
  /** Why lists left out rows: an error for each row that could not be decoded. */
  readonly unreadable: string[] = [];
  readonly report = (reason: string): void => void this.unreadable.push(reason);

  rows<Row>(decode: (row: StoredRow) => Row): Rows<Row> {
    const rows = new Rows(decode, this.report);
    this.#rows.push(rows);
    return rows;
  }

  /** Makes an empty map for the objects (bytes or texts) of the kind `name`, by key. */
  objects<Content extends Uint8Array | string>(name: string): Map<string, Content> {
    const objects = new Map<string, Content>();
    this.#objects.set(name, objects);
    return objects;
  }

  /** Changes the members of a stored row without decoding them. */
  alter(key: Key, change: (row: StoredRow) => StoredRow): void {
    this.#rows.find((rows) => rows.has(key))?.alter(key, change);
  }

  /** A stored row, not decoded; undefined if there is none. */
  stored(key: Key): StoredRow | undefined {
    return this.#rows.flatMap((rows) => rows.stored([key]))[0];
  }

  remove(key: Key): void {
    for (const rows of this.#rows) rows.delete(key);
  }

  /** Returns a function that restores all rows and objects as they are now. */
  snapshot(): () => void {
    const restores = [
      ...this.#rows.map((rows) => rows.snapshot()),
      ...[...this.#objects.values()].map(snapshotOf),
    ];
    return () => restores.forEach((restore) => restore());
  }

  /** All rows and objects as text by their keys; bytes in base64. */
  everything(): Map<string, string> {
    const objects = [...this.#objects].flatMap(([name, contents]) =>
      [...contents].map(([key, content]): [string, string] => [`${name} ${key}`, asText(content)]),
    );
    const all = [...this.#rows.flatMap((rows) => rows.texts()), ...objects];
    return new Map(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const asText = (content: unknown): string =>
  content instanceof Uint8Array ? Buffer.from(content).toString('base64') : String(content);

/** Returns a function that restores the entries of the map as they are now. */
function snapshotOf<Value>(map: Map<string, Value>): () => void {
  const saved = [...map];
  return () => {
    map.clear();
    for (const [key, value] of saved) map.set(key, value);
  };
}
