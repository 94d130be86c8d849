import { feedsOf } from '../../contract/feeds.ts';
import { feedSubject } from '../../contract/subject.ts';
import type { Feed } from '../../domain/feed.ts';
import type { ArticleId, FeedId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { lineOfText } from '../../domain/text.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';
import { feedUnknown, findFeed } from './find-feed.ts';

export interface ReleasedFeeds {
  /** The feeds whose hold ended, each with the articles that it loses. */
  released: { feed: FeedId; lost: ArticleId[] }[];
  /** Feeds of the same channel that are still held. Empty if the name was a channel. */
  stillHeld: FeedId[];
}

/**
 * Ends the hold on feeds, and has them published without the items that the hold kept in them. `name`: a channel, for
 * all its held feeds, those of partners too; or one feed, by its id or by a subscription `partner/alias`. `by`: the
 * person who ends the hold.
 */
export async function releaseFeeds(
  pipeline: Pick<Pipeline, 'configuration' | 'partners' | 'feeds' | 'work' | 'now' | 'newId'>,
  { name, by }: { name: string; by: string },
): Promise<Done<ReleasedFeeds>> {
  const configuration = await pipeline.configuration.current();
  const all = configuration === undefined ? [] : feedsOf(configuration);
  const ofChannel = all.filter(({ channel }) => channel.id === name);
  const one = ofChannel.length > 0 ? undefined : await findFeed(pipeline, name);
  const named = one === undefined ? ofChannel : [one];
  const [first] = named;
  if (first === undefined) return feedUnknown(name);

  const held = await heldAmong(
    pipeline,
    all.filter(({ channel }) => channel.id === first.channel.id),
  );
  const released = held.filter(({ feed }) => named.some(({ id }) => id === feed));
  if (released.length === 0) {
    return failed('feed-not-held', `${name} is not held`, 'The list of feeds shows which feeds are held.');
  }
  const at = instantOf(pipeline.now());
  for (const { feed } of released) {
    await pipeline.feeds.releaseLosses(feed, at, lineOfText(by));
    await pipeline.work.markDirty(feedSubject(feed), pipeline.newId());
  }
  const stillHeld = held.map(({ feed }) => feed).filter((feed) => !named.some(({ id }) => id === feed));
  return done({ released, stillHeld });
}

async function heldAmong(
  { feeds }: Pick<Pipeline, 'feeds'>,
  among: readonly Feed[],
): Promise<ReleasedFeeds['released']> {
  const states = await Promise.all(
    among.map(async ({ id }) => ({ id, state: await feeds.readableState(id) })),
  );
  return states.flatMap(({ id, state }) =>
    state !== 'unreadable' && state?.held ? [{ feed: id, lost: state.held.lost }] : [],
  );
}
