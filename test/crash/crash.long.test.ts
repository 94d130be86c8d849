import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmulators } from '../contract/emulators.ts';
import type { Open } from '../contract/places.ts';
import { endEverywhere } from './end-at-every-write.ts';
import { STAGE_RUNS } from './stage-cases.ts';

let place: Open;
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
