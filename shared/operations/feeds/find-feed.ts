import { feedsOf } from '../../contract/feeds.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Pipeline } from '../pipeline.ts';
import { type Done, failed } from '../result.ts';
import { readersByFeed } from './readers.ts';

/** The feed with this name: the id of a public channel, the id of a feed, or a subscription `partner/alias`. */
export async function findFeed(
  pipeline: Pick<Pipeline, 'configuration' | 'partners'>,
  name: string,
): Promise<Feed | undefined> {
  const configuration = await pipeline.configuration.current();
  const feeds = configuration === undefined ? [] : feedsOf(configuration);
  const ofChannel = feeds.find(({ channel, terms }) => channel.id === name && terms.audience === 'public');
  if (ofChannel !== undefined) return ofChannel;
  const readers = await readersByFeed(pipeline);
  return feeds.find(({ id }) => id === name || readers.get(id)?.includes(name));
}

export const feedUnknown = (name: string): Done<never> =>
  failed(
    'feed-unknown',
    `there is no feed ${name}`,
    'Give a public channel, the id of a feed, or PARTNER/ALIAS; the list of feeds shows them.',
  );
