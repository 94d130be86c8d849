import { test } from 'vitest';
import { judgeGenerated } from './generated.ts';

const SEED = Number(process.env['WIREDESK_SEED'] ?? 1);

test(`40 articles made from the rules' shapes (seed ${SEED})`, () => judgeGenerated(40, SEED));
