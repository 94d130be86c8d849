import { expect, test } from 'vitest';
import { stampOf } from '../../../shared/reading/dates/stamp.ts';

test.each([
  '2026-04-13 09:30',
  '2026年4月13日 星期一 9:30',
  'Published on 13 April 2026 at 9:30 am',
  'Madrid - 13 abr 2026 - 09:30 CEST',
  'Publié le 13 avril 2026 à 9 h 30',
  'Veröffentlicht am 13. März 2026, 09:30 Uhr',
  '發布時間：2026-04-13',
])('the line says when the page was published: %s', (line) => {
  expect(stampOf(line)).toBe('date');
});

test.each(['阅读 1024', '1,024 views', '2026-04-13 評論：3', 'Lesezeit: 3 Minuten'])(
  'the line says how often the page was read: %s',
  (line) => {
    expect(stampOf(line)).toBe('count');
  },
);

test.each([
  '4月13日',
  '2026年4月13日',
  '2026-04-13 the bridge opened',
  'April',
  'Zzz 13, 2026',
  '',
  `2026-04-13${' '.repeat(200)}`,
])('the line is not a stamp: %s', (line) => {
  expect(stampOf(line)).toBeUndefined();
});
