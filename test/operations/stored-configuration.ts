import type { StoredConfiguration } from '../../shared/contract/configuration.ts';

/** A stored configuration with `count` public channels, named `c0`, `c1` and so on, and no sources. */
export const configurationWith = (count: number, title = 'Channel'): StoredConfiguration => ({
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.example',
  sources: [],
  partnerFeeds: [],
  channels: Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    title: `${title} ${at}`,
    link: 'https://desk.example/',
    items: 5,
    public: true,
    select: { all: [] },
  })),
});
