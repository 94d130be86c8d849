import type { FeedId } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * The most killed articles that a state names. One is enough to invalidate the copies; the state must not grow when
 * publishers stop again and again.
 */
const MAX_KILLED = 1000;

/**
 * Commits `state` in place of `before`, and returns the state that was committed. Returns `refused` if another
 * publisher has committed since `before` was read.
 *
 * If `before` is not settled, its publisher may have stopped before it wrote the log entry of that rev. So this
 * function writes the entry first. It also adds the killed articles of that rev to the killed articles of the new
 * rev, because CloudFront may still have copies of documents that show them.
 */
export async function commit(
  feed: FeedId,
  { state, before }: { state: FeedState; before: FeedState | undefined },
  feeds: Pick<PublishServices['feeds'], 'appendLog' | 'commit'>,
): Promise<FeedState | 'refused'> {
  const isUnsettled = before !== undefined && before.settled < before.rev;
  if (isUnsettled) await feeds.appendLog(feed, before.rev, before.last);
  const killedBefore = isUnsettled ? (before.last.killed ?? []) : [];
  const killed = [...new Set([...killedBefore, ...(state.last.killed ?? [])])].slice(-MAX_KILLED);
  const next = killed.length === 0 ? state : { ...state, last: { ...state.last, killed } };
  return (await feeds.commit(feed, next, before?.rev ?? 0)) === 'refused' ? 'refused' : next;
}
