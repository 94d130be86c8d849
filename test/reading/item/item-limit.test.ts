import { describe, expect, test } from 'vitest';
import { type Drafted, rejected } from '../../../shared/reading/draft/draft.ts';
import { MAX_SUBMISSION_ITEMS, readWithinLimit } from '../../../shared/reading/item/item-limit.ts';

const READ: Drafted = rejected('FIELD_MISSING', '');
const codes = (items: readonly Drafted[]): (string | undefined)[] =>
  [items.at(0), items.at(-1)].map((item) => (item?.ok === false ? item.rejection.code : undefined));

describe('readWithinLimit', () => {
  test('reads as many items as one submission may have', () => {
    const drafted = readWithinLimit(Array(MAX_SUBMISSION_ITEMS).fill(0), () => [READ]);
    expect(drafted).toHaveLength(MAX_SUBMISSION_ITEMS);
    expect(codes(drafted)).toEqual(['FIELD_MISSING', 'FIELD_MISSING']);
  });

  test.each([
    ['each item is one article', MAX_SUBMISSION_ITEMS + 1, 1],
    ['each item has several articles', 1000, 3],
  ])('adds one rejection for all items beyond the limit, if %s', (_, count, articles) => {
    let reads = 0;
    const drafted = readWithinLimit(Array(count).fill(0), () => {
      reads++;
      return Array<Drafted>(articles).fill(READ);
    });
    expect(drafted).toHaveLength(MAX_SUBMISSION_ITEMS + 1);
    expect(codes(drafted)).toEqual(['FIELD_MISSING', 'SIZE_ITEMS']);
    expect(reads).toBe(Math.ceil(MAX_SUBMISSION_ITEMS / articles));
  });
});
