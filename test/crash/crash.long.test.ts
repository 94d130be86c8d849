import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmulators } from '../contract/emulators.ts';
import type { Backend } from '../contract/backends.ts';
import { endEverywhere } from './crash.ts';
import { STAGE_RUNS } from './stages.ts';

let place: Backend;
beforeAll(async () => (place = await openEmulators()));

const counts: string[] = [];
afterAll(async () => {
  console.log(counts.join('\n'));
  await place.close();
});

/** The same with the real stores: here every row and every object is a write of its own. */
test.each(STAGE_RUNS)('$name, on the emulators', async (stage) => {
  const { points, wrong } = await endEverywhere(place, stage);
  counts.push(`${stage.name}: ${points} points, ${wrong.length} differences`);
  expect(wrong).toEqual([]);
  expect(points).toBeGreaterThanOrEqual(4);
});
