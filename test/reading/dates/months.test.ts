import { expect, test } from 'vitest';
import { MONTH_NAME, monthNumber } from '../../../shared/reading/dates/months.ts';

test.each([
  ['1', 1],
  ['012', 12],
  ['13', undefined],
  ['0', undefined],
  ['April', 4],
  ['MÄRZ', 3],
  ['Maerz', 3],
  ['févr.', 2],
  ['Sept.', 9],
  ['ene', 1],
  ['июля', 7],
  ['Şubat', 2],
  ['listopad', 11],
  ['zzz', undefined],
  ['', undefined],
])('%s is month %s', (name, number) => {
  expect(monthNumber(name)).toBe(number);
});

test('every name that MONTH_NAME matches is the name of a month', () => {
  const names = MONTH_NAME.slice('(?:'.length, -')'.length).split('|');
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => monthNumber(name) === undefined)).toEqual([]);
});
