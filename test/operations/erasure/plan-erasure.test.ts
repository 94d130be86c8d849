import { expect, test } from 'vitest';
import type { Traces } from '../../../shared/contract/erasure-store.ts';
import type { ActionName, Decision } from '../../../shared/domain/decision.ts';
import { withoutErasures } from '../../../shared/operations/erasure/plan-erasure.ts';
import { asInstant, receiptIdOf } from '../../support/ids.ts';

const decided = (receipt: string, action: ActionName): Decision => ({
  ...{ action, receipt: receiptIdOf(receipt), by: 'Jane Roe', at: asInstant('2026-04-13T09:00:00.000Z') },
});
const traces = (...decisions: Decision[]): Traces => ({
  submissions: ['sent', ...decisions.map(({ receipt }) => receipt)].map(receiptIdOf),
  ...{ decisions, revisions: 1, contents: 1, mentions: 0 },
});

test('an erasure counts the same submissions before and after its own decision, and when it is repeated', () => {
  const kill = decided('kill', 'kill');
  const erase = decided('erase', 'erase');
  for (const found of [traces(kill), traces(kill, erase), traces(kill, erase, decided('again', 'erase'))]) {
    expect(withoutErasures(found)).toEqual(['sent', 'kill']);
  }
});
