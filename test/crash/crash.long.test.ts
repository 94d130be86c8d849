import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmulators } from '../contract/emulators.ts';
import type { Backend } from '../contract/backends.ts';
import { endAtEveryWrite } from './end-at-every-write.ts';
import { STAGE_CASES } from './stage-cases.ts';

let backend: Backend;
beforeAll(async () => (backend = await openEmulators()));

const counts: string[] = [];
afterAll(async () => {
  console.log(counts.join('\n'));
  await backend.close();
});

/** As in crash.test.ts, but with the stores that use AWS: here each row and each object is a separate write. */
test.each(STAGE_CASES)(
  'the stored data is the same after a worker is ended at any write, on the emulators: $name',
  async (stageCase) => {
    const { points, wrong } = await endAtEveryWrite(backend, stageCase);
    counts.push(`${stageCase.name}: ${points} points before and after writes, ${wrong.length} differences`);
    expect(wrong).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(4);
  },
);
