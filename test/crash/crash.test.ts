import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, openMemory } from '../contract/backends.ts';
import { endAtEveryWrite } from './end-at-every-write.ts';
import { STAGE_CASES } from './stage-cases.ts';

let backend: Backend;
beforeAll(async () => (backend = await openMemory()));

const counts: string[] = [];
afterAll(() => console.log(counts.join('\n')));

/**
 * For each write of a worker, the test ends a worker before it and another one after it, and delivers its message
 * again. Afterwards the same data is stored as if no worker had been ended.
 */
test.each(STAGE_CASES)(
  'if a worker is ended before or after any write and runs again, the same data is stored (stores in memory): $name',
  async (stageCase) => {
    const { points, wrong } = await endAtEveryWrite(backend, stageCase);
    counts.push(`${stageCase.name}: ${points} points before and after writes, ${wrong.length} differences`);
    expect(wrong).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(4);
  },
);
