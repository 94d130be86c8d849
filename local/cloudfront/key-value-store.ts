import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EdgeValues } from '../edge/edge-function.ts';

/** One CloudFront KeyValueStore, kept as a log of its updates. */
export interface KeyValueStore extends EdgeValues {
  readonly etag: string;
  readonly count: number;
  /** Bytes of all keys and values. */
  readonly bytes: number;
  /** Entries in order of their keys, `limit` of them after the key `after`. */
  list(limit: number, after?: string): [string, string][];
  /** All of it or, if it would break a limit, nothing: then says which. */
  update(change: Change): Refusal | undefined;
}

export interface Change {
  puts: [key: string, value: string][];
  deletes: string[];
}

export interface Refusal {
  code: 'ValidationException' | 'ServiceQuotaExceededException';
  message: string;
}

/** CloudFront Developer Guide, "Quotas on key value stores": bytes, and keys in one request. */
const LIMITS = { key: 512, value: 1024, store: 5 * 1024 * 1024, keysPerUpdate: 50, requestBytes: 3_000_000 };

const size = (key: string, value: string): number => Buffer.byteLength(key) + Buffer.byteLength(value);

/** Opens the store that is kept in a file, new if there is none. */
export function openKeyValueStore(file: string): KeyValueStore {
  const entries = new Map<string, string>();
  let bytes = 0;
  let version = 0;
  let order: string[] | undefined;

  const apply = ({ puts, deletes }: Change): void => {
    for (const key of [...deletes, ...puts.map(([name]) => name)]) {
      bytes -= size(key, entries.get(key) ?? '') * Number(entries.delete(key));
    }
    for (const [key, value] of puts) {
      entries.set(key, value);
      bytes += size(key, value);
    }
    version += 1;
    order = undefined;
  };

  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // A last line that a crash cut short was never answered.
      const change = parse(line);
      if (change) apply(change);
    }
  }
  writeFileSync(`${file}.new`, line({ puts: [...entries], deletes: [] }));
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
      const refusal = refuse(change) ?? overflow(change, entries, bytes);
      if (refusal) return refusal;
      appendFileSync(file, line(change));
      apply(change);
      return undefined;
    },
  };
}

function refuse({ puts, deletes }: Change): Refusal | undefined {
  const keys = [...puts.map(([key]) => key), ...deletes];
  const invalid = (message: string): Refusal => ({ code: 'ValidationException', message });
  if (new Set(keys).size < keys.length) return invalid('a key is named twice');
  if (keys.some((key) => key === '' || Buffer.byteLength(key) > LIMITS.key))
    return invalid(`a key has 1 to ${LIMITS.key} bytes`);
  if (puts.some(([, value]) => Buffer.byteLength(value) > LIMITS.value))
    return invalid(`a value has at most ${LIMITS.value} bytes`);
  const request = puts.reduce((total, [key, value]) => total + size(key, value), 0);
  if (keys.length <= LIMITS.keysPerUpdate && request <= LIMITS.requestBytes) return undefined;
  return invalid(`a request has at most ${LIMITS.keysPerUpdate} keys and 3 MB`);
}

function overflow(
  { puts, deletes }: Change,
  entries: ReadonlyMap<string, string>,
  bytes: number,
): Refusal | undefined {
  const gone = [...deletes, ...puts.map(([key]) => key)].filter((key) => entries.has(key));
  const after =
    bytes -
    gone.reduce((total, key) => total + size(key, entries.get(key) ?? ''), 0) +
    puts.reduce((total, [key, value]) => total + size(key, value), 0);
  return after <= LIMITS.store
    ? undefined
    : { code: 'ServiceQuotaExceededException', message: 'the store is full: 5 MB' };
}

const line = (change: Change): string => `${JSON.stringify(change)}\n`;

function parse(text: string): Change | undefined {
  try {
    return JSON.parse(text) as Change;
  } catch {
    return undefined;
  }
}
