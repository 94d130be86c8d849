import { expect, test } from 'vitest';
import { momentIn } from '../../../../shared/reading/prose/embargo/moment.ts';

test.each([
  ['Embargoed until 00:01 GMT, Monday 13 April 2026', '2026-04-13T00:01:00.000Z'],
  ['Embargo until 13 April 2026, 10 a.m. BST', '2026-04-13T09:00:00.000Z'],
  ['For release: April 13, 2026, 2:30 p.m. EDT', '2026-04-13T18:30:00.000Z'],
  ['Hold until 2026-04-13 06:00 UTC', '2026-04-13T06:00:00.000Z'],
  ['EMBARGO 13/04/2026 0001 GMT', '2026-04-13T00:01:00.000Z'],
  ['Embargo until 13 April 2026 at 10:00 +0200', '2026-04-13T08:00:00.000Z'],
  ['Embargo until 13 April 2026, 10:00 (UTC-5)', '2026-04-13T15:00:00.000Z'],
  ['Embargo until 12 noon? No: 13 April 2026, 11:00 Eastern Time', undefined],
  ['Not for publication before 13 April 2026, 07:00 London time', '2026-04-13T06:00:00.000Z'],
  ['Sperrfrist: Montag, 13. April 2026, 9.30 Uhr MESZ', '2026-04-13T07:30:00.000Z'],
  ['Frei zur Veröffentlichung ab 16.01.2026, 06:00 Uhr (MEZ)', '2026-01-16T05:00:00.000Z'],
  ['Embargo jusqu’au 13 avril 2026 à 7h30 (heure de Paris)', '2026-04-13T05:30:00.000Z'],
  ['Embargo hasta el 13 de abril de 2026, 8:00 hora peninsular', '2026-04-13T06:00:00.000Z'],
  ['Embargo fino al 13 aprile 2026, ore 12 CEST', '2026-04-13T10:00:00.000Z'],
  ['Embargo até 13 de abril de 2026, 7h (horário de Brasília)', '2026-04-13T10:00:00.000Z'],
  ['Embargo do 13 kwietnia 2026, godz. 7.00 CEST', '2026-04-13T05:00:00.000Z'],
  ['Embargo do 13. února 2026, 10:00 SEČ (UTC+1)', '2026-02-13T09:00:00.000Z'],
  ['Эмбарго до 13 апреля 2026 года, 10:00 по московскому времени', '2026-04-13T07:00:00.000Z'],
  ['報道解禁：2026年4月13日 午後6時（日本時間）', '2026-04-13T09:00:00.000Z'],
  ['엠바고: 2026년 4월 13일 오전 7시 (한국시간)', '2026-04-12T22:00:00.000Z'],
  ['发布时间：北京时间2026年4月13日上午9点半', '2026-04-13T01:30:00.000Z'],
  ['محظور النشر حتى 13 أبريل 2026 الساعة 10:00 بتوقيت غرينتش', '2026-04-13T10:00:00.000Z'],
  ['Embargo hingga 13 April 2026 pukul 07.00 WIB', '2026-04-13T00:00:00.000Z'],
  ['Embargo until 13 April 2026 10:00 CEST (UTC+2)', '2026-04-13T08:00:00.000Z'],
])('the end of the embargo is known: %s', (line, until) => {
  expect(momentIn(line).until).toBe(until);
});

test.each([
  ['the zone is not stated', 'Embargo until 13 April 2026, 10:00'],
  ['the time of day is not stated', 'Embargo until 13 April 2026 GMT'],
  ['the year is not stated', 'Embargo until 13 April, 10:00 GMT'],
  ['the day and the month may be exchanged', 'Embargo until 04/05/2026 10:00 GMT'],
  ['the weekday is not that of the date', 'Embargo until Tuesday, 13 April 2026, 10:00 GMT'],
  ['the day does not exist', 'Embargo until 31 April 2026, 10:00 GMT'],
  ['the name belongs to several zones', 'Embargo until 13 April 2026, 10:00 IST'],
  ['two zones differ', 'Embargo until 13 April 2026, 10:00 CEST (UTC+1)'],
  ['two times of day are stated', 'Embargo until 13 April 2026, 10:00 CEST (09:00 BST)'],
  ['two days are stated', 'Embargo until 13 April 2026, 10:00 GMT, print 14 April 2026'],
  ['noon and midnight are not read', 'Embargo until noon, 13 April 2026, 10:00 GMT'],
  ['no day is stated', 'Embargo until further notice'],
])('the end is not known, because %s', (_, line) => {
  expect(momentIn(line).until).toBeUndefined();
});

test('the zone of the source is used if the line states none', () => {
  expect(momentIn('Embargo until 13 April 2026, 10:00', 'Europe/Berlin')).toMatchObject({
    until: '2026-04-13T08:00:00.000Z',
    isZoneAssumed: true,
  });
  expect(momentIn('Embargo until 13 April 2026, 10:00 GMT', 'Europe/Berlin')).toMatchObject({
    until: '2026-04-13T10:00:00.000Z',
    isZoneAssumed: false,
  });
  expect(momentIn('Embargo until 13 April 2026, 10:00 IST', 'Europe/Berlin').until).toBeUndefined();
});

test('a day without a zone has an earliest and a latest reading', () => {
  expect(momentIn('Embargo until 13 April 2026')).toEqual({
    earliest: '2026-04-12T10:00:00.000Z',
    latest: '2026-04-14T12:00:00.000Z',
    isZoneAssumed: false,
  });
});
