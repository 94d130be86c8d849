import { MAX_SHARED, withReference } from '../../shared/domain/head.ts';
import { decide, type DecisionServices } from './decide.ts';
import { replaceHead } from './replace-head.ts';
import type { ResolvedDraft } from './rules/resolve.ts';

/**
 * Records on the head of a declared id that the id names this article, and takes over the decisions about the id. So
 * a kill by the declared id reaches the article, whichever comes first. `full`: too many stories share the id.
 */
export async function refer(
  { identity, refersFrom }: ResolvedDraft,
  services: DecisionServices,
): Promise<'referred' | 'full'> {
  if (refersFrom === undefined) return 'referred';
  const { key, as } = refersFrom;
  const { article, source } = identity;
  const head = await replaceHead(key, services.articles, (before) =>
    Promise.resolve(isFull(before.sharedBy, article) ? before : withReference(before, as, article)),
  );
  if (as === 'sharedBy' && isFull(head.sharedBy, article)) return 'full';
  const decisions = Object.values(head.decisions ?? {});
  if (decisions.length === 0) return 'referred';
  const { head: own } = await services.articles.head(article);
  const inForce = new Set(Object.values(own?.decisions ?? {}).map(({ receipt }) => receipt));
  for (const decision of decisions) {
    if (!inForce.has(decision.receipt)) await decide({ article, source }, decision, services);
  }
  return 'referred';
}

function isFull(sharedBy: readonly string[] = [], article: string): boolean {
  return sharedBy.length >= MAX_SHARED && !sharedBy.includes(article);
}
