import { test } from 'vitest';
import { SEED } from '../../support/seed.ts';
import { judgeGenerated } from './generated.ts';

test(`40 generated articles are read correctly (seed ${SEED})`, () => judgeGenerated(40, SEED));
