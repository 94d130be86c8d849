/**
 * A map of JSON values, kept as text, as a store over a network keeps them: what is put in and what is got out are
 * copies, and what JSON cannot say is lost.
 */
export class Shelf<Value> {
  readonly #values = new Map<string, string>();

  get(key: string): Value | undefined {
    const text = this.#values.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  set(key: string, value: Value): void {
    this.#values.set(key, JSON.stringify(value));
  }

  /** Sets the value only if the key has none; false if it has. */
  add(key: string, value: Value): boolean {
    if (this.#values.has(key)) return false;
    this.set(key, value);
    return true;
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  /** The keys that begin with `prefix`, in order. */
  keys(prefix = ''): string[] {
    return [...this.#values.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  }

  /** The values of the keys that begin with `prefix`, in the order of the keys. */
  values(prefix = ''): Value[] {
    return this.keys(prefix).flatMap((key) => this.get(key) ?? []);
  }

  /** What brings it back to how it is now. */
  moment(): () => void {
    return momentOf(this.#values);
  }
}

/** What brings the map back to what it holds now. */
function momentOf<Value>(map: Map<string, Value>): () => void {
  const then = [...map];
  return () => {
    map.clear();
    for (const [key, value] of then) map.set(key, value);
  };
}

/** Every shelf and every heap of bytes of one cloud by name, so that all of it can be seen at once. */
export class Cabinet {
  readonly #shelves = new Map<string, Shelf<unknown>>();
  readonly #bytes = new Map<string, Map<string, Uint8Array>>();

  shelf<Value>(name: string): Shelf<Value> {
    const shelf = new Shelf<Value>();
    this.#shelves.set(name, shelf);
    return shelf;
  }

  bytes(name: string): Map<string, Uint8Array> {
    const heap = new Map<string, Uint8Array>();
    this.#bytes.set(name, heap);
    return heap;
  }

  /** What brings all of it back to how it is now. */
  moment(): () => void {
    const shelves = [...this.#shelves.values()].map((shelf) => shelf.moment());
    const moments = [...shelves, ...[...this.#bytes.values()].map(momentOf)];
    return () => moments.forEach((back) => back());
  }

  /** What lies in it, as text: values as JSON, bytes in base64. */
  everything(): Map<string, string> {
    const values = [...this.#shelves].flatMap(([name, shelf]) =>
      shelf.keys().map((key) => [`${name} ${key}`, JSON.stringify(shelf.get(key))] as const),
    );
    const bytes = [...this.#bytes].flatMap(([name, heap]) =>
      [...heap].map(([key, value]) => [`${name} ${key}`, Buffer.from(value).toString('base64')] as const),
    );
    return new Map([...values, ...bytes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
