import type { Head } from '../../shared/domain/article.ts';
import type { KnownIdentity } from './rules/identify-items.ts';
import type { NormaliseServices } from './services.ts';

/** If other writers replaced the head first this many times, the message goes back to the queue. */
const ATTEMPTS = 10;

/**
 * Reads the head, computes the new head, and writes it. If another writer replaced the head meanwhile, starts again.
 */
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
