import pLimit from 'p-limit';
import type { Head } from '../domain/article.ts';
import type { Feed } from '../domain/feed.ts';
import { isSelectedFor } from '../domain/lifecycle.ts';
import { publishedFeed } from '../domain/place-in-feed.ts';
import type { Published } from '../domain/reported-outcome.ts';
import { feedsOf } from './feeds.ts';
import type { ConfigurationStore, FeedStore } from './stores.ts';

/** The stores that reading what is published needs. */
export interface PublishedReading {
  configuration: Pick<ConfigurationStore, 'current'>;
  feeds: Pick<FeedStore, 'readableState'>;
}

const STATES_AT_A_TIME = 16;

/**
 * What `reportedOutcome` needs to know about feeds. Only the states of feeds that select one of the heads are read, and
 * of feeds for which `mayHold` is true: a held feed keeps articles that it no longer selects. Undefined before the
 * first configuration.
 */
export async function readPublished(
  heads: Iterable<Head>,
  mayHold: (feed: Feed) => boolean,
  { configuration, feeds }: PublishedReading,
): Promise<Published | undefined> {
  const current = await configuration.current();
  if (current === undefined) return undefined;
  const articles = [...heads];
  const wanted = feedsOf(current).filter(
    (feed) => mayHold(feed) || articles.some((head) => isSelectedFor(head, feed)),
  );
  const read = pLimit(STATES_AT_A_TIME);
  return {
    channels: current.channels,
    feeds: await read.map(wanted, async (feed) => {
      const state = await feeds.readableState(feed.id);
      // Nobody knows what such a feed shows. It must not hide what the others show.
      return publishedFeed(feed, state === 'unreadable' ? undefined : state);
    }),
  };
}

/** The same stores with a cache: the configuration and each feed's state are read once for all calls. */
export function readingOnce<Reading extends PublishedReading>(reading: Reading): Reading {
  const configuration = reading.configuration.current();
  const states = new Map<string, ReturnType<FeedStore['readableState']>>();
  return {
    ...reading,
    configuration: { current: () => configuration },
    feeds: {
      readableState: (feed) => {
        const known = states.get(feed) ?? reading.feeds.readableState(feed);
        states.set(feed, known);
        return known;
      },
    },
  };
}
