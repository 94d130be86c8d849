import { expect, test } from 'vitest';
import { keyOfDecision } from '../../shared/aws/key-of-decision.ts';
import type { StoredRow } from '../../shared/contract/stored/decode.ts';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import { decisionOf } from '../contract/articles.ts';
import { instant } from '../contract/contract.ts';
import { articleIdOf, receiptIdOf } from '../support/ids.ts';

const ARTICLE = articleIdOf('a');
const KILL = decisionOf(instant(1), receiptIdOf('r'));
const HOLD = { ...KILL, action: 'hold' as const };
/** A table with one row, as version 0.2 wrote decisions. */
const tableWith = (members: object | undefined) => ({
  get: async ({ pk, sk }: { pk: string; sk: string }): Promise<StoredRow | undefined> =>
    members && sk === tableKeys.decisionBefore(ARTICLE, KILL).sk ? { pk, sk, ...members } : undefined,
});

test.each<[string, object | undefined, 'before' | 'own', 'before' | 'own']>([
  ['no row', undefined, 'own', 'own'],
  ['the row of a kill', { decision: KILL }, 'before', 'own'],
  ['the row of a hold', { decision: HOLD }, 'own', 'before'],
  ['a row with a member that is new', { decision: { ...KILL, newer: 1 }, newer: 1 }, 'before', 'own'],
  ['a row that cannot be decoded', { decision: 7 }, 'own', 'own'],
])(
  'a decision has the row that version 0.2 wrote for it, and no second one: %s',
  async (_, row, kill, hold) => {
    const keys = (decision: typeof KILL) => ({
      before: tableKeys.decisionBefore(ARTICLE, decision),
      own: tableKeys.decision(ARTICLE, decision),
    });
    expect(await keyOfDecision(tableWith(row), ARTICLE, KILL)).toEqual(keys(KILL)[kill]);
    expect(await keyOfDecision(tableWith(row), ARTICLE, HOLD)).toEqual(keys(HOLD)[hold]);
  },
);
