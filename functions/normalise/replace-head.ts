import type { Head } from '../../shared/domain/article.ts';
import type { KnownIdentity } from './rules/identify-items.ts';
import type { NormaliseServices } from './services.ts';

/** How often another writer may replace the head first, before the message goes back to the queue. */
const ATTEMPTS = 10;

/** Reads the head, projects it, and writes it if no other writer has replaced it meanwhile; otherwise tries again. */
export async function replaceHead(
  identity: KnownIdentity,
  articles: NormaliseServices['articles'],
  project: (head: Head) => Promise<Head>,
): Promise<Head> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { head: before, token } = await articles.head(identity.article);
    const after = await project(before ?? { ...identity });
    const unchanged = before !== undefined && JSON.stringify(before) === JSON.stringify(after);
    if (unchanged || (await articles.putHead(after, token)) === 'written') return after;
  }
  throw new Error(`the head of ${identity.article} changed ${ATTEMPTS} times while it was being written`);
}
