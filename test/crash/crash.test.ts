import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, openMemory } from '../contract/backends.ts';
import { endAtEveryWrite } from './end-at-every-write.ts';
import { STAGE_CASES } from './stage-cases.ts';

let backend: Backend;
beforeAll(async () => (backend = await openMemory()));

const counts: string[] = [];
afterAll(() => console.log(counts.join('\n')));

/**
 * A worker is ended before and after each of its writes, and its message is delivered again. Afterwards the same data
 * is stored as if the worker had not been ended.
 */
test.each(STAGE_CASES)(
  'the stored data is the same after a worker is ended at any write, in memory: $name',
  async (stageCase) => {
    const { points, wrong } = await endAtEveryWrite(backend, stageCase);
    counts.push(`${stageCase.name}: ${points} points, ${wrong.length} differences`);
    expect(wrong).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(4);
  },
);
