import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

/** The languages take turns, so each has more than twenty-eight articles of every two hundred. */
test.each([SEED, SEED + 1])('200 articles made from the rules’ shapes (seed %i)', (seed) =>
  judgeGenerated(200, seed),
);
