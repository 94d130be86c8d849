import { type Drafted, rejected } from '../draft/draft.ts';

/** More are another submission: each item costs the table several writes, and a message has seconds. */
export const MAX_ITEMS = 2000;

/** Reads as many items as a submission may have, with a refusal in the place of the others. */
export function readAll<T>(items: readonly T[], read: (item: T) => Drafted[]): Drafted[] {
  const drafted: Drafted[] = [];
  for (const item of items) {
    if (drafted.length >= MAX_ITEMS) break;
    drafted.push(...read(item));
  }
  if (items.length <= MAX_ITEMS && drafted.length <= MAX_ITEMS) return drafted;
  return [
    ...drafted.slice(0, MAX_ITEMS),
    rejected('SIZE_ITEMS', `more than ${MAX_ITEMS} items; those before it were taken`),
  ];
}
