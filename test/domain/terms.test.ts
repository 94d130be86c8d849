import { expect, test } from 'vitest';
import { durationMinutes, durationOf, isCleared, PUBLIC_TERMS, termsId } from '../../shared/domain/terms.ts';

test.each([
  ['PT2H', 120, 'PT2H'],
  ['PT120M', 120, 'PT2H'],
  ['P1D', 1440, 'P1D'],
  ['P1DT30M', 1470, 'P1DT30M'],
  ['PT0M', 0, 'PT0M'],
  ['PT25H1M', 1501, 'P1DT1H1M'],
])('%s is %i minutes, which is written as %s', (text, minutes, shortest) => {
  expect(durationMinutes(text)).toBe(minutes);
  expect(durationOf(minutes)).toBe(shortest);
});

test.each(['', 'P', 'PT', 'P1DT', '2H', 'PT2', 'PT1.5H', '-PT2H', 'P1M', 'P1W', 'PT2H ', 'pt2h'])(
  '%j is not a duration in days, hours and minutes',
  (text) => {
    expect(durationMinutes(text)).toBeUndefined();
  },
);

test('the id of terms: different terms have different ids', () => {
  const terms = { audience: 'partner' as const, delayMinutes: 120, territory: ['HK', 'TW'] };
  expect(termsId(terms)).toBe('partner;delay=120;territory=HK,TW');
  expect(termsId({ ...terms, delayMinutes: 0, territory: [] })).toBe('partner');
  expect(termsId({ ...terms, apart: 'outlet/top' })).not.toBe(termsId(terms));
  expect(termsId(PUBLIC_TERMS)).toBe('public');
});

// `-US` clears an article everywhere except in the US. A feed with an empty territory is read everywhere.
test.each<[string[] | undefined, string[], boolean]>([
  [undefined, [], true],
  [['TW'], [], false],
  [['TW'], ['TW'], true],
  [['TW'], ['HK', 'TW'], false],
  [['-US'], ['TW'], true],
  [['-US'], ['TW', 'US'], false],
  [['-US'], [], false],
  [['-TW', 'HK', 'TW'], ['TW'], false],
  [['-TW', 'HK'], ['JP'], false],
  [[], ['TW'], false],
])('an article that is cleared for %j may be in a feed for %j: %s', (cleared, territory, may) => {
  expect(isCleared(cleared, territory)).toBe(may);
});
