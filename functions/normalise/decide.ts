import type { Decision } from '../../shared/domain/decision.ts';
import { withDecision } from '../../shared/domain/head.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { dueInstants } from '../../shared/domain/lifecycle.ts';
import { replaceHead } from './replace-head.ts';
import type { KnownIdentity } from './rules/identify-items.ts';
import type { NormaliseServices } from './services.ts';

/**
 * Records a decision about an article, whether the article is known yet or not. Writes the decision, the head, the
 * due instants at which the decision takes effect or ends, and the dirty row for the next tick. Then sends the
 * message that starts fan-out at once.
 */
export async function decide(
  identity: KnownIdentity,
  decision: Decision,
  services: Pick<NormaliseServices, 'articles' | 'work' | 'nowQueue' | 'now' | 'newId'>,
): Promise<void> {
  const { article } = identity;
  await services.articles.putDecision(article, decision);
  const head = await replaceHead(identity, services.articles, (before) =>
    Promise.resolve(withDecision(before, decision)),
  );
  for (const instant of dueInstants(head, instantOf(services.now()))) {
    await services.work.scheduleDue(instant, article);
  }
  await services.work.markDirty(article, services.newId());
  await services.nowQueue.send([{ article }]);
}
