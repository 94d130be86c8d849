import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, openMemory } from '../contract/backends.ts';
import { endEverywhere } from './crash.ts';
import { STAGE_RUNS } from './stages.ts';

let place: Backend;
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
