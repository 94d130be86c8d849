import type { FeedStore } from '../../shared/contract/stores.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';

/**
 * Puts a state in the place of the one that was read, and gives it as it then stands; `refused` if another publisher
 * was here. If what was read is not settled, its publisher was ended before it gave account of it, and nobody finds
 * that account again: it is written first, and what the edge was to forget is handed on.
 */
export async function commit(
  feed: string,
  state: FeedState,
  before: FeedState | undefined,
  feeds: Pick<FeedStore, 'appendLog' | 'commit'>,
): Promise<FeedState | 'refused'> {
  const isOwed = before !== undefined && before.settled < before.rev;
  if (isOwed) await feeds.appendLog(feed, before.rev, before.last);
  const owed = isOwed ? (before.last.killed ?? []) : [];
  const killed = [...new Set([...owed, ...(state.last.killed ?? [])])];
  const next = killed.length === 0 ? state : { ...state, last: { ...state.last, killed } };
  return (await feeds.commit(feed, next, before?.rev ?? 0)) === 'refused' ? 'refused' : next;
}
