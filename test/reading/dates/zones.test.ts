import { expect, test } from 'vitest';
import { regionMinutes, zoneMinutes } from '../../../shared/reading/dates/zones.ts';

test.each([
  ['Z', 0],
  ['EST', -300],
  [' mesz ', 120],
  ['+0800', 480],
  ['GMT-01:01', -61],
  ['UTC +5:30', 330],
  ['+9', 540],
  ['+16:00', undefined],
  ['+0960', undefined],
  ['constructor', undefined],
  ['NOON', undefined],
])('%s is %s minutes east of UTC', (zone, minutes) => {
  expect(zoneMinutes(zone)).toBe(minutes);
});

test.each([
  ['America/New_York', '2026-01-13T09:30:00Z', -300],
  ['America/New_York', '2026-07-13T09:30:00Z', -240],
  ['Europe/Berlin', '2026-03-29T01:59:00Z', 60],
  ['Europe/Berlin', '2026-03-29T03:00:00Z', 120],
  ['Europe/Berlin', '2026-03-29T02:30:00Z', 60],
  ['Europe/Berlin', '2026-10-25T01:59:00Z', 120],
  ['Europe/Berlin', '2026-10-25T02:30:00Z', 60],
  ['Europe/Berlin', '2026-10-25T03:00:00Z', 60],
  ['Australia/Lord_Howe', '2026-10-04T02:15:00Z', 630],
  ['Asia/Kolkata', '2026-07-13T09:30:00Z', 330],
  ['Europe/Nowhere', '2026-01-13T09:30:00Z', undefined],
])('%s at local time %s is %s minutes east of UTC', (name, local, minutes) => {
  expect(regionMinutes(name, Date.parse(local))).toBe(minutes);
});
