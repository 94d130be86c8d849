import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

/**
 * The language changes with each article. There are seven languages, so each of them has at least 28 of 200 articles.
 */
test.each([SEED, SEED + 1])('200 generated articles are read correctly (seed %i)', (seed) =>
  judgeGenerated(200, seed),
);
