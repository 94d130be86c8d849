import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { newsroomProperty } from './newsroom-property.ts';

const RUNS = 10_000;
/** Runs of one seed; a failure names its seed, and progress shows. */
const RUNS_A_SEED = 500;
const SEEDS = Array.from({ length: RUNS / RUNS_A_SEED }, (_, index) => SEED + index);

describe(`a newsroom keeps its promises whatever happens in whatever order, ${RUNS} times`, () => {
  test.each(SEEDS)(`seed %i, ${RUNS_A_SEED} times`, async (seed) => {
    const start = performance.now();
    await fc.assert(newsroomProperty(), { numRuns: RUNS_A_SEED, seed });
    const seconds = (performance.now() - start) / 1000;
    console.log(`seed ${seed}, up to ${SEEDS.at(-1)}: ${RUNS_A_SEED} runs in ${seconds.toFixed(0)} s`);
  });
});
