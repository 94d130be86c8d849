import type { ArticleContent, Revision } from '../../domain/article.ts';
import type { Decision } from '../../domain/decision.ts';
import { type ArticleId, articleUri } from '../../domain/identity.ts';
import { isErased } from '../../domain/lifecycle.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { articleRow, type ArticleRow, publishedOf } from './article-row.ts';
import { findArticle } from './find-article.ts';
import { reachOf, type Reached } from './reach.ts';

/** How many of the newest revisions are shown. */
const REVISIONS = 20;
/** How many of the latest decisions are in an article's history. */
const DECISIONS = 200;

export interface ArticleView extends ArticleRow {
  uri: string;
  /** The decisions in force. */
  decisions: Decision[];
  content: ArticleContent | null;
  revisions: Revision[];
  /** Feeds to which the article was ever sent. */
  reach: Reached[];
  /** For an erased article: how many records another run of the erasure would remove. They may have arrived later. */
  left: number;
}

/** Everything about an article. `reference`: the article's id, its urn:uuid: or SOURCE:ID. */
export async function showArticle(pipeline: Pipeline, reference: string): Promise<Done<ArticleView>> {
  const found = await findArticle(pipeline, reference);
  if (!found.ok) return found;
  const head = found.value;
  const { article, current } = head;
  const [revisions, reach, left, published] = await Promise.all([
    pipeline.articles.revisions(article, REVISIONS),
    reachOf(pipeline, head),
    isErased(head) ? recordsToErase(pipeline, article) : 0,
    publishedOf(pipeline, [head]),
  ]);
  const contents = current
    ? await pipeline.articles.contents([{ article, contentHash: current.contentHash }])
    : undefined;
  return done({
    ...articleRow(head, published, pipeline.now()),
    uri: articleUri(article),
    decisions: Object.values(head.decisions ?? {}),
    content: contents?.get(article) ?? null,
    revisions,
    reach,
    left,
  });
}

/** Number of revisions, contents and submissions of an article that an erasure would remove. */
async function recordsToErase({ erasure }: Pipeline, article: ArticleId): Promise<number> {
  const { revisions, contents, mentions } = await erasure.traces(article);
  return revisions + contents + mentions;
}

/** The decisions about an article, latest first. */
export async function articleHistory(pipeline: Pipeline, reference: string): Promise<Done<Decision[]>> {
  const found = await findArticle(pipeline, reference);
  return found.ok ? done(await pipeline.articles.decisions(found.value.article, DECISIONS)) : found;
}

/** Every feed that an article was ever sent to. */
export async function articleReach(pipeline: Pipeline, reference: string): Promise<Done<Reached[]>> {
  const found = await findArticle(pipeline, reference);
  return found.ok ? done(await reachOf(pipeline, found.value)) : found;
}
