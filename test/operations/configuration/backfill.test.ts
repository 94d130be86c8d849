import { describe, expect, test } from 'vitest';
import { feedId } from '../../../shared/contract/feed-id.ts';
import { PUBLIC_TERMS } from '../../../shared/domain/terms.ts';
import { listReceipts } from '../../../shared/operations/receipts/list-receipts.ts';
import { disablePartner, enablePartner, valueOf } from '../../support/operate.ts';
import { articleOf, channelOf, Newsroom } from '../newsroom.ts';

/**
 * Changes of the configuration that let stories into a feed which were kept out before. The stories that are current
 * must come into the feed without being sent again.
 */
const publicFeed = feedId('news', 'standard', PUBLIC_TERMS);
const top = (newsroom: Newsroom) => newsroom.feedOf('outlet', 'top');

interface Case {
  /** What is in force when the stories are sent; without it, the public channel `news` with all stories. */
  before?: (newsroom: Newsroom) => Promise<void>;
  sent: (newsroom: Newsroom) => Promise<void>;
  change: (newsroom: Newsroom) => Promise<void>;
  feed: (newsroom: Newsroom) => Promise<ReturnType<typeof feedId>>;
  stories: string[];
}

const news = (newsroom: Newsroom) => newsroom.apply({ channels: [channelOf('news')] });
const cleared = async (newsroom: Newsroom) => {
  await newsroom.send('limited', { source: 'agency' });
  await newsroom.wait(10);
};
/** More stories than the manifest of a feed without delay has room for. */
const many = async (newsroom: Newsroom) => {
  for (let at = 0; at < 14; at++) {
    await newsroom.send(`story-${at}`);
    await newsroom.wait(10);
  }
};
const subscribed = (terms: Parameters<Newsroom['subscribe']>[2]) => (newsroom: Newsroom) =>
  newsroom.subscribe('outlet', 'top', { channel: 'news', ...terms });
const after =
  (...steps: ((newsroom: Newsroom) => Promise<unknown>)[]) =>
  async (newsroom: Newsroom) => {
    for (const step of steps) await step(newsroom);
  };

