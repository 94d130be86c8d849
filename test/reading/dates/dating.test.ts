import { expect, test } from 'vitest';
import { Dating, isAhead } from '../../../shared/reading/dates/dating.ts';
import { asInstant } from '../../support/ids.ts';

const RECEIVED = asInstant('2026-04-13T12:00:00.000Z');

test.each([
  ['2026-04-14T12:00:00.000Z', RECEIVED, false],
  ['2026-04-14T12:00:00.001Z', RECEIVED, true],
  ['2100-01-01T00:00:00.000Z', undefined, false],
])('%s, received at %s, is more than a day in the future: %s', (instant, receivedAt, ahead) => {
  expect(isAhead(asInstant(instant), receivedAt)).toBe(ahead);
});

test.each([
  [undefined, undefined, []],
  [' ', undefined, []],
  ['2026-04-13T09:30:00Z', '2026-04-13T09:30:00.000Z', []],
  [
    '2026-04-13',
    '2026-04-13T00:00:00.000Z',
    ['published "2026-04-13": no time of day; midnight UTC assumed'],
  ],
  ['soon', undefined, ['published "soon" is not a date; the time of receipt is used instead']],
  ['2100-01-01', undefined, ['published "2100-01-01" is in the future; the article is dated by its receipt']],
])('%s is read as %s, and a note says what was assumed or not used', (text, instant, notes) => {
  const dating = new Dating(RECEIVED);
  expect(dating.read('published', text)).toBe(instant);
  expect(dating.notes).toEqual(notes);
});

test('the language decides whether a date without a zone is in Chinese or Japanese time', () => {
  const text = '2026年4月13日 9:30';
  expect(new Dating(RECEIVED, 'zh-Hant').read('published', text)).toBe('2026-04-13T01:30:00.000Z');
  expect(new Dating(RECEIVED, 'ja').read('published', text)).toBe('2026-04-13T00:30:00.000Z');
});

const SENTINELS = [
  '0001-01-01T00:00:00Z',
  'Mon, 01 Jan 0001 00:00:00 +0000',
  'Wed, 30 Nov -0001 00:00:00 +0000',
  '0000-01-01',
  '1970-01-01T00:00:00Z',
  '1970-01-01',
  'Wed, 31 Dec 1969 19:00:00 -0500',
  'Wed, 31 Dec 1969 16:00:00',
  '1970-01-01T08:00:00+08:00',
  '1969-12-31T23:59:59Z',
  '1900-01-01T00:00:00+01:00',
  '1899-12-30',
  '1601-01-01T00:00:00Z',
  '9999-12-31T23:59:59-08:00',
];
test.each(SENTINELS)('%s stands for an unknown date in every format', (text) => {
  const dating = new Dating(RECEIVED);
  expect(dating.read('published', text)).toBeUndefined();
  expect(dating.notes).toEqual([
    `published ${JSON.stringify(text)} is not a date; the time of receipt is used instead`,
  ]);
});

test.each([
  ['1969-07-21T02:56:00Z', '1969-07-21T02:56:00.000Z'],
  ['1900-01-02', '1900-01-02T00:00:00.000Z'],
  ['1900', '1900-01-01T00:00:00.000Z'],
  ['1945-05-08', '1945-05-08T00:00:00.000Z'],
  ['1970-01-01T15:30:00Z', '1970-01-01T15:30:00.000Z'],
])('%s is a date of an archive, but not of an item of a feed', (text, instant) => {
  expect(new Dating(RECEIVED).read('published', text)).toBe(instant);
  const dating = new Dating(RECEIVED, 'en', { isFeed: true });
  expect(dating.read('published', text)).toBeUndefined();
  expect(dating.notes[0]).toContain('is before 1990');
});

test('the first date that a feed may state is the first day of 1990', () => {
  const dating = new Dating(RECEIVED, 'en', { isFeed: true });
  expect(dating.read('published', '1990-01-01T00:00:00Z')).toBe('1990-01-01T00:00:00.000Z');
  expect(dating.read('published', 'Tue, 01 Jan 1980 00:00:00 GMT')).toBeUndefined();
});

test.each([
  ['2026-04-13 09:30:00', 'Asia/Taipei', '2026-04-13T01:30:00.000Z', 'no zone; Asia/Taipei'],
  ['13.04.2026 09:30', 'Europe/Vienna', '2026-04-13T07:30:00.000Z', 'no zone; Europe/Vienna'],
  ['13.01.2026 09:30', 'Europe/Vienna', '2026-01-13T08:30:00.000Z', 'no zone; Europe/Vienna'],
  [
    'April 10, 2026',
    'America/New_York',
    '2026-04-10T04:00:00.000Z',
    'no time of day; midnight America/New_York',
  ],
  // The setting of the source counts more than the form of the date.
  ['2026年4月13日 9:30', 'Asia/Tokyo', '2026-04-13T00:30:00.000Z', 'no zone; Asia/Tokyo'],
  // These times do not exist: the clocks skip them. The later instant is taken.
  ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z', 'no zone; Europe/Berlin'],
  ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z', 'no zone; America/New_York'],
  // These times exist twice.
  ['2025-10-26 02:30', 'Europe/Berlin', '2025-10-26T01:30:00.000Z', 'no zone; Europe/Berlin'],
  ['2025-11-02 01:30', 'America/New_York', '2025-11-02T06:30:00.000Z', 'no zone; America/New_York'],
])('%s from a source in %s is read in its zone, and a note says so', (text, zone, instant, assumed) => {
  const dating = new Dating(RECEIVED, 'en', { timeZone: zone });
  expect(dating.read('published', text)).toBe(instant);
  expect(dating.notes).toEqual([`published ${JSON.stringify(text)}: ${assumed} assumed`]);
});

test.each(['2026-04-13T09:30:00Z', 'Mon, 13 Apr 2026 11:30:00 +0200', '1776072600'])(
  '%s states its zone, so that the zone of the source does not count',
  (text) => {
    const dating = new Dating(RECEIVED, 'en', { timeZone: 'Asia/Taipei' });
    expect(dating.read('published', text)).toBe('2026-04-13T09:30:00.000Z');
    expect(dating.notes).toEqual([]);
  },
);
