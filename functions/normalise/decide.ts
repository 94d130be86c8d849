import type { Head } from '../../shared/domain/article.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { dueInstants } from '../../shared/domain/lifecycle.ts';
import { withDecision } from '../../shared/domain/head.ts';
import type { NormaliseServices } from './normalise.ts';

/** How often a head may be taken from under us before the message goes back to the queue. */
const ATTEMPTS = 10;

export type Identity = Pick<Head, 'article' | 'source' | 'declaredId'>;

/**
 * Records a decision about an article, be it known yet or not, and wakes fan-out at once: the decision itself, the
 * head, the instants at which it takes effect by itself, the mark for the next tick, the message for this one.
 */
export async function decide(
  identity: Identity,
  decision: Decision,
  services: Pick<NormaliseServices, 'articles' | 'work' | 'nowQueue' | 'now' | 'newId'>,
): Promise<void> {
  const { article } = identity;
  await services.articles.putDecision(article, decision);
  const head = await replaceHead(identity, services.articles, (before) =>
    Promise.resolve(withDecision(before, decision)),
  );
  for (const instant of dueInstants(head, services.now().toISOString())) {
    await services.work.scheduleDue(instant, article);
  }
  await services.work.markDirty(article, services.newId());
  await services.nowQueue.send([{ article }]);
}

/** Read, project, write if nobody else has meanwhile; else once more. */
export async function replaceHead(
  identity: Identity,
  articles: NormaliseServices['articles'],
  project: (head: Head) => Promise<Head>,
): Promise<Head> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { head: before, token } = await articles.head(identity.article);
    const after = await project(before ?? { ...identity });
    const unchanged = before !== undefined && JSON.stringify(before) === JSON.stringify(after);
    if (unchanged || (await articles.putHead(after, token)) === 'written') return after;
  }
  throw new Error(`the head of ${identity.article} changed ${ATTEMPTS} times while it was being written`);
}
