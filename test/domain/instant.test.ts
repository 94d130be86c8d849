import { describe, expect, test } from 'vitest';
import { instantOf, isInstant, laterBy, parseInstant } from '../../shared/domain/instant.ts';
import { asInstant } from '../support/ids.ts';

describe('an instant', () => {
  test.each([
    ['2026-04-13T09:00:00.000Z', true],
    ['0001-01-01T00:00:00.000Z', true],
    ['+010000-01-01T00:00:00.000Z', true],
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
    ['9999-12-31T23:00:00-02:00', '+010000-01-01T01:00:00.000Z'],
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