const CASES: Record<string, Case> = {
  'a new subscription in a country for which a story is cleared': {
    sent: cleared,
    change: subscribed({ territory: ['AT'] }),
    feed: top,
    stories: ['agency:limited'],
  },
  'another territory of a subscription': {
    before: after(news, subscribed({ territory: ['FR'] })),
    sent: cleared,
    change: subscribed({ territory: ['AT'] }),
    feed: top,
    stories: ['agency:limited'],
  },
  'a smaller territory, all of which a story is cleared for': {
    before: after(news, subscribed({ territory: ['AT', 'FR'] })),
    sent: cleared,
    change: subscribed({ territory: ['AT'] }),
    feed: top,
    stories: ['agency:limited'],
  },
  'a territory that is covered by another subscription, whose feed is full of other stories': {
    before: after(news, (newsroom) =>
      newsroom.subscribe('other', 'top', { channel: 'news', territory: ['AT'] }),
    ),
    sent: async (newsroom) => {
      await newsroom.send('everywhere');
      for (let at = 0; at < 14; at++) await newsroom.send(`limited-${at}`, { source: 'agency' });
    },
    change: subscribed({ territory: ['FR'] }),
    feed: top,
    stories: ['desk:everywhere'],
  },
  'a shorter delay': {
    before: after(
      (newsroom) => newsroom.apply({ channels: [channelOf('news', { public: false })] }),
      subscribed({ delayMinutes: 120 }),
    ),
    sent: after(
      (newsroom) => newsroom.send('fresh'),
      (newsroom) => newsroom.wait(10),
    ),
    change: subscribed({ delayMinutes: 5 }),
    feed: top,
    stories: ['desk:fresh'],
  },
  'a longer delay, in a channel whose newest stories have all not reached it yet': {
    before: after(news, subscribed({ delayMinutes: 0 })),
    sent: many,
    change: subscribed({ delayMinutes: 125 }),
    feed: top,
    stories: ['desk:story-0', 'desk:story-1'],
  },
  'a selector that takes in more': {
    before: (newsroom) => newsroom.apply({ channels: [channelOf('news', { select: { source: 'agency' } })] }),
    sent: (newsroom) => newsroom.send('unrouted'),
    change: news,
    feed: async () => publicFeed,
    stories: ['desk:unrouted'],
  },
  'more items': {
    before: (newsroom) => newsroom.apply({ channels: [channelOf('news', { items: 2 })] }),
    sent: many,
    change: (newsroom) => newsroom.apply({ channels: [channelOf('news', { items: 12 })] }),
    feed: async () => publicFeed,
    stories: Array.from({ length: 12 }, (_, at) => `desk:story-${at + 2}`),
  },
  'a channel that becomes public': {
    before: (newsroom) => newsroom.apply({ channels: [channelOf('news', { public: false })] }),
    sent: (newsroom) => newsroom.send('kept-in'),
    change: news,
    feed: async () => publicFeed,
    stories: ['desk:kept-in'],
  },
  'a new channel': {
    before: (newsroom) =>
      newsroom.apply({ channels: [channelOf('sport', { select: { subject: 'sport' } })] }),
    sent: (newsroom) => newsroom.send('unrouted'),
    change: news,
    feed: async () => publicFeed,
    stories: ['desk:unrouted'],
  },
  'a partner that is enabled again': {
    before: after(news, subscribed({ territory: ['AT'] }), (newsroom) =>
      disablePartner(newsroom.pipeline, 'outlet', newsroom.waiting),
    ),
    sent: cleared,
    change: after(
      (newsroom) => enablePartner(newsroom.pipeline, 'outlet', newsroom.waiting),
      (newsroom) => newsroom.settle(),
    ),
    feed: top,
    stories: ['agency:limited'],
  },
  'a partner that was removed and is added again': {
    before: after(news, subscribed({ territory: ['AT'] }), (newsroom) => newsroom.removePartner('outlet')),
    sent: cleared,
    change: subscribed({ territory: ['AT'] }),
    feed: top,
    stories: ['agency:limited'],
  },
  'terms that are as they were before': {
    before: after(news, subscribed({ territory: ['AT'] }), subscribed({ territory: ['FR'] })),
    sent: cleared,
    change: subscribed({ territory: ['AT'] }),
    feed: top,
    stories: ['agency:limited'],
  },
  'a decision that includes a story for one partner, which no feed selects': {
    before: after(
      (newsroom) => newsroom.apply({ channels: [channelOf('news', { select: { source: 'agency' } })] }),
      subscribed({}),
    ),
    sent: (newsroom) => newsroom.send('unrouted'),
    change: (newsroom) => newsroom.decide('desk:unrouted', { action: 'include', target: 'outlet/top' }),
    feed: top,
    stories: ['desk:unrouted'],
  },
};

describe('stories that are current come into a feed after', () => {
  test.each(Object.entries(CASES))('%s', async (_, { before = news, sent, change, feed, stories }) => {
    const newsroom = new Newsroom();
    await before(newsroom);
    await sent(newsroom);
    await change(newsroom);
    await newsroom.settle();
    expect(await newsroom.shown(await feed(newsroom), stories)).toEqual(stories);
    // What a receipt said before, such as UNROUTED or NO_TERRITORY, does not stay on it.
    const { rows } = valueOf(await listReceipts(newsroom.pipeline, { limit: 100 }));
    const articles = new Set<string | null>(stories.map(articleOf));
    const items = rows.flatMap((row) => row.items).filter(({ article }) => articles.has(article));
    const published = items.filter(({ outcome, code }) => outcome === 'published' && code === null);
    expect(published.map(({ article }) => article)).toEqual(expect.arrayContaining([...articles]));
  });
});
