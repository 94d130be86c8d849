import { expect, test } from 'vitest';
import { isInterview } from '../../../../shared/reading/prose/credits/interview.ts';

const LINES = [
  '標題',
  '開頭。',
  '記者：張三',
  '記者：您怎麼看？',
  '答：很好。',
  '記者：李四',
  '結尾。',
  '記者：王五',
  '完。',
];
const LOOK_LIKE_CREDITS = [2, 5, 7];
const credit = LINES.map((_, at) => LOOK_LIKE_CREDITS.includes(at));

test('a line in the middle of an article that looks like a credit is speech if its speaker has other lines', () => {
  expect(isInterview(LINES, credit).flatMap((isSpeech, at) => (isSpeech ? [at] : []))).toEqual([5]);
});

test('a line that looks like a credit is a credit if its speaker has no other lines', () => {
  const lines = LINES.filter((line) => line !== '記者：您怎麼看？');
  const credits = credit.filter((_, at) => at !== 3);
  expect(isInterview(lines, credits)).not.toContain(true);
});
