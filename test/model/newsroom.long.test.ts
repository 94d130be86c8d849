import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { newsroomProperty } from './newsroom-property.ts';

const RUNS = 3_000;
/** How many histories the test of one seed plays. There is one test for each seed, so a failure names its seed. */
const RUNS_A_SEED = 500;
const SEEDS = Array.from({ length: RUNS / RUNS_A_SEED }, (_, index) => SEED + index);

describe(`a newsroom keeps all invariants and agrees with the reference model in ${RUNS} random histories`, () => {
  test.each(SEEDS)(`seed %i, ${RUNS_A_SEED} histories`, async (seed) => {
    const start = performance.now();
    await fc.assert(newsroomProperty(), { numRuns: RUNS_A_SEED, seed });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `seed ${seed}, of the seeds up to ${SEEDS.at(-1)}: ${RUNS_A_SEED} histories in ${seconds.toFixed(0)} s`,
    );
  });
});
