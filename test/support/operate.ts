import { poll } from '../../cli/waiting.ts';
import type { DecisionBody } from '../../shared/contract/messages.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { decide, type Decided } from '../../shared/operations/articles/decide.ts';
import * as listing from '../../shared/operations/articles/list-articles.ts';
import type { ArticleRow } from '../../shared/operations/articles/article-row.ts';
import type { Reached } from '../../shared/operations/articles/reach.ts';
import * as articles from '../../shared/operations/articles/show-article.ts';
import type { ErasureWaiting } from '../../shared/operations/erasure/await-removal.ts';
import * as erasure from '../../shared/operations/erasure/erase.ts';
import * as plan from '../../shared/operations/erasure/plan-erasure.ts';
import * as released from '../../shared/operations/feeds/release-feed.ts';
import * as feed from '../../shared/operations/feeds/show-feed.ts';
import * as partners from '../../shared/operations/partners/manage-partners.ts';
import * as subscriptions from '../../shared/operations/partners/subscriptions.ts';
import * as tokens from '../../shared/operations/partners/tokens.ts';
import type { Pipeline } from '../../shared/operations/pipeline.ts';
import type { Done, Failure } from '../../shared/operations/result.ts';
import type { Waiting } from '../../shared/operations/waiting.ts';
import { partnerIdOf } from './ids.ts';

export { listFeeds } from '../../shared/operations/feeds/list-feeds.ts';
export { LAST_WRITES_MILLISECONDS } from '../../shared/operations/erasure/erase.ts';

/** Operations as tests call them: Jane Roe makes the decisions, and a failure is thrown as an error. */

const BY = 'Jane Roe';

/** A failure of an operation, as an error. */
export class OperationFailed extends Error implements Failure {
  readonly code: Failure['code'];
  readonly remedy: string;

  constructor({ code, message, remedy }: Failure) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

export function valueOf<Value>(result: Done<Value>): Value {
  if (result.ok) return result.value;
  throw new OperationFailed(result.failure);
}

/** Waits in real time and ignores warnings. */
const POLLING: Waiting = { wait: poll, say: () => {}, warn: () => {} };

export async function decideOn(
  pipeline: Pipeline,
  article: string,
  decision: Omit<DecisionBody, 'by' | 'article'>,
  waiting: Waiting = POLLING,
): Promise<Decided> {
  return valueOf(await decide(pipeline, { article, by: BY, ...decision }, waiting));
}

export async function showArticle(pipeline: Pipeline, reference: string): Promise<articles.ArticleView> {
  return valueOf(await articles.showArticle(pipeline, reference));
}

export async function listArticles(pipeline: Pipeline, query: listing.ArticleQuery): Promise<ArticleRow[]> {
  return valueOf(await listing.listArticles(pipeline, query));
}

export async function historyOf(pipeline: Pipeline, reference: string): Promise<Decision[]> {
  return valueOf(await articles.articleHistory(pipeline, reference));
}

export async function articleReach(pipeline: Pipeline, reference: string): Promise<Reached[]> {
  return valueOf(await articles.articleReach(pipeline, reference));
}

export async function planErasure(pipeline: Pipeline, reference: string): Promise<plan.Erasure> {
  return valueOf(await plan.planErasure(pipeline, reference));
}

export async function erase(
  pipeline: Pipeline,
  article: string,
  { reason, ...waiting }: Omit<ErasureWaiting, 'wait'> & { reason: string },
): Promise<plan.Erasure> {
  return valueOf(await erasure.erase(pipeline, { article, reason, by: BY }, { ...waiting, wait: poll }));
}

export async function showFeed(pipeline: Pipeline, name: string): Promise<feed.FeedView> {
  return valueOf(await feed.showFeed(pipeline, name));
}

export async function releaseFeed(pipeline: Pipeline, name: string): Promise<void> {
  valueOf(await released.releaseFeeds(pipeline, { name, by: BY }));
}

export async function addPartner(
  pipeline: Pipeline,
  { id, name }: { id: string; name: string },
  waiting: Waiting,
): Promise<{ partner: Partner; token: string }> {
  return valueOf(await partners.addPartner(pipeline, { id: partnerIdOf(id), name }, waiting));
}

export async function disablePartner(pipeline: Pipeline, id: string, waiting: Waiting): Promise<Partner> {
  return valueOf(await partners.disablePartner(pipeline, partnerIdOf(id), waiting));
}

export async function enablePartner(pipeline: Pipeline, id: string, waiting: Waiting): Promise<Partner> {
  return valueOf(await partners.enablePartner(pipeline, partnerIdOf(id), waiting));
}

export async function removePartner(pipeline: Pipeline, id: string, waiting: Waiting): Promise<void> {
  valueOf(await partners.removePartner(pipeline, partnerIdOf(id), waiting));
}

export async function rotateToken(
  pipeline: Pipeline,
  id: string,
  rotation: tokens.Rotation,
  waiting: Waiting,
): Promise<{ partner: Partner; token: string; oldUntil: string | null }> {
  return valueOf(await tokens.rotateToken(pipeline, { id: partnerIdOf(id), rotation }, waiting));
}

export async function unsubscribe(
  pipeline: Pipeline,
  id: string,
  alias: string,
  waiting: Waiting,
): Promise<Partner> {
  return valueOf(await subscriptions.unsubscribe(pipeline, { id: partnerIdOf(id), alias }, waiting));
}
