import type { FeedId } from '../../../shared/domain/identity.ts';
import type { Committed } from '../../../shared/domain/manifest.ts';

type Etags = Readonly<Record<string, string>>;

/** A feed without a state should have no documents. */
const NO_STATE: Committed = { rev: 0, settled: 0, documents: {} };

/**
 * The feeds whose stored documents differ from those of their state, or may differ. There are three causes: a
 * publisher stopped before it was done, a publisher continued after the timeout of its function, or somebody wrote
 * to the bucket by hand. A feed whose state cannot be read is not in the result.
 *
 * `stored` has the ETags of stored documents by feed and key. Feeds that are only in `stored` are retired. They are
 * in the result too, unless their state lists the same documents. A feed that is being published at this moment may
 * also be in the result; this causes one unneeded publish.
 */
export function mismatchedFeeds(
  feeds: readonly FeedId[],
  committed: ReadonlyMap<FeedId, Committed | 'unreadable'>,
  stored: ReadonlyMap<FeedId, Etags>,
): FeedId[] {
  return [...new Set([...feeds, ...stored.keys()])].filter((feed) => {
    const state = committed.get(feed) ?? NO_STATE;
    if (state === 'unreadable') return false;
    const { rev, settled, documents } = state;
    return settled < rev || !areEqual(documents, stored.get(feed) ?? {});
  });
}

function areEqual(wanted: Etags, found: Etags): boolean {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...keys].every((key) => wanted[key] === found[key]);
}
