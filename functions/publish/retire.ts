import type { FeedId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { commit } from './commit.ts';
import type { PublishServices } from './services.ts';
import { settle } from './settle.ts';
import { documentKeys } from './rules/documents.ts';
import { stateOfRetired } from './rules/state.ts';

export interface RetiredFeed {
  feed: FeedId;
  before: FeedState | undefined;
  /** ETags of the feed's stored documents. */
  stored: ReadonlyMap<string, string | undefined>;
}

/**
 * Retires a feed that the configuration no longer has: removes its documents and keeps its log. Documents are also
 * removed if the feed was retired before, because a slow publisher that read the older configuration may have put
 * them since.
 */
export async function retire(
  { feed, before, stored }: RetiredFeed,
  { feeds, documents, now }: Pick<PublishServices, 'feeds' | 'documents' | 'now'>,
): Promise<'done' | 'overtaken'> {
  const isRetired = before === undefined || Object.keys(before.documents).length === 0;
  const hasDocuments = [...stored.values()].some((etag) => etag !== undefined);
  if (isRetired && !hasDocuments && before?.settled === before?.rev) return 'done';
  const state = isRetired
    ? before
    : await commit(feed, { state: stateOfRetired(before, instantOf(now())), before }, feeds);
  if (state === 'refused') return 'overtaken';
  await Promise.all(documentKeys(feed).map((key) => documents.remove(key)));
  return state === undefined ? 'done' : settle(feed, state, feeds);
}
