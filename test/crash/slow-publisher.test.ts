import { expect, test } from 'vitest';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { openMemory } from '../contract/places.ts';
import { Newsroom } from './manual-pipeline.ts';

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.example',
  sources: [{ id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [] }],
  partnerFeeds: [],
  channels: [
    {
      id: 'news',
      items: 20,
      public: true,
      title: 'News',
      link: 'https://desk.example/news',
      select: { source: 'desk' },
    },
  ],
};

/** The queue keeps publishers of a feed apart, unless one takes longer than its message stays hidden. */
test('what a slow publisher puts after its feed was retired does not stay', async () => {
  const place = await openMemory();
  const newsroom = new Newsroom(place);
  await place.stores.configure(CONFIGURATION);
  const [feed] = feedsOf(CONFIGURATION);
  if (feed === undefined) throw new Error('no feed');
  const message = { feed: feed.id, articles: [] };

  const { documents } = place.stores;
  let puts = 0;
  const slow = newsroom.workshop({
    ...place.stores,
    documents: {
      ...documents,
      async put(key, document, expected) {
        if (puts++ === 0) {
          await place.stores.configure({ ...CONFIGURATION, channels: [] });
          await newsroom.workshop(place.stores).publish(message);
        }
        return documents.put(key, document, expected);
      },
    },
  });
  await slow.publish(message);

  expect(puts).toBeGreaterThan(1);
  const left = [...(await place.everything()).keys()].filter((key) => key.startsWith('document'));
  expect(left).toEqual([]);
});
