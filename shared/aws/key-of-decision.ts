import { isDecisionOf } from '../contract/stored/article-rows.ts';
import { type Key, tableKeys } from '../contract/table-keys.ts';
import type { Decision } from '../domain/decision.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Table } from './table.ts';

/**
 * The key of a decision: that of the row which version 0.2 wrote for it, if there is one, so that a submission that is
 * read again adds no second row.
 */
export async function keyOfDecision(
  table: Pick<Table, 'get'>,
  article: ArticleId,
  decision: Decision,
): Promise<Key> {
  const before = tableKeys.decisionBefore(article, decision);
  const row = await table.get(before);
  return isDecisionOf(row, decision) ? before : tableKeys.decision(article, decision);
}
