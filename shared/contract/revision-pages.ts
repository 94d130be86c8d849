import type { Revision } from '../domain/article.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { ArticleStore } from './stores.ts';

/**
 * The revisions of an article, newest first, in pages of up to `pageSize`. A page is read from the store only when
 * the caller asks for it. To stop reading, leave the loop.
 */
export async function* revisionPages(
  article: ArticleId,
  articles: Pick<ArticleStore, 'revisions'>,
  pageSize: number,
): AsyncGenerator<Revision[]> {
  let before: string | undefined;
  for (;;) {
    const page = await articles.revisions(article, pageSize, before);
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    before = page.at(-1)?.version;
  }
}
