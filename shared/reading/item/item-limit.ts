import { type Drafted, rejected } from '../draft/draft.ts';

/**
 * Items that are taken from one submission; the sender sends any further items in another submission. Each item needs
 * several writes to the table, and a message has only seconds.
 */
export const MAX_SUBMISSION_ITEMS = 2000;

/** Reads the items of a submission up to the limit. One rejection (SIZE_ITEMS) represents all items beyond it. */
export function readWithinLimit<T>(items: readonly T[], read: (item: T) => Drafted[]): Drafted[] {
  const drafted: Drafted[] = [];
  for (const item of items) {
    if (drafted.length >= MAX_SUBMISSION_ITEMS) break;
    drafted.push(...read(item));
  }
  if (items.length <= MAX_SUBMISSION_ITEMS && drafted.length <= MAX_SUBMISSION_ITEMS) return drafted;
  return [...drafted.slice(0, MAX_SUBMISSION_ITEMS), tooManyItems()];
}

export function tooManyItems(): ReturnType<typeof rejected> {
  return rejected('SIZE_ITEMS', `more than ${MAX_SUBMISSION_ITEMS} items; the items before were taken`);
}
