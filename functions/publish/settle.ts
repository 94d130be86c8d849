import type { FeedId } from '../../shared/domain/identity.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';

/**
 * Writes the log entry of a rev, then marks the rev as settled. Returns `overtaken` if another rev is in force by
 * now. Then the documents that were just put may be older than that rev: a document can get the same bytes again that
 * it had before, so the If-Match condition of a slow publisher's PUT can still be true (ADR 0010). The caller reads
 * everything again.
 */
export async function settle(
  feed: FeedId,
  state: FeedState,
  feeds: Pick<PublishServices['feeds'], 'appendLog' | 'settle'>,
): Promise<'done' | 'overtaken'> {
  await feeds.appendLog(feed, state.rev, state.last);
  return (await feeds.settle(feed, state.rev)) === 'written' ? 'done' : 'overtaken';
}
