import type { Stores } from './places.ts';

/** What one interface promises: each promise by name, with what shows that it is kept. */
export type Contract = Record<string, (stores: Stores) => Promise<void>>;

/** An id no other promise has used. */
export const fresh = (): string => crypto.randomUUID();

/** Instants one after another, in ISO 8601 with milliseconds. */
export const instant = (seconds: number): string =>
  new Date(Date.UTC(2026, 2, 2, 8) + seconds * 1000).toISOString();
