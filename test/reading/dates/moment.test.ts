import { expect, test } from 'vitest';
import { isNoDate, momentOf } from '../../../shared/reading/dates/moment.ts';

const shown = (text: string, timeZone?: string): string[] | undefined => {
  const moment = momentOf(text, timeZone);
  return moment && [moment.earliest, moment.latest].map((at) => new Date(at).toISOString().slice(0, 16));
};

test.each([
  ['2026-04-13T09:30:00+08:00', undefined, ['2026-04-13T01:30', '2026-04-13T01:30']],
  ['20260413T093000Z', undefined, ['2026-04-13T09:30', '2026-04-13T09:30']],
  ['Mon, 13 Apr 2026 09:30:00 GMT', undefined, ['2026-04-13T09:30', '2026-04-13T09:30']],
  // Without a zone, from the first zone of the world to the last.
  ['2026-04-13T09:30:00', undefined, ['2026-04-12T19:30', '2026-04-13T21:30']],
  ['2026-04-13', undefined, ['2026-04-12T10:00', '2026-04-14T12:00']],
  ['2026-04', undefined, ['2026-03-31T10:00', '2026-05-02T12:00']],
  ['2026年4月13日 9:30', undefined, ['2026-04-12T19:30', '2026-04-13T21:30']],
  // In the zone of the source, with its summer time.
  ['2026-04-13T09:30:00', 'Europe/Berlin', ['2026-04-13T07:30', '2026-04-13T07:30']],
  ['2026-01-13', 'Europe/Berlin', ['2026-01-12T23:00', '2026-01-12T23:00']],
  // No zone has this offset.
  ['2026-04-13T09:30:00+15:00', undefined, ['2026-04-12T19:30', '2026-04-13T21:30']],
  ['13-04-26', undefined, undefined],
  ['noon', undefined, undefined],
  ['', undefined, undefined],
])('%j in the zone %s may mean %j', (text, zone, instants) => {
  expect(shown(text, zone)).toEqual(instants);
});

test.each([
  ['0001-01-01T00:00:00', true],
  ['0001-01-01T00:00:00+08:00', true],
  ['0000-00-00 00:00:00', true],
  ['0', true],
  ['1970-01-01', false],
  ['---', false],
  ['soon', false],
])('%j is the date of software without a date: %s', (text, is) => {
  expect(isNoDate(text)).toBe(is);
});

test('twelve digits may be milliseconds before 2002 or seconds of a year that stands for "never"', () => {
  expect(momentOf('253402300799')).toEqual({ earliest: 253402300799, latest: 253402300799000 });
});
