import type { ArticleId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { isInDoubt } from '../../domain/lifecycle.ts';
import type { Pipeline } from '../pipeline.ts';
import { refuseSilentSource } from '../receipts/list-receipts.ts';
import { done, type Done } from '../result.ts';
import { configuredSources } from '../sources.ts';
import { articleRow, type ArticleRow, publishedOf } from './article-row.ts';

export interface ArticleQuery {
  /** The source whose articles are listed; if absent, the articles of all configured sources. */
  source?: string;
  /** The day of receipt, yyyy-mm-dd in UTC; today if absent. */
  day?: string;
  /** At most this many receipts of each source are read, and at most this many articles are returned. */
  limit: number;
  /** Only the articles that wait for a person, because something in them was not understood. */
  waiting?: boolean;
}

/**
 * Lists the articles that sources sent on a day: source by source, and newest first within a source. Reads the rows
 * under RECEIPTS#{source}#{day}.
 */
export async function listArticles(
  pipeline: Pipeline,
  { source, day = pipeline.now().toISOString().slice(0, 10), limit, waiting = false }: ArticleQuery,
): Promise<Done<ArticleRow[]>> {
  const configured = await configuredSources(pipeline);
  if (source !== undefined) {
    const refusal = await refuseSilentSource(pipeline, { source, day }, configured);
    if (refusal !== undefined) return refusal;
  }
  const articles = new Set<ArticleId>();
  for (const id of source === undefined ? configured : [source]) {
    for (const { receipt } of await pipeline.receipts.list({ source: id, day, limit })) {
      for (const { article } of await pipeline.receipts.items(receipt)) if (article) articles.add(article);
    }
  }
  const found = [...articles].slice(0, limit);
  const { found: heads, unreadable } = await pipeline.articles.readableHeads(found);
  for (const reason of unreadable.values()) pipeline.unreadable(reason);
  const now = pipeline.now();
  const listed = found
    .flatMap((id) => heads.get(id) ?? [])
    .filter((head) => !waiting || isInDoubt(head, instantOf(now)));
  const published = await publishedOf(pipeline, listed);
  return done(listed.map((head) => articleRow(head, published, now)));
}
