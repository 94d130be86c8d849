import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One CloudFront KeyValueStore. It is stored in a file with one line for each update. */
export interface KeyValueStore {
  readonly etag: string;
  readonly count: number;
  /** Bytes of all keys and values. */
  readonly bytes: number;
  get(key: string): string | undefined;
  /** Entries in the order of their keys: at most `limit` entries, from the first key after `after`. */
  list(limit: number, after?: string): [string, string][];
  /** Applies the whole change, or nothing if the change would break a limit. */
  update(change: Change): Updated;
}

export interface Change {
  puts: [key: string, value: string][];
  deletes: string[];
}

export type Updated = { ok: true } | Refusal;

interface Refusal {
  ok: false;
  code: 'ValidationException' | 'ServiceQuotaExceededException';
  message: string;
}

/**
 * Limits in bytes, and the greatest number of keys in one request (CloudFront Developer Guide, "Quotas on key value
 * stores").
 */
const LIMITS = { key: 512, value: 1024, store: 5 * 1024 * 1024, keysPerUpdate: 50, requestBytes: 3_000_000 };

const sizeOf = (key: string, value: string): number => Buffer.byteLength(key) + Buffer.byteLength(value);

/** Opens the store of a file. If the file does not exist, the store is empty. */
export function openKeyValueStore(file: string): KeyValueStore {
  const entries = new Map<string, string>();
  let bytes = 0;
  let version = 0;
  let order: string[] | undefined;

  const apply = ({ puts, deletes }: Change): void => {
    for (const key of [...deletes, ...puts.map(([name]) => name)]) {
      bytes -= sizeOf(key, entries.get(key) ?? '') * Number(entries.delete(key));
    }
    for (const [key, value] of puts) {
      entries.set(key, value);
      bytes += sizeOf(key, value);
    }
    version += 1;
    order = undefined;
  };

  mkdirSync(dirname(file), { recursive: true });
  for (const change of changesIn(file)) apply(change);
  writeFileSync(`${file}.new`, lineOf({ puts: [...entries], deletes: [] }));
  renameSync(`${file}.new`, file);

  return {
    get etag() {
      return `KV${version}`;
    },
    get count() {
      return entries.size;
    },
    get bytes() {
      return bytes;
    },
    get: (key) => entries.get(key),
    list(limit, after = '') {
      order ??= [...entries.keys()].toSorted();
      const from = after === '' ? 0 : order.findIndex((key) => key > after);
      if (from < 0) return [];
      return order.slice(from, from + limit).map((key) => [key, entries.get(key) ?? '']);
    },
    update(change) {
      const refusal = invalid(change) ?? overflow(change, entries, bytes);
      if (refusal) return refusal;
      appendFileSync(file, lineOf(change));
      apply(change);
      return { ok: true };
    },
  };
}

function invalid({ puts, deletes }: Change): Refusal | undefined {
  const keys = [...puts.map(([key]) => key), ...deletes];
  const refusal = (message: string): Refusal => ({ ok: false, code: 'ValidationException', message });
  if (new Set(keys).size < keys.length) return refusal('a key occurs twice');
  if (keys.some((key) => key === '' || Buffer.byteLength(key) > LIMITS.key))
    return refusal(`a key must have 1 to ${LIMITS.key} bytes`);
  if (puts.some(([, value]) => Buffer.byteLength(value) > LIMITS.value))
    return refusal(`a value may have at most ${LIMITS.value} bytes`);
  const request = puts.reduce((total, [key, value]) => total + sizeOf(key, value), 0);
  if (keys.length <= LIMITS.keysPerUpdate && request <= LIMITS.requestBytes) return undefined;
  return refusal(`a request may have at most ${LIMITS.keysPerUpdate} keys and 3 MB`);
}

function overflow(
  { puts, deletes }: Change,
  entries: ReadonlyMap<string, string>,
  bytes: number,
): Refusal | undefined {
  const removed = [...deletes, ...puts.map(([key]) => key)].filter((key) => entries.has(key));
  const after =
    bytes -
    removed.reduce((total, key) => total + sizeOf(key, entries.get(key) ?? ''), 0) +
    puts.reduce((total, [key, value]) => total + sizeOf(key, value), 0);
  if (after <= LIMITS.store) return undefined;
  return { ok: false, code: 'ServiceQuotaExceededException', message: 'a store may have at most 5 MB' };
}

const lineOf = (change: Change): string => `${JSON.stringify(change)}\n`;

function changesIn(file: string): Change[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(parse);
}

/** Ignores a line that a crash left incomplete. The client that sent this update never got an answer. */
function parse(line: string): Change[] {
  try {
    return [JSON.parse(line) as Change];
  } catch {
    return [];
  }
}
