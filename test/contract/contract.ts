import { type Instant, instantOf } from '../../shared/domain/instant.ts';
import type { Stores } from './backends.ts';

/** The promises of one interface. Each is a sentence, with a check that throws if the stores break the promise. */
export type Contract = Record<string, (stores: Stores) => Promise<void>>;

/** A member that a newer version of Wiredesk has added to a stored row. This version does not know the member. */
export const NEWER = { addedByNewerVersion: { list: [1] } };

/** An id that no other check uses. */
export const fresh = (): string => crypto.randomUUID();

/** The instant this many seconds after 08:00 UTC on 2 March 2026; ISO 8601 with milliseconds. */
export const instant = (seconds: number): Instant =>
  instantOf(new Date(Date.UTC(2026, 2, 2, 8) + seconds * 1000));
