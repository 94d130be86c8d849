import { feedSubject } from '../../contract/subject.ts';
import type { ArticleId, FeedId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { lineOfText } from '../../domain/text.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import { showFeed } from './show-feed.ts';

/**
 * Ends the hold on a feed, and has the feed published without the items that the hold kept in it. Returns the
 * articles that the feed loses. `name`: the feed, in one of the forms that `showFeed` takes. `by`: the person who
 * ends the hold.
 */
export async function releaseFeed(
  pipeline: Pipeline,
  { name, by }: { name: string; by: string },
): Promise<Done<{ feed: FeedId; lost: ArticleId[] }>> {
  const shown = await showFeed(pipeline, name);
  if (!shown.ok) return shown;
  const { feed, held, lost } = shown.value;
  if (held === null) {
    return failed(
      'feed-not-held',
      `the feed ${name} is not held`,
      'The list of feeds shows which feeds are held.',
    );
  }
  await pipeline.feeds.releaseLosses(feed, instantOf(pipeline.now()), lineOfText(by));
  await pipeline.work.markDirty(feedSubject(feed), pipeline.newId());
  return done({ feed, lost });
}
