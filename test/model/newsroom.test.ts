import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { newsroomProperty } from './newsroom-property.ts';

const RUNS = 200;

describe('a newsroom', () => {
  test(`keeps all invariants and agrees with the reference model in ${RUNS} random histories (seed ${SEED})`, async () => {
    await fc.assert(newsroomProperty(), { numRuns: RUNS, seed: SEED });
  }, 300_000);
});
