import { expect, test } from 'vitest';
import { readDate } from '../../../shared/reading/dates/date.ts';
import { DATE_FORMS } from '../../../shared/reading/dates/forms.ts';

test.each(DATE_FORMS.map((form) => [form.name, form] as const))(
  'the form "%s" is the first form that matches its own example',
  (_, form) => {
    expect(DATE_FORMS.find(({ pattern }) => pattern.test(form.example))).toBe(form);
    expect(readDate(form.example)?.instant).toMatch(/^(2026|2006|2004)-/);
  },
);

test.each([
  ['2003-12-31T10:14:55.1234Z', '2003-12-31T10:14:55.000Z'],
  ['2003-12-31T10:14:55-08:00', '2003-12-31T18:14:55.000Z'],
  ['2003-12-31 10:14:55 UTC', '2003-12-31T10:14:55.000Z'],
  ['2003-12-31T24:00:00Z', '2004-01-01T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ['20031231T101455+0100', '2003-12-31T09:14:55.000Z'],
  ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
  ['Thu, 01 Jan 0100 00:00:01 +0100', '0099-12-31T23:00:01.000Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
  ['Mon, 13 Feb, 2012 06:28 EST', '2012-02-13T11:28:00.000Z'],
  ['Wed, 19 Feb 2012 22:40:00 GMT-01:01', '2012-02-19T23:41:00.000Z'],
  ['Thu, 13 Apr 2023 09:30:00 GMT+0800 (CST)', '2023-04-13T01:30:00.000Z'],
  ['Sun Jul 15 01:16:00 +0000 2012', '2012-07-15T01:16:00.000Z'],
  ['April 13th, 2023 at 9:30 pm', '2023-04-13T21:30:00.000Z'],
  ['13th of April 2026', '2026-04-13T00:00:00.000Z'],
  ['April 13 2026 9am', '2026-04-13T09:00:00.000Z'],
  ['April 13 2026 9', undefined],
  ['Mon, 13 Apr 2026 09:30:00 America/New_York', '2026-04-13T13:30:00.000Z'],
  ['Mon, 13 Apr 2026 09:30:00 America/Nowhere', undefined],
  ['2026-04-13T09:30:00[Europe/Berlin]', '2026-04-13T07:30:00.000Z'],
  ['2026-01-13T09:30:00[Europe/Berlin]', '2026-01-13T08:30:00.000Z'],
  ['2026-04-13T09:30:00+08:00[Asia/Taipei]', '2026-04-13T01:30:00.000Z'],
  ['2026-04-13T09:30:00[Europe/Nowhere]', undefined],
  ['12:00', undefined],
  ['1681378200', '2023-04-13T09:30:00.000Z'],
])('%s is read as %s', (text, instant) => {
  expect(readDate(text)?.instant).toBe(instant);
});

test.each([
  ['2023年4月13日 9:30', '2023-04-13T01:30:00.000Z'],
  ['2023年4月13日（星期四）下午3时05分', '2023-04-13T07:05:00.000Z'],
  ['2023年04月13號', '2023-04-12T16:00:00.000Z'],
  ['２０２３年４月１３日 ９：３０', '2023-04-13T01:30:00.000Z'],
  ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15.000Z'],
  ['13 avril 2023 à 9:30', '2023-04-13T09:30:00.000Z'],
  ['13. März 2023 09:30 MEZ', '2023-03-13T08:30:00.000Z'],
  ['13 de abril de 2023', '2023-04-13T00:00:00.000Z'],
  ['2004. július 13.', '2004-07-13T00:00:00.000Z'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00.000Z'],
  ['4 июля 2023 10:00', '2023-07-04T10:00:00.000Z'],
  ['12 Şubat 2024 10:00', '2024-02-12T10:00:00.000Z'],
  ['2004. július 13., kedd 9:15', '2004-07-13T09:15:00.000Z'],
  ['13 avril 2026 à 9h30', '2026-04-13T09:30:00.000Z'],
  ['13 avril 2026 - 09:30', '2026-04-13T09:30:00.000Z'],
  ['1er avril 2026', '2026-04-01T00:00:00.000Z'],
  ['13 de abril de 2026 a las 9:30', '2026-04-13T09:30:00.000Z'],
  ['13. April 2026, 9.30 Uhr', '2026-04-13T09:30:00.000Z'],
  ['13. April 2026 um 09:30 Uhr', '2026-04-13T09:30:00.000Z'],
  ['13. April 2026 um 09:30 Uhr MESZ', '2026-04-13T07:30:00.000Z'],
  ['令和8年4月13日', '2026-04-12T15:00:00.000Z'],
  ['平成元年1月8日 9:30', '1989-01-08T00:30:00.000Z'],
])('%s is read as %s', (text, instant) => {
  expect(readDate(text)?.instant).toBe(instant);
});

test.each([
  ['', 'nothing'],
  ['2023-02-29', 'a day that does not exist'],
  ['2003-12-31T25:14:55Z', 'hour 25'],
  ['2003-12-31T10:61:55Z', 'minute 61'],
  ['2003-12-31T10:14:61Z', 'second 61'],
  ['9999-12-31T23:59:59-99:99', 'an impossible zone'],
  ['2013-01-28T11:30:00-06:00Textra', 'text after the date'],
  ['Sun, 16 zzz 2012 11:47:32 GMT', 'a month in no language'],
  ['Sun, 99 Jun 2009 12:00:00 GMT', 'day 99'],
  ['04/05/2026', '4 May or April 5'],
  ['22013', 'five digits, which may be any number'],
  ['1'.repeat(10_000), 'very long'],
])('not a date: %s (%s)', (text) => {
  expect(readDate(text)).toBeUndefined();
});

test('the result says whether the text states the zone or it was assumed', () => {
  expect(readDate('2026-04-13T09:30:00+08:00')).toMatchObject({ zone: 'stated', assumed: '' });
  expect(readDate('2026-04-13T09:30:00')).toMatchObject({ zone: 'assumed', assumed: 'no zone; UTC' });
  expect(readDate('2026-04-13')).toMatchObject({ assumed: 'no time of day; midnight UTC' });
  expect(readDate('2026年4月13日 9:30')).toMatchObject({ assumed: 'no zone; UTC+8' });
  expect(readDate('2026年4月13日 9:30', 'ja')).toMatchObject({
    instant: '2026-04-13T00:30:00.000Z',
    assumed: 'no zone; UTC+9',
  });
});
