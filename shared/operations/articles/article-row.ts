import type { Head } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { hiddenBy, releasedAt, standing } from '../../domain/lifecycle.ts';
import { type Code, reasonOf } from '../../domain/outcome.ts';

export interface ArticleRow {
  article: ArticleId;
  source: string;
  declaredId: string | null;
  standing: string;
  /** Why no feed shows the article: a code and a sentence. Null if its standing does not hide it. */
  hidden: { code: Code; reason: string } | null;
  released: string | null;
  headline: string | null;
}

export function articleRow(head: Head, now: Date): ArticleRow {
  const { article, source, declaredId, current } = head;
  const hidden = hiddenBy(head, instantOf(now));
  return {
    article,
    source,
    declaredId: declaredId ?? null,
    standing: standing(head, instantOf(now)),
    hidden: hidden === undefined ? null : { code: hidden.code, reason: reasonOf(hidden.code, hidden.detail) },
    released: releasedAt(head) ?? null,
    headline: current?.facts.headline ?? null,
  };
}
