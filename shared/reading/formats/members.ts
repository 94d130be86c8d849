/**
 * An object of JSON from a sender who may use any type for any member. A member that has another type than the one
 * asked for counts as absent, and so do `null` and blank texts.
 */
export class Members {
  private readonly members: ReadonlyMap<string, unknown>;

  constructor(value: unknown) {
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    this.members = new Map(isObject ? Object.entries(value) : []);
  }

  get isEmpty(): boolean {
    return this.members.size === 0;
  }

  get entries(): [string, unknown][] {
    return [...this.members];
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.members.has(name));
  }

  /** The first of these members that is a text, or a number as text. */
  text(...names: readonly string[]): string | undefined {
    return names.map((name) => textOf(this.members.get(name))).find((text) => text !== undefined);
  }

  number(name: string): number | undefined {
    const value = Number(this.text(name));
    return Number.isFinite(value) ? value : undefined;
  }

  inner(name: string): Members {
    return new Members(this.members.get(name));
  }

  /** The members of a list. A value that is no list counts as a list of one. */
  list(name: string): unknown[] {
    const value = this.members.get(name);
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  }

  /** The objects in a list. */
  all(name: string): Members[] {
    return this.list(name)
      .map((value) => new Members(value))
      .filter((members) => !members.isEmpty);
  }

  /** The texts in a list, and the names of the objects in it. */
  names(name: string): string[] {
    return this.list(name).flatMap((value) => textOf(value) ?? new Members(value).text('name') ?? []);
  }
}

/** How many texts of a value are read, and how many levels deep. */
const MOST_TEXTS = 50;
const MOST_LEVELS = 4;

/** The texts in a value: itself, the members of a list, and the members of an object. */
export function textsIn(value: unknown, level = 1): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (value === null || typeof value !== 'object' || level > MOST_LEVELS) return [];
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner
    .slice(0, MOST_TEXTS)
    .flatMap((member) => textsIn(member, level + 1))
    .slice(0, MOST_TEXTS);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
