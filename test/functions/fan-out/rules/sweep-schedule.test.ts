import { expect, test } from 'vitest';
import { windowOf, shareOf } from '../../../../functions/fan-out/rules/sweep-schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 3, 13);

/** The minutes of two days in which a sweep checks the last of `count` sources. */
function sweepsOfTheLast(count: number): number[] {
  const sources = Array.from({ length: count }, (_, at) => at);
  const minutes = Array.from({ length: 48 * 60 }, (_, at) => START + at * MINUTE);
  return minutes.filter((now) => shareOf(sources, 1, new Date(now)).members.includes(count - 1));
}

test.each([1, 15, 16, 100, 1000])(
  'with %i sources, each receipt without an outcome is looked for by a sweep within a day of its submission',
  (count) => {
    const sweeps = sweepsOfTheLast(count);
    for (let received = START; received < START + 23 * HOUR; received += 7 * MINUTE) {
      const searches = sweeps.filter((now) => {
        const { from, to } = windowOf(count, 1, new Date(now));
        return received >= Date.parse(from) && received <= Date.parse(to);
      });
      const early = searches.filter((now) => now - received <= 2 * HOUR);
      if (count <= 15) expect(early.length).toBeGreaterThanOrEqual(3);
      // One more sweep looks for the receipt when it is over two hours old: normalise may have failed for hours.
      expect(searches.length - early.length).toBeGreaterThanOrEqual(1);
      expect(searches.every((now) => now - received >= 10 * MINUTE)).toBe(true);
    }
  },
);

test('with three sources, one sweep searches the receipts of a period of at most two hours', () => {
  const hours = Array.from({ length: 100 }, (_, at) => {
    const { from, to } = windowOf(3, 1, new Date(START + at * 15 * MINUTE));
    return (Date.parse(to) - Date.parse(from)) / HOUR;
  });
  expect(Math.max(...hours)).toBeLessThanOrEqual(2);
});

test('a list is divided into 15 shares of about the same size, one for each minute; `next` is the first member of the share after it', () => {
  const all = Array.from({ length: 40 }, (_, at) => at);
  const round = Array.from({ length: 15 }, (_, at) => shareOf(all, 100, new Date(START + at * MINUTE)));
  expect(round.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(all);
  expect(round.every(({ members }) => members.length <= 3)).toBe(true);
  for (const { members, next } of round) expect(next ?? 40).toBe((members.at(-1) ?? 39) + 1);
  expect(round.filter(({ isFirst }) => isFirst)).toHaveLength(1);
});
