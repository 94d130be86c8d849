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
  ['2100-01-01', undefined, ['published "2100-01-01" is in the future; the time of receipt is used instead']],
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
