import type { ArticleId, FeedId } from '../../domain/identity.ts';
import { articleOfKey } from '../table-keys.ts';
import { decodeReach } from './article-rows.ts';
import type { StoredRow } from './decode.ts';
import { UndecodableError } from './decode.ts';

/**
 * What was read of several articles. `unreadable`: why something that is stored for an article cannot be decoded, by
 * article. A caller that works on many articles uses it, so that one broken row does not stop the others.
 */
export interface Readable<Value> {
  found: Map<ArticleId, Value>;
  unreadable: Map<ArticleId, string>;
}

/** Decodes the rows of several articles, each on its own. Other errors than `UndecodableError` are thrown. */
export async function readEach<Value>(
  rows: readonly StoredRow[],
  articleOf: (row: StoredRow) => ArticleId,
  decode: (row: StoredRow) => Value | Promise<Value>,
): Promise<Readable<Value>> {
  const found = new Map<ArticleId, Value>();
  const unreadable = new Map<ArticleId, string>();
  for (const row of rows) {
    try {
      found.set(articleOf(row), await decode(row));
    } catch (error) {
      if (!(error instanceof UndecodableError)) throw error;
      unreadable.set(articleOf(row), error.message);
    }
  }
  return { found, unreadable };
}

/** The feeds that each of `articles` was ever sent to. An article may have two rows. */
export async function reachIn(
  rows: readonly StoredRow[],
  articles: readonly ArticleId[],
): Promise<Readable<Set<FeedId>>> {
  const found = new Map(articles.map((article) => [article, new Set<FeedId>()]));
  const { unreadable } = await readEach(rows, articleOfKey, (row) => {
    for (const feed of decodeReach(row).feeds) found.get(articleOfKey(row))?.add(feed);
  });
  return { found, unreadable };
}

/** What was found; throws an `UndecodableError` if anything could not be decoded. */
export function readAll<Value>({ found, unreadable }: Readable<Value>): Map<ArticleId, Value> {
  const [reason] = unreadable.values();
  if (reason !== undefined) throw new UndecodableError(reason);
  return found;
}
