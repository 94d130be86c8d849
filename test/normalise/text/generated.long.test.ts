import { test } from 'vitest';
import { judgeGenerated } from './generated.ts';

/** The languages take turns, so each has more than twenty-eight articles of every two hundred. */
const SEED = Number(process.env['WIREDESK_SEED'] ?? Math.trunc(Math.random() * 1_000_000));

test.each([1, SEED])('200 articles made from the rules’ shapes (seed %i)', (seed) =>
  judgeGenerated(200, seed),
);
