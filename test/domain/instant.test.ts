import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_INSTANT,
  instantAt,
  instantOf,
  isInstant,
  LAST_INSTANT,
  laterBy,
  parseInstant,
  withinRange,
} from '../../shared/domain/instant.ts';
import { asInstant } from '../support/ids.ts';

describe('an instant', () => {
  test.each([
    ['2026-04-13T09:00:00.000Z', true],
    ['0001-01-01T00:00:00.000Z', true],
    ['9999-12-31T23:59:59.999Z', true],
    ['+010000-01-01T00:00:00.000Z', false],
    ['0000-12-31T23:59:59.999Z', false],
    ['-000001-01-01T00:00:00.000Z', false],
    ['2026-04-13T09:00:00Z', false],
    ['2026-04-13T09:00:00.000+00:00', false],
    ['2026-02-30T09:00:00.000Z', false],
    ['2026-04-13T24:00:00.000Z', false],
    ['2026-04-13', false],
    ['', false],
  ])('may be stored as %j: %s', (text, expected) => {
    expect(isInstant(text)).toBe(expected);
  });

  test('that is made from a Date is the text that Date.prototype.toISOString writes', () => {
    const date = new Date('2026-04-13T09:00:00.5Z');
    expect(instantOf(date)).toBe('2026-04-13T09:00:00.500Z');
    expect(() => instantOf(new Date(NaN))).toThrow();
  });

  test.each([
    ['2026-04-13T09:30:00+08:00', '2026-04-13T01:30:00.000Z'],
    [' 2026-04-13t09:30z ', '2026-04-13T09:30:00.000Z'],
    ['2026-04-13 09:30:59,75-0330', '2026-04-13T13:00:59.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['9999-12-31T23:00:00-02:00', undefined],
    ['0001-01-01T00:00:00+00:01', undefined],
    ['0001-01-01T00:00:00-00:01', '0001-01-01T00:01:00.000Z'],
    ['0099-06-01T00:00:00Z', '0099-06-01T00:00:00.000Z'],
    ['0000-06-01T00:00:00Z', undefined],
    ['2026-04-13T09:30:00', undefined],
    ['2026-02-30T09:30:00Z', undefined],
    ['2026-04-13T09:30:00+15:00', undefined],
    ['yesterday', undefined],
  ])('is parsed from %j: %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test('can be moved to a later instant by minutes', () => {
    expect(laterBy(asInstant('2026-04-13T23:59:00.000Z'), 2)).toBe('2026-04-14T00:01:00.000Z');
    expect(laterBy(asInstant('2026-04-13T23:59:00.000Z'), 0)).toBe('2026-04-13T23:59:00.000Z');
  });
});

/** All times that a Date can have in every zone, and the ends of the range of instants more often than by chance. */
const milliseconds = fc.oneof(
  fc.integer({ min: -8_639_000_000_000_000, max: 8_639_000_000_000_000 }),
  fc.integer({ min: Date.parse(FIRST_INSTANT), max: Date.parse(LAST_INSTANT) }),
  fc.integer({ min: -90_000_000, max: 90_000_000 }).map((near) => Date.parse(LAST_INSTANT) + near),
  fc.integer({ min: -90_000_000, max: 90_000_000 }).map((near) => Date.parse(FIRST_INSTANT) + near),
);
/** Larger than every delay and window. */
const minutes = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

describe('over the whole range of times', () => {
  test('instants compare as texts like the times they are made from', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        const [first, second] = [instantAt(a), instantOf(new Date(b))];
        expect(isInstant(first) && isInstant(second)).toBe(true);
        if (a <= b) expect(first <= second).toBe(true);
        else expect(first >= second).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('an instant that is moved stays an instant, and later stays later', () => {
    fc.assert(
      fc.property(milliseconds, minutes, (at, by) => {
        const moved = laterBy(instantAt(at), by);
        expect(isInstant(moved)).toBe(true);
        if (by > 0) expect(moved >= instantAt(at)).toBe(true);
        else expect(moved <= instantAt(at)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a text with a zone is the same instant in UTC, or is refused because it is outside of the range', () => {
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, zone) => {
        const [minute, offset] = [Math.floor(at / 60_000) * 60_000, Math.abs(zone)];
        const local = new Date(minute + zone * 60_000).toISOString();
        const sign = zone < 0 ? '-' : '+';
        const two = (value: number): string => String(value).padStart(2, '0');
        const text = `${local.slice(0, -8)}${sign}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
        const isInRange = minute >= Date.parse(FIRST_INSTANT) && minute <= Date.parse(LAST_INSTANT);
        // A local year with five digits is not the form of RFC 3339.
        const isWritable = /^\d{4}-/.test(text);
        expect(parseInstant(text)).toBe(isInRange && isWritable ? instantAt(minute) : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('a text that a version without this limit stored becomes the instant that it means, or the nearest', () => {
    fc.assert(
      fc.property(milliseconds, (at) => {
        const stored = new Date(at).toISOString();
        const isYearZero = stored.startsWith('0000');
        expect(withinRange(stored)).toBe(isYearZero ? stored : instantAt(at));
      }),
      { numRuns: 2000 },
    );
  });
});
