import * as fc from 'fast-check';
import { test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { surfacesProperty } from './surfaces-property.ts';

const RUNS = 400;

test(`receipts, lists, reports and articles show the same outcomes in ${RUNS} random histories (seed ${SEED})`, async () => {
  await fc.assert(surfacesProperty(), { numRuns: RUNS, seed: SEED });
});
