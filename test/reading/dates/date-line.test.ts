import { expect, test } from 'vitest';
import { isDateLine } from '../../../shared/reading/dates/date-line.ts';

test.each([
  '4月13日',
  '2023-04-13 10:20',
  '（2023年4月13日 星期四）',
  'April 13, 2023',
  '13 de abril de 2023',
  '13/4/2023',
])('the line is only a date: %s', (line) => {
  expect(isDateLine(line)).toBe(true);
});

test.each(['4月13日開幕', 'On April 13, 2023', '2023', 'Bridge reopens on 13 April 2023'])(
  'the line is not a date, or has other text too: %s',
  (line) => {
    expect(isDateLine(line)).toBe(false);
  },
);
