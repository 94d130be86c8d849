import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { accept } from '../functions/ingest/ingest.ts';
import { DECISION_MEDIA_TYPE, type DecisionBody } from '../shared/contract/messages.ts';
import type { ArticleContent, Head, Revision } from '../shared/domain/article.ts';
import { type Decision, decisionProblem } from '../shared/domain/decision.ts';
import { articleId, articleOfUri, articleUri, idProblem } from '../shared/domain/identity.ts';
import { isErased, releasedAt, standing } from '../shared/domain/lifecycle.ts';
import { EXIT, Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';
import { type Reached, reachOf } from './reach.ts';
import { refuseUnheard } from './receipts.ts';
import { configuredSources, refuseUnknownSource } from './sources.ts';
import { giveFeedsOfItsOwn, targetNamed } from './target.ts';
import { type Working, working } from './wait.ts';

export interface ArticleRow {
  article: string;
  source: string;
  declaredId: string | null;
  standing: string;
  released: string | null;
  headline: string | null;
}

/** Articles a source sent on a day, newest first, by way of RECEIPTS#{source}#{day}. */
export async function listArticles(
  pipeline: Pipeline,
  { source, day, limit }: { source?: string; day?: string; limit: number },
): Promise<ArticleRow[]> {
  const configured = await configuredSources(pipeline);
  const sources = source === undefined ? configured : [source];
  const date = day ?? pipeline.now().toISOString().slice(0, 10);
  if (source !== undefined) await refuseUnheard(pipeline, source, date, configured);
  const articles = new Set<string>();
  for (const id of sources) {
    for (const { receipt } of await pipeline.receipts.list({ source: id, day: date, limit })) {
      for (const { article } of await pipeline.receipts.items(receipt)) if (article) articles.add(article);
    }
  }
  const newestFirst = [...articles].slice(0, limit);
  const heads = await pipeline.articles.heads(newestFirst);
  const now = pipeline.now().toISOString();
  return newestFirst.flatMap((id) => heads.get(id) ?? []).map((head) => rowOf(head, now));
}

function rowOf(head: Head, now: string): ArticleRow {
  const { article, source, declaredId, current } = head;
  return {
    ...{ article, source, declaredId: declaredId ?? null },
    standing: standing(head, now),
    released: releasedAt(head) ?? null,
    headline: current?.facts.headline ?? null,
  };
}

export interface ArticleView extends ArticleRow {
  uri: string;
  /** The decisions in force. */
  decisions: Decision[];
  content: ArticleContent | null;
  revisions: Revision[];
  /** Feeds it was ever sent to. */
  reach: Reached[];
  /** Of an erased article: records that came after the erasure, or that it has not taken away yet. */
  left: number;
}

export async function showArticle(pipeline: Pipeline, id: string): Promise<ArticleView> {
  const head = await findArticle(pipeline, id);
  const { article, current } = head;
  const [revisions, reach, left] = await Promise.all([
    pipeline.articles.revisions(article, 20),
    reachOf(pipeline, head),
    isErased(head) ? leftToErase(pipeline, article) : 0,
  ]);
  const contents = current
    ? await pipeline.articles.contents([{ article, contentHash: current.contentHash }])
    : undefined;
  return {
    ...rowOf(head, pipeline.now().toISOString()),
    uri: articleUri(article),
    decisions: Object.values(head.decisions ?? {}),
    content: contents?.get(article) ?? null,
    revisions,
    reach,
    left,
  };
}

/** Revisions, contents and submissions of an article that an erasure would take away. */
async function leftToErase({ erasure }: Pipeline, article: string): Promise<number> {
  const { revisions, contents, mentions } = await erasure.traces(article);
  return revisions + contents + mentions;
}

/** An article by its id, its urn:uuid, or `source:id-the-sender-gave`. */
export async function findArticle(pipeline: Pipeline, id: string): Promise<Head> {
  const { head } = await pipeline.articles.head(articleNamed(id));
  if (head) return head;
  throw new Failure(
    `there is no article ${id}`,
    'Name it by its id, its urn:uuid: or SOURCE:ID; "wiredesk article list" shows them.',
  );
}

function articleNamed(id: string): string {
  const [source, ...rest] = id.split(':');
  const known = articleOfUri(id);
  if (known !== undefined) return known;
  if (source !== undefined && rest.length > 0) return articleId(source, rest.join(':').normalize('NFC'));
  throw new Failure(`${id} names no article`, 'Give its id, its urn:uuid: or SOURCE:ID.', EXIT.usage);
}

/** A decision that was sent in. */
export interface Decided {
  article: string;
  receipt: string;
  /** Whether anything of the article has come yet; if not, the decision waits for it. */
  known: boolean;
}

/** Decides on an article: a submission like any other, so that a rebuild from the raw bucket repeats it. */
export async function decideOn(
  pipeline: Pipeline,
  id: string,
  decision: Omit<DecisionBody, 'by'>,
  how: Working = working(),
): Promise<Decided> {
  const problem = decisionProblem(decision);
  if (problem !== undefined) throw new Failure(problem, 'See --help.', EXIT.usage);
  const article = articleNamed(id);
  const { head } = await pipeline.articles.head(article);
  const { source, declaredId } = head ?? namedBySender(id);
  if (head === undefined) await refuseUnknownSource(pipeline, source);
  const byOwnId = declaredId === undefined || decision.action === 'erase';
  const { target: named } = decision;
  const target = named && (await targetNamed(pipeline, named));
  const body: DecisionBody = {
    by: userInfo().username,
    ...decision,
    ...(target && { target }),
    ...(byOwnId && { article }),
  };
  const receipt = randomUUID();
  const envelope = {
    kind: 'decision' as const,
    source,
    receipt,
    receivedAt: pipeline.now().toISOString(),
    mediaType: DECISION_MEDIA_TYPE,
    ...(!byOwnId && { declaredId }),
  };
  await accept(envelope, Buffer.from(JSON.stringify(body)), pipeline);
  if (target !== undefined) await giveFeedsOfItsOwn(pipeline, target, decision.action, how);
  return { article, receipt, known: head !== undefined && (head.current !== undefined || isErased(head)) };
}

/** A decision about an article that has not come yet needs the name it will come under. */
function namedBySender(id: string): { source: string; declaredId: string } {
  const [source, ...rest] = id.split(':');
  const declaredId = rest.join(':').normalize('NFC');
  const problem = idProblem(declaredId);
  if (articleOfUri(id) === undefined && source !== undefined) {
    if (problem === undefined) return { source, declaredId };
    throw new Failure(`${id} names no article: its id is ${problem}`, undefined, EXIT.usage);
  }
  throw new Failure(
    `there is no article ${id}`,
    'To decide on one that has not come yet, name it as SOURCE:ID.',
  );
}

/** All that was decided about an article, latest first. */
export async function historyOf(pipeline: Pipeline, id: string): Promise<Decision[]> {
  const { article } = await findArticle(pipeline, id);
  return pipeline.articles.decisions(article, 200);
}

/** Where an article is and was. */
export async function articleReach(pipeline: Pipeline, id: string): Promise<Reached[]> {
  return reachOf(pipeline, await findArticle(pipeline, id));
}
