import { type Drafted, rejected } from '../draft/draft.ts';

/**
 * How many items are taken from one submission. The sender has to send any further items in another submission. Each
 * item needs several writes to the table, and there are only seconds to process one message.
 */
export const MAX_SUBMISSION_ITEMS = 2000;

/**
 * Reads the items of a submission up to the limit. If there are more, it adds one rejection (SIZE_ITEMS) for all of
 * them.
 */
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
  return rejected(
    'SIZE_ITEMS',
    `more than ${MAX_SUBMISSION_ITEMS} items; only the first ${MAX_SUBMISSION_ITEMS} were taken`,
  );
}
