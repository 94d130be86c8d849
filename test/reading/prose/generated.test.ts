import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

test(`40 articles made from the rules' shapes (seed ${SEED})`, () => judgeGenerated(40, SEED));
