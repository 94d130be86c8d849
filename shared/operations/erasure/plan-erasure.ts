import type { Traces } from '../../contract/erasure-store.ts';
import { type ArticleId, articleUri, type FeedId, type ReceiptId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { standing } from '../../domain/lifecycle.ts';
import { findArticle } from '../articles/find-article.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { unreadSubmissions } from './await-removal.ts';

/** What an erasure would remove, or has removed. */
export interface Erasure {
  article: ArticleId;
  uri: string;
  standing: string;
  revisions: number;
  contents: number;
  /** Number of submissions that contained the article or decided about it. */
  submissions: number;
  /** How many of these submissions contain other articles too. The other articles stay. */
  shared: number;
  /** Feeds the article was ever sent to. */
  feeds: FeedId[];
  /** Receipts of submissions that have no outcome yet. These submissions may contain the article. */
  unread: ReceiptId[];
}

/**
 * The submissions from which an erasure removes the article. The decisions to erase it are submissions too, but they
 * stay as they are, and before the erasure there is none.
 */
export function withoutErasures({ submissions, decisions }: Traces): ReceiptId[] {
  const erasures = new Set(
    decisions.filter(({ action }) => action === 'erase').map(({ receipt }) => receipt),
  );
  return submissions.filter((receipt) => !erasures.has(receipt));
}

/** Finds what an erasure would remove; changes nothing. `reference`: the article's id, its urn:uuid: or SOURCE:ID. */
export async function planErasure(pipeline: Pipeline, reference: string): Promise<Done<Erasure>> {
  const found = await findArticle(pipeline, reference);
  if (!found.ok) return found;
  const head = found.value;
  const { article } = head;
  const [traces, reach, unread] = await Promise.all([
    pipeline.erasure.traces(article),
    pipeline.articles.reach([article]),
    unreadSubmissions(pipeline, head.source, pipeline.now()),
  ]);
  let shared = 0;
  for (const receipt of withoutErasures(traces)) {
    const items = await pipeline.receipts.items(receipt);
    if (items.some((item) => item.article !== undefined && item.article !== article)) shared++;
  }
  return done({
    article,
    uri: articleUri(article),
    standing: standing(head, instantOf(pipeline.now())),
    revisions: traces.revisions,
    contents: traces.contents,
    submissions: withoutErasures(traces).length,
    shared,
    feeds: [...(reach.get(article) ?? [])].toSorted(),
    unread,
  });
}
