import { expect, test } from 'vitest';
import { EPOCH, wholeSecond } from '../../shared/formats/instant.ts';

test('an instant is printed in whole seconds, as RFC 3339 and as RFC 822 with a four-digit year', () => {
  const instant = wholeSecond('2026-04-03T23:59:59.999Z');
  expect(instant?.toISOString()).toBe('2026-04-03T23:59:59Z');
  expect(instant?.toUTCString()).toBe('Fri, 03 Apr 2026 23:59:59 GMT');
  expect(EPOCH.toISOString()).toBe('1970-01-01T00:00:00Z');
});

test('an instant before 1970 is rounded down to a whole second too', () => {
  expect(wholeSecond('1969-12-31T23:59:58.500Z')?.toISOString()).toBe('1969-12-31T23:59:58Z');
});

test.each([
  '',
  'now',
  '2026-04-03',
  '2026-04-03T23:59:59',
  '2026-04-03T23:59:59+08:00',
  '12026-04-03T23:59:59Z',
  '2026-04-03T25:00:00Z',
])('%j is not an instant in UTC', (text) => {
  expect(wholeSecond(text)).toBeUndefined();
});
