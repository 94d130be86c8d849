import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

/**
 * The language changes with each article. There are thirteen languages, so each of them has 30 of 390 articles.
 */
test.each([SEED, SEED + 1])('390 generated articles are read correctly (seed %i)', (seed) =>
  judgeGenerated(390, seed),
);
