import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf, STANDARD_PROFILE } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import type { Newsroom, Workshop } from './manual-pipeline.ts';
import { story, TEXT } from './submission-bodies.ts';

/** What a stage does in one go, and what has happened before. */
export interface StageRun {
  name: string;
  /** Brings the newsroom to where the stage begins; gives what a worker does then, be it the first or a later one. */
  prepare(newsroom: Newsroom): Promise<(workshop: Workshop) => Promise<unknown>>;
}

const idsOf = (configuration: StoredConfiguration): string[] => feedsOf(configuration).map(({ id }) => id);

/** Of the source `desk`. */
export const TOKEN = 'a token of the desk';
export const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.example',
  sources: [
    { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [sha256(TOKEN)] },
    { id: 'wire', order: 'version', language: 'en', boilerplate: [], tokenHashes: [] },
  ],
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
    {
      id: 'all',
      items: 20,
      public: true,
      title: 'All',
      link: 'https://desk.example/all',
      select: { all: [] },
    },
  ],
};
/** A partner reads the news so many minutes later, and is owed what it read in `inherits` at the same address. */
const withPartner = (delayMinutes: number, inherits: string[] = []): StoredConfiguration => ({
  ...CONFIGURATION,
  partnerFeeds: [
    { channel: 'news', profile: STANDARD_PROFILE, terms: { delayMinutes, territory: [] }, inherits },
  ],
});
const DELAYED = withPartner(20);
const [NEWS = ''] = idsOf(CONFIGURATION);
export const DELAYED_NEWS = idsOf(DELAYED).at(-1) ?? '';
export const HEIR = withPartner(45, [DELAYED_NEWS]);
export const HEIR_OF_NEWS = idsOf(HEIR).at(-1) ?? '';
export const withNews = (change: object): StoredConfiguration => ({
  ...CONFIGURATION,
  channels: CONFIGURATION.channels.map((channel) =>
    channel.id === 'news' ? { ...channel, ...change } : channel,
  ),
});

/** Stories that are published. */
export async function published(
  newsroom: Newsroom,
  names: readonly string[],
  configuration = CONFIGURATION,
): Promise<void> {
  await newsroom.place.stores.configure(configuration);
  for (const name of names) await newsroom.submit(name, TEXT, story(name));
  await newsroom.rest();
}

/** A submission that normalise takes up, after some stories. */
export const normalising = (
  name: string,
  before: string[],
  ...[id, mediaType, body, source = 'desk']: [string, string, string, string?]
): StageRun => ({
  name: `normalise: ${name}`,
  async prepare(newsroom) {
    await published(newsroom, before);
    const key = await newsroom.submit(id, mediaType, body, { isLost: true, source });
    return ({ normalise }) => normalise(key);
  },
});

/** What is normalised but not yet fanned out. */
export async function normalised(newsroom: Newsroom, keys: readonly string[]): Promise<void> {
  const { stores } = newsroom.place;
  await stores.normaliseQueue.receive({ deletes: true });
  for (const key of keys) await newsroom.workshop(stores).normalise(key);
}

/** Publishing a feed, that of `news` unless told otherwise, after something has happened to some published stories. */
export const publishing = (
  name: string,
  before: string[],
  happens: (newsroom: Newsroom) => Promise<unknown>,
  feed = NEWS,
): StageRun => ({
  name: `publish: ${name}`,
  async prepare(newsroom) {
    await published(newsroom, before, feed === NEWS ? CONFIGURATION : DELAYED);
    await happens(newsroom);
    const { stores } = newsroom.place;
    const workshop = newsroom.workshop(stores);
    for (const { key } of await stores.normaliseQueue.receive({ deletes: true }))
      await workshop.normalise(key);
    await stores.nowQueue.receive({ deletes: true });
    await workshop.tick();
    const messages = await stores.publishQueue.receive({ deletes: true });
    const mine = messages.find((message) => message.feed === feed);
    for (const message of messages) if (message !== mine) await workshop.publish(message);
    return (worker) => worker.publish(mine as PublishMessage);
  },
});

/** Another configuration is put in force, and its feeds are woken. */
export const reconfigured = async ({ place: { stores } }: Newsroom, configuration: StoredConfiguration) => {
  await stores.configure(configuration);
  for (const id of new Set([...idsOf(CONFIGURATION), ...idsOf(configuration)]))
    await stores.work.markDirty(feedSubject(id), 'applied');
};
