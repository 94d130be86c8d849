import { storeSubmission } from '../../contract/store-submission.ts';
import { DECISION_MEDIA_TYPE, type DecisionBody, reasonLine } from '../../contract/messages.ts';
import type { Head } from '../../domain/article.ts';
import { decisionProblem } from '../../domain/decision.ts';
import { type ArticleId, checkedReceiptId, type ReceiptId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { isErased } from '../../domain/lifecycle.ts';
import { lineOfText } from '../../domain/text.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import { refuseUnknownSource } from '../sources.ts';
import type { Waiting } from '../waiting.ts';
import { articleReferred, declaredIn, findArticle } from './find-article.ts';
import { dedicateFeedsToTarget, targetNamed } from './target.ts';
import { type Touched, touchedBy } from './touched.ts';

/**
 * A decision that a person makes. `article`: the article's id, its urn:uuid: or SOURCE:ID, as for `findArticle`.
 * `by`: who decided.
 */
export interface DecisionRequest extends Omit<DecisionBody, 'article'> {
  article: string;
}

/** A decision that was accepted. */
export interface Decided {
  article: ArticleId;
  receipt: ReceiptId;
  /** Whether the article is known. If not, the decision is kept and applies when a version of the article arrives. */
  known: boolean;
  /** The headline of the current revision; null if there is none. */
  headline: string | null;
  /** The feeds that the decision touches; null if no revision of the article is known. */
  touches: Touched | null;
}

/**
 * Decides about an article. A decision is a submission like any other, so a rebuild from the raw bucket repeats it.
 */
export async function decide(
  pipeline: Pipeline,
  { article: reference, by, target: name, ...decision }: DecisionRequest,
  waiting: Waiting,
): Promise<Done<Decided>> {
  const problem = decisionProblem({ ...decision, ...(name !== undefined && { target: name }) });
  if (problem !== undefined) {
    return failed('decision-invalid', problem, 'Give only what the action needs.');
  }
  const addressee = await addresseeOf(pipeline, reference);
  if (!addressee.ok) return addressee;
  const { article, source, declaredId, known, erased, head } = addressee.value;
  if (decision.action === 'readmit' && !erased)
    return failed(
      'article-never-erased',
      `${reference} was never erased`,
      'Nothing needs to be readmitted: its versions are accepted.',
    );
  const target = name === undefined ? done(undefined) : await targetNamed(pipeline, name);
  if (!target.ok) return target;

  const byArticleId = declaredId === undefined || decision.action === 'erase';
  const { action, until } = decision;
  const reason = reasonLine(decision.reason);
  const body: DecisionBody = {
    by: lineOfText(by),
    action,
    ...(reason !== '' && { reason }),
    ...(target.value !== undefined && { target: target.value }),
    ...(until !== undefined && { until }),
    ...(byArticleId && { article }),
  };
  const touches = head?.current === undefined ? null : await touchedBy(pipeline, head, body);
  const receipt = checkedReceiptId(pipeline.newId());
  const envelope = {
    kind: 'decision' as const,
    source,
    receipt,
    receivedAt: instantOf(pipeline.now()),
    mediaType: DECISION_MEDIA_TYPE,
    ...(!byArticleId && { declaredId }),
  };
  await storeSubmission(envelope, Buffer.from(JSON.stringify(body)), pipeline);
  const failure =
    target.value === undefined
      ? undefined
      : await dedicateFeedsToTarget(pipeline, { target: target.value, action }, waiting);
  // The decision may have been read before its feed existed, and no other feed may hold an article that it includes.
  if (target.value !== undefined) await pipeline.work.markDirty(article, pipeline.newId());
  const headline = head?.current?.facts.headline ?? null;
  return failure ?? done({ article, receipt, known, headline, touches });
}

/**
 * The article that a decision is about, with the source and the declared id under which the decision is stored.
 * `known`: Wiredesk has a revision of the article, or has erased the article.
 */
interface Addressee {
  article: ArticleId;
  source: string;
  declaredId: string | undefined;
  known: boolean;
  erased: boolean;
  /** Undefined if nothing about the article is stored. */
  head: Head | undefined;
}

async function addresseeOf(pipeline: Pipeline, reference: string): Promise<Done<Addressee>> {
  const found = await findArticle(pipeline, reference);
  if (found.ok) {
    const { article, source, declaredId, current } = found.value;
    const erased = isErased(found.value);
    return done({
      article,
      source,
      declaredId,
      known: current !== undefined || erased,
      erased,
      head: found.value,
    });
  }
  const article = articleReferred(reference);
  if (!article.ok) return article;
  const declared = declaredIn(reference);
  if (!declared.ok) return declared;
  const refusal = await refuseUnknownSource(pipeline, declared.value.source);
  return (
    refusal ??
    done({ article: article.value, ...declared.value, known: false, erased: false, head: undefined })
  );
}
