import { DatabaseSync } from 'node:sqlite';

/** An order of keys and their limits, as the package `level` has them. Keys are compared byte by byte. */
interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** The most entries; a negative number means all. */
  limit?: number;
}

interface Operation {
  type: 'put' | 'del';
  key: string;
  value?: unknown;
}

interface Entry {
  key: string;
  value: string;
}

/** Reads one entry after the other. There is nothing to close: between two reads it holds no part of the file. */
interface Entries<Item> {
  next(): Promise<Item | undefined>;
}

/** How many entries are read from the file at a time. */
const CHUNK = 64;
/** Milliseconds from a write until deleted bytes have left the log that SQLite writes beside the file. */
const TIDY_MILLISECONDS = 1000;

const LIMITS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/**
 * A file of keys and JSON values in the order of the keys, with the methods that dynalite calls on a database of the
 * package `level`. dynalite's own database is LevelDB 1.20. It returns old values while an iterator is open, and
 * dynalite does not close its iterators (docs/adr/0023). Here each call is one statement of SQLite: a write is done
 * when its promise is fulfilled, it survives the end of the process, and deleted bytes are overwritten in the file.
 */
export class SortedFile {
  /** How many of these files this thread has opened. */
  static opened = 0;

  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  #tidying: NodeJS.Timeout | undefined;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`);
    SortedFile.opened += 1;
  }

  async get(key: string): Promise<unknown> {
    const found = this.#prepare('SELECT value FROM entries WHERE key = ?').get(key) as Entry | undefined;
    return found && JSON.parse(found.value);
  }

  async put(key: string, value: unknown): Promise<void> {
    this.#prepare('INSERT OR REPLACE INTO entries (key, value) VALUES (?, ?)').run(
      key,
      JSON.stringify(value),
    );
    this.#tidySoon();
  }

  async del(key: string): Promise<void> {
    this.#prepare('DELETE FROM entries WHERE key = ?').run(key);
    this.#tidySoon();
  }

  /** All operations are done, or none. */
  async batch(operations: readonly Operation[]): Promise<void> {
    this.#database.exec('BEGIN');
    try {
      for (const { type, key, value } of operations)
        await (type === 'put' ? this.put(key, value) : this.del(key));
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  keys(range: Range = {}): Entries<string> {
    return this.#entries(range, ({ key }) => key);
  }

  values(range: Range = {}): Entries<unknown> {
    return this.#entries(range, ({ value }) => JSON.parse(value) as unknown);
  }

  async close(): Promise<void> {
    clearTimeout(this.#tidying);
    this.#database.close();
  }

  #entries<Item>(range: Range, itemOf: (entry: Entry) => Item): Entries<Item> {
    let rest = range.limit === undefined || range.limit < 0 ? Infinity : range.limit;
    let from: string | undefined;
    let chunk: Entry[] = [];
    let ended = false;
    return {
      next: async () => {
        if (chunk.length === 0 && !ended && rest > 0) {
          const most = Math.min(CHUNK, rest);
          chunk = this.#read(range, from, most);
          ended = chunk.length < most;
          rest -= chunk.length;
          from = chunk.at(-1)?.key;
        }
        const entry = chunk.shift();
        return entry && itemOf(entry);
      },
    };
  }

  /** Reads the next entries of a range, after the key `from`. */
  #read({ reverse = false, ...range }: Range, from: string | undefined, most: number): Entry[] {
    const limits = Object.entries(LIMITS).flatMap(([name, sign]) => {
      const key = range[name as keyof typeof LIMITS];
      return key === undefined ? [] : [[`key ${sign} ?`, key] as const];
    });
    if (from !== undefined) limits.push([`key ${reverse ? '<' : '>'} ?`, from]);
    const where = limits.length === 0 ? '' : `WHERE ${limits.map(([test]) => test).join(' AND ')}`;
    const sql = `SELECT key, value FROM entries ${where} ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    return this.#prepare(sql).all(...limits.map(([, key]) => key), most) as unknown as Entry[];
  }

  #prepare(sql: string): ReturnType<DatabaseSync['prepare']> {
    const prepared = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Moves what the log holds into the file and empties the log. Until then the log has bytes that were deleted. */
  #tidySoon(): void {
    this.#tidying ??= setTimeout(() => {
      this.#tidying = undefined;
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    }, TIDY_MILLISECONDS);
  }
}
