import { expect, test } from 'vitest';
import { stretchOf, turnOf } from '../../../../functions/fan-out/rules/sweep-schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 3, 13);

/** When the last of so many sources has a turn during two days. */
function turnsOfTheLast(count: number): number[] {
  const sources = Array.from({ length: count }, (_, at) => at);
  const minutes = Array.from({ length: 48 * 60 }, (_, at) => START + at * MINUTE);
  return minutes.filter((now) => turnOf(sources, 1, new Date(now)).those.includes(count - 1));
}

test.each([1, 15, 16, 100, 1000])(
  'of %i sources each receipt without outcome is looked at within a day',
  (count) => {
    const turns = turnsOfTheLast(count);
    for (let received = START; received < START + 23 * HOUR; received += 7 * MINUTE) {
      const looks = turns.filter((now) => {
        const { from, to } = stretchOf(count, 1, new Date(now));
        return received >= Date.parse(from) && received <= Date.parse(to);
      });
      const young = looks.filter((now) => now - received <= 2 * HOUR);
      if (count <= 15) expect(young.length).toBeGreaterThanOrEqual(3);
      // Once more when whatever was down is up again.
      expect(looks.length - young.length).toBeGreaterThanOrEqual(1);
      expect(looks.every((now) => now - received >= 10 * MINUTE)).toBe(true);
    }
  },
);

test('no turn of a few sources looks through more than two hours', () => {
  const hours = Array.from({ length: 100 }, (_, at) => {
    const { from, to } = stretchOf(3, 1, new Date(START + at * 15 * MINUTE));
    return (Date.parse(to) - Date.parse(from)) / HOUR;
  });
  expect(Math.max(...hours)).toBeLessThanOrEqual(2);
});

test('turns are as even as can be, in order, and know what comes after them', () => {
  const all = Array.from({ length: 40 }, (_, at) => at);
  const round = Array.from({ length: 15 }, (_, at) => turnOf(all, 100, new Date(START + at * MINUTE)));
  expect(round.flatMap(({ those }) => those).toSorted((a, b) => a - b)).toEqual(all);
  expect(round.every(({ those }) => those.length <= 3)).toBe(true);
  for (const { those, next } of round) expect(next ?? 40).toBe((those.at(-1) ?? 39) + 1);
  expect(round.filter(({ isFirst }) => isFirst)).toHaveLength(1);
});
