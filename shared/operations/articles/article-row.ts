import { readPublished } from '../../contract/published.ts';
import type { Head } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { hiddenBy, releasedAt, standing } from '../../domain/lifecycle.ts';
import { type Code, reasonOf, type ReportedOutcome } from '../../domain/outcome.ts';
import { outcomeOfArticle, type Published } from '../../domain/reported-outcome.ts';
import type { Pipeline } from '../pipeline.ts';

export interface ArticleRow {
  article: ArticleId;
  source: string;
  declaredId: string | null;
  standing: string;
  /** Why no feed shows the article: a code and a sentence. Null if its standing does not hide it. */
  hidden: { code: Code; reason: string } | null;
  /** The present outcome of the current revision, as a receipt shows it, with its code and reason. */
  outcome: ReportedOutcome;
  code: Code | null;
  reason: string | null;
  released: string | null;
  headline: string | null;
}

export function articleRow(head: Head, published: Published | undefined, now: Date): ArticleRow {
  const { article, source, declaredId, current } = head;
  const hidden = hiddenBy(head, instantOf(now));
  const { outcome, code, reason } = outcomeOfArticle(head, published, instantOf(now));
  return {
    article,
    source,
    declaredId: declaredId ?? null,
    standing: standing(head, instantOf(now)),
    hidden: hidden === undefined ? null : { code: hidden.code, reason: reasonOf(hidden.code, hidden.detail) },
    outcome,
    code: code ?? null,
    reason: reason ?? null,
    released: releasedAt(head) ?? null,
    headline: current?.facts.headline ?? null,
  };
}

/** What `articleRow` needs to know about feeds: those that select an article, and those that it was ever sent to. */
export async function publishedOf(
  { articles, configuration, feeds }: Pick<Pipeline, 'articles' | 'configuration' | 'feeds'>,
  heads: readonly Head[],
): Promise<Published | undefined> {
  const reach = await articles.readableReach(heads.map(({ article }) => article));
  const reached = new Set([...reach.found.values()].flatMap((ids) => [...ids]));
  return readPublished(heads, ({ id }) => reached.has(id), { configuration, feeds });
}
