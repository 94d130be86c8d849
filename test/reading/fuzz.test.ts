import fc from 'fast-check';
import { test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { holdsFor, submissions } from './fuzz.ts';
import { SEEDS } from './fuzz-seeds.ts';

test(`500 damaged submissions: each gives drafts or rejections, and each draft is safe (seed ${SEED})`, () => {
  fc.assert(fc.property(submissions(SEEDS), holdsFor), { numRuns: 500, seed: SEED });
});
