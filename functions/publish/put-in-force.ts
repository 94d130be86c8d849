import type { Feed } from '../../shared/domain/feed.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { commit } from './commit.ts';
import { invalidateKilled } from './invalidate.ts';
import { putDocuments } from './put-documents.ts';
import type { Publication } from './rules/publication.ts';
import { isSameState } from './rules/state.ts';
import type { PublishServices } from './services.ts';
import { settle } from './settle.ts';

/** The state of a feed and its stored documents, as they were read or as this publisher has written them. */
export interface InForce {
  /** Undefined before the first commit. */
  state: FeedState | undefined;
  /** ETags of the stored documents, by key. */
  stored: ReadonlyMap<string, string | undefined>;
}

/**
 * Commits a publication, puts its documents, invalidates the copies of killed articles and settles the rev. If the
 * publication says the same as the state in force, does only what is missing of that.
 */
export async function putInForce(
  feed: Feed,
  { state: before, stored }: InForce,
  { wanted, services }: { wanted: Publication; services: PublishServices },
): Promise<InForce | 'overtaken'> {
  const { feeds, documents, warn } = services;
  const isUnchanged = before !== undefined && isSameState(before, wanted.state);
  const state = isUnchanged ? before : await commit(feed.id, { state: wanted.state, before }, feeds);
  if (state === 'refused') return 'overtaken';

  const put = await putDocuments(wanted.documents, stored, documents);
  if (put === 'overtaken') return 'overtaken';
  const now: InForce = {
    state: { ...state, settled: state.rev },
    stored: new Map(wanted.documents.map(({ key, etag }) => [key, etag])),
  };
  const isSettled = state.settled === state.rev;
  if (isSettled && put === 'in place') return now;
  // The rev was settled, but its documents were not in place: somebody wrote to the bucket by hand, or a publisher
  // continued after the timeout of its function (ADR 0010).
  if (isSettled) warn('documents had been overwritten and are in place again', { feed: feed.id });

  return (await finish(feed, state, services)) === 'done' ? now : 'overtaken';
}

/** Does what is left when the documents of a rev are in place: invalidates the copies of killed articles and settles. */
export async function finish(
  feed: Feed,
  state: FeedState,
  services: PublishServices,
): Promise<'done' | 'overtaken'> {
  await invalidateKilled(feed, state, services);
  return settle(feed.id, state, services.feeds);
}
