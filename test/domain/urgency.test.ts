import { expect, test } from 'vitest';
import { urgencyOf } from '../../shared/domain/urgency.ts';

test.each([
  [1, 1],
  [9, 9],
  [4.5, 4.5],
  [0, undefined],
  [10, undefined],
  [-1, undefined],
  [NaN, undefined],
  [undefined, undefined],
])('the urgency declared as %s is %s', (declared, expected) => {
  expect(urgencyOf(declared)).toBe(expected);
});
