import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { newsroomProperty } from './property.ts';

const RUNS = 300;

describe('a newsroom', () => {
  test(`keeps its promises whatever happens in whatever order, ${RUNS} times`, async () => {
    await fc.assert(newsroomProperty(), { numRuns: RUNS });
  }, 120_000);
});
