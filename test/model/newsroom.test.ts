import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { newsroomProperty } from './newsroom-property.ts';

const RUNS = 300;

describe('a newsroom', () => {
  test(`keeps its promises whatever happens in whatever order, ${RUNS} times (seed ${SEED})`, async () => {
    await fc.assert(newsroomProperty(), { numRuns: RUNS, seed: SEED });
  }, 300_000);
});
