import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

test(`78 generated articles are read correctly (seed ${SEED})`, () => judgeGenerated(78, SEED));
