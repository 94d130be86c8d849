import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_INSTANT, instantAt, instantOf, LAST_INSTANT } from '../../shared/domain/instant.ts';
import { expiryOf, KEEP_ALL, retentionEntrySchema } from '../../shared/domain/retention.ts';

const DAY = 86_400;
const NOW = new Date('2026-03-02T08:00:00.000Z');
const now = NOW.getTime() / 1000;

test.each([
  ['what was received now is kept as long as the configuration says', instantOf(NOW), 400, now + 400 * DAY],
  ['what was received a year ago too', instantAt(NOW.getTime() - 365 * DAY * 1000), 400, now + 35 * DAY],
  [
    'what was received long ago is kept for 30 days',
    instantAt(NOW.getTime() - 380 * DAY * 1000),
    400,
    now + 30 * DAY,
  ],
  ['the first instant of all', FIRST_INSTANT, 400, now + 30 * DAY],
  ['the last instant of all', LAST_INSTANT, 400, Math.ceil(Date.parse(LAST_INSTANT) / 1000)],
  ['a retention without an end', instantOf(NOW), KEEP_ALL.logsDays, undefined],
])('%s', (_, since, days, expected) => {
  expect(expiryOf({ since, now: NOW }, days)).toBe(expected);
});

test('no row expires before the configured time, and none within 30 days of its writing', () => {
  const date = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(date, date, fc.integer({ min: 30, max: 36_500 }), (since, written, days) => {
      const expiry = expiryOf({ since: instantOf(since), now: written }, days) ?? 0;
      expect(expiry * 1000).toBeGreaterThanOrEqual(since.getTime() + days * DAY * 1000);
      expect(expiry * 1000).toBeGreaterThanOrEqual(written.getTime() + 30 * DAY * 1000);
      expect(Number.isSafeInteger(expiry)).toBe(true);
    }),
  );
});

test('a retention that is too short or is no whole number is refused; a missing member has its default', () => {
  for (const receiptsDays of [0, 29, 30.5, -1, 36_501, Number.NaN])
    expect(retentionEntrySchema.safeParse({ receiptsDays }).success).toBe(false);
  expect(retentionEntrySchema.parse({ logsDays: 30 })).toEqual({ receiptsDays: 400, logsDays: 30 });
});
