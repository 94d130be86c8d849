import type { ActionName, Decision } from '../../shared/domain/decision.ts';
import { articlesNamedBy, withDecision } from '../../shared/domain/head.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { dueInstants } from '../../shared/domain/lifecycle.ts';
import { replaceHead } from './replace-head.ts';
import type { KnownIdentity } from './rules/identify-items.ts';
import type { NormaliseServices } from './services.ts';

/** Actions that are about the bytes of one article, and not about a story. */
const OF_ONE_ARTICLE: ReadonlySet<ActionName> = new Set(['erase', 'readmit']);

/**
 * Records a decision about an article, whether the article is known yet or not. Writes the decision, the head, the
 * due instants at which the decision takes effect or ends, and the dirty row for the next tick. Then sends the
 * message that starts fan-out at once. If the id of the article also names other articles (`sameAs`, `sharedBy`), the
 * decision is recorded for these too.
 */
export async function decide(
  identity: KnownIdentity,
  decision: Decision,
  services: DecisionServices,
): Promise<void> {
  await decideAll(identity, decision, { services, done: new Set() });
}

export type DecisionServices = Pick<NormaliseServices, 'articles' | 'work' | 'nowQueue' | 'now' | 'newId'>;

async function decideAll(
  identity: KnownIdentity,
  decision: Decision,
  deciding: { services: DecisionServices; done: Set<ArticleId> },
): Promise<void> {
  const { services, done } = deciding;
  const { article, source } = identity;
  if (done.has(article)) return;
  done.add(article);
  await services.articles.putDecision(article, decision);
  const head = await replaceHead(identity, services.articles, (before) =>
    Promise.resolve(withDecision(before, decision)),
  );
  for (const instant of dueInstants(head, instantOf(services.now()))) {
    await services.work.scheduleDue(instant, article);
  }
  await services.work.markDirty(article, services.newId());
  await services.nowQueue.send([{ article }]);
  if (OF_ONE_ARTICLE.has(decision.action)) return;
  for (const other of articlesNamedBy(head)) await decideAll({ article: other, source }, decision, deciding);
}
