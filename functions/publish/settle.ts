import type { FeedId } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * Writes the log entry of a rev, then marks that the documents of the rev are in place. `overtaken` if another rev is in
 * force by now. Then the documents that were just put may be older than those in force: a document can return to bytes
 * it had before, and the condition of a slow publisher's PUT is true then (ADR 0010). So everything is read again.
 */
export async function settle(
  feed: FeedId,
  state: FeedState,
  feeds: Pick<PublishServices['feeds'], 'appendLog' | 'settle'>,
): Promise<'done' | 'overtaken'> {
  await feeds.appendLog(feed, state.rev, state.last);
  return (await feeds.settle(feed, state.rev)) === 'written' ? 'done' : 'overtaken';
}
