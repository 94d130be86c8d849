import type { Head } from '../../domain/article.ts';
import { articleId, type ArticleId, articleOfUri, idProblem } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';

/** Finds an article by a reference: its id, its urn:uuid:, or SOURCE:ID with the id that the sender gave. */
export async function findArticle(
  pipeline: Pick<Pipeline, 'articles'>,
  reference: string,
): Promise<Done<Head>> {
  const id = articleReferred(reference);
  if (!id.ok) return id;
  const { head } = await pipeline.articles.head(id.value);
  if (head) return done(head);
  return failed(
    'article-unknown',
    `there is no article ${reference}`,
    'Give its id, its urn:uuid: or SOURCE:ID; the list of articles shows them.',
  );
}

/** The id of the article that a reference is about. The article does not have to exist. */
export function articleReferred(reference: string): Done<ArticleId> {
  const known = articleOfUri(reference);
  if (known !== undefined) return done(known);
  const parts = partsOf(reference);
  if (parts !== undefined) return done(articleId(parts.source, parts.declaredId));
  return failed(
    'article-reference',
    `${reference} is not a reference to an article`,
    'Give its id, its urn:uuid: or SOURCE:ID.',
  );
}

/**
 * The source and declared id in a reference to an article that has not arrived yet. A decision about it needs both.
 */
export function declaredIn(reference: string): Done<{ source: string; declaredId: string }> {
  const parts = partsOf(reference) ?? { source: reference, declaredId: '' };
  if (articleOfUri(reference) !== undefined) {
    return failed(
      'article-unknown',
      `there is no article ${reference}`,
      'To decide about an article that has not arrived yet, give SOURCE:ID.',
    );
  }
  const problem = idProblem(parts.declaredId);
  if (problem === undefined) return done(parts);
  return failed(
    'article-reference',
    `${reference} is not a reference to an article: its id ${problem}`,
    'Give SOURCE:ID with the id that the sender uses.',
  );
}

function partsOf(reference: string): { source: string; declaredId: string } | undefined {
  const [source, ...rest] = reference.split(':');
  if (source === undefined || rest.length === 0) return undefined;
  return { source, declaredId: rest.join(':').normalize('NFC') };
}
