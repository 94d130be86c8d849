import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Open, openMemory } from '../contract/places.ts';
import { endEverywhere } from './end-at-every-write.ts';
import { STAGE_RUNS } from './stage-cases.ts';

let place: Open;
beforeAll(async () => (place = await openMemory()));

const counts: string[] = [];
afterAll(() => console.log(counts.join('\n')));

/** Between every two writes of every stage a worker is ended; its message comes back, and nothing shows of it. */
test.each(STAGE_RUNS)('$name', async (stage) => {
  const { points, wrong } = await endEverywhere(place, stage);
  counts.push(`${stage.name}: ${points} points, ${wrong.length} differences`);
  expect(wrong).toEqual([]);
  expect(points).toBeGreaterThanOrEqual(4);
});
