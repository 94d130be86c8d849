import type { Head } from '../../domain/article.ts';
import { normalId, spellingsOf } from '../../domain/declared-id.ts';
import { articleNamedBy } from '../../domain/head.ts';
import { articleId, type ArticleId, articleOfUri, idProblem } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';

/** Finds an article by a reference: its id, its urn:uuid:, or SOURCE:ID with the id that the sender gave. */
export async function findArticle(
  pipeline: Pick<Pipeline, 'articles'>,
  reference: string,
): Promise<Done<Head>> {
  const ids = articlesReferred(reference);
  if (!ids.ok) return ids;
  const heads = await pipeline.articles.heads(ids.value);
  const named = ids.value.flatMap((id) => heads.get(id) ?? []);
  const head = named.find(({ current }) => current !== undefined) ?? named[0];
  const other = head && articleNamedBy(head);
  if (other !== undefined) {
    const { head: own } = await pipeline.articles.head(other);
    if (own) return done(own);
  }
  if (head) return done(head);
  return failed(
    'article-unknown',
    `there is no article ${reference}`,
    'Give its id, its urn:uuid: or SOURCE:ID; the list of articles shows them.',
  );
}

/** The id of the article that a reference is about. The article does not have to exist. */
export function articleReferred(reference: string): Done<ArticleId> {
  const ids = articlesReferred(reference);
  return ids.ok ? done(ids.value[0]) : ids;
}

/**
 * The ids of the articles that a reference may be about: several if its declared id has several spellings, the normal
 * spelling first. The articles do not have to exist.
 */
function articlesReferred(reference: string): Done<[ArticleId, ...ArticleId[]]> {
  const known = articleOfUri(reference);
  if (known !== undefined) return done([known]);
  const parts = partsOf(reference);
  if (parts !== undefined) {
    const { source, declaredId } = parts;
    const [, ...others] = spellingsOf(declaredId);
    return done([articleId(source, normalId(declaredId)), ...others.map((id) => articleId(source, id))]);
  }
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
