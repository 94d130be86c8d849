import { STAGES } from '../../contract/stages.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { decide } from '../articles/decide.ts';
import { findArticle } from '../articles/find-article.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { awaitReading, awaitRemoval, type ErasureWaiting } from './await-removal.ts';
import { eraseSubmissions } from './erase-submissions.ts';
import { type Erasure, planErasure, withoutErasures } from './plan-erasure.ts';
import { writeTombstone } from './tombstone.ts';

/** `article`: the article's id, its urn:uuid: or SOURCE:ID. `reason`: why it is erased; the tombstone keeps it. */
export interface ErasureRequest {
  article: string;
  reason: string;
  by: string;
}

/**
 * How long `erase` waits for functions that read the article's head before the decision to erase was in force. Such a
 * function may still write contents of the article until it times out.
 */
export const LAST_WRITES_MILLISECONDS =
  1000 * (Math.max(STAGES.normalise.timeoutSeconds, STAGES.publish.timeoutSeconds) + 1);

/**
 * Erases an article. First the decision to erase is stored. It removes the article from every feed and refuses
 * whatever is sent under its id. When no feed contains the article any more, its bytes are removed. Every step can be
 * repeated, so the next call completes an erasure that failed.
 */
export async function erase(
  pipeline: Pipeline,
  { article: reference, reason, by }: ErasureRequest,
  waiting: ErasureWaiting,
): Promise<Done<Erasure>> {
  const planned = await planErasure(pipeline, reference);
  if (!planned.ok) return planned;
  const { article } = planned.value;
  if (planned.value.standing !== 'erased') {
    const { wait, say } = waiting;
    const decided = await decide(
      pipeline,
      { article, action: 'erase', reason, by },
      { wait, say, warn: say },
    );
    if (!decided.ok) return decided;
  }
  const late = await awaitRemoval(pipeline, article, waiting);
  if (late !== undefined) return late;
  const sentBy = pipeline.now();
  waiting.say('waiting for functions that are still running');
  await waiting.pause(LAST_WRITES_MILLISECONDS);
  const stillLate = await awaitRemoval(pipeline, article, waiting);
  if (stillLate !== undefined) return stillLate;
  const removed = await removeBytes(pipeline, article, { sentBy, waiting });
  return removed.ok ? done({ ...planned.value, ...removed.value, standing: 'erased' }) : removed;
}

async function removeBytes(
  pipeline: Pipeline,
  article: ArticleId,
  { sentBy, waiting }: { sentBy: Date; waiting: ErasureWaiting },
): Promise<Done<Pick<Erasure, 'revisions' | 'contents' | 'submissions' | 'unread'>>> {
  const found = await findArticle(pipeline, article);
  if (!found.ok) return found;
  const head = found.value;
  const unread = await awaitReading(pipeline, { source: head.source, sentBy }, waiting);
  const traces = await pipeline.erasure.traces(article);
  const { submissions, revisions, contents, decisions } = traces;
  await eraseSubmissions(pipeline, { head, submissions }, waiting.say);
  waiting.say('erasing contents and revisions');
  await pipeline.erasure.removeContents(article);
  await writeTombstone(pipeline, article, decisions);
  await pipeline.erasure.removeRecords(article);
  return done({ revisions, contents, submissions: withoutErasures(traces).length, unread });
}
