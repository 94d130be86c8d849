import type { FeedId } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * Writes the log entry of a rev, then marks the rev as settled. Returns `overtaken` if another rev is in force by
 * now. In this case the documents that this publisher has just put may be older than the rev in force. If-Match does
 * not prevent it: a document that gets the bytes that it had before also gets its old ETag again, so the condition of
 * a slow publisher's PUT is true (ADR 0010). The caller must read state and documents again.
 *
 * The rev is read after the PUTs. If it is still in force, whoever commits later also puts later, so the PUTs of this
 * publisher are not the last ones. The mark itself needs no condition on the state: it names its rev (ADR 0019).
 */
export async function settle(
  feed: FeedId,
  state: FeedState,
  feeds: Pick<PublishServices['feeds'], 'appendLog' | 'rev' | 'settle'>,
): Promise<'done' | 'overtaken'> {
  await feeds.appendLog(feed, state.rev, state.last);
  if ((await feeds.rev(feed)) !== state.rev) return 'overtaken';
  await feeds.settle(feed, state.rev);
  return 'done';
}
