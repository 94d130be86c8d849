import type { Head } from '../../domain/article.ts';
import type { Decision } from '../../domain/decision.ts';
import type { ArticleId } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';

/**
 * Replaces an article's head with a tombstone, which keeps ids and who decided what and when. Only the reasons of
 * erasures and readmissions stay: other reasons may quote the article.
 */
export async function writeTombstone(
  pipeline: Pipeline,
  article: ArticleId,
  decisions: readonly Decision[],
): Promise<void> {
  for (const decision of decisions) {
    await pipeline.erasure.replaceDecision(article, withoutReason(decision));
  }
  for (;;) {
    const { head, token } = await pipeline.articles.head(article);
    if (head === undefined) return;
    const inForce = Object.entries(head.decisions ?? {});
    const tombstone: Head = {
      article,
      source: head.source,
      decisions: Object.fromEntries(
        inForce.map(([register, decision]) => [register, withoutReason(decision)]),
      ),
    };
    if ((await pipeline.articles.putHead(tombstone, token)) === 'written') return;
  }
}

function withoutReason(decision: Decision): Decision {
  const { reason: _reason, ...rest } = decision;
  return decision.action === 'erase' || decision.action === 'readmit' ? decision : rest;
}
