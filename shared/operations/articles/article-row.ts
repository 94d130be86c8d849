import type { Head } from '../../domain/article.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { releasedAt, standing } from '../../domain/lifecycle.ts';

export interface ArticleRow {
  article: ArticleId;
  source: string;
  declaredId: string | null;
  standing: string;
  released: string | null;
  headline: string | null;
}

export function articleRow(head: Head, now: Date): ArticleRow {
  const { article, source, declaredId, current } = head;
  return {
    article,
    source,
    declaredId: declaredId ?? null,
    standing: standing(head, instantOf(now)),
    released: releasedAt(head) ?? null,
    headline: current?.facts.headline ?? null,
  };
}
