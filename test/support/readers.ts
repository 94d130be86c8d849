import { readItems } from '../../functions/normalise/rules/read-items.ts';
import type { NormaliseServices } from '../../functions/normalise/services.ts';

/** The readers of submissions, loaded already: a simulation that counts steps must not wait for a file. */
export const readers: NormaliseServices['readers'] = () => Promise.resolve({ readItems });
