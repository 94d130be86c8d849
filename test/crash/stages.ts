import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf, STANDARD_PROFILE } from '../../shared/contract/feeds.ts';
import { DECISION_MEDIA_TYPE, type PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { articleId, sha256 } from '../../shared/domain/identity.ts';
import type { Newsroom, Workshop } from './newsroom.ts';

/** What a stage does in one go, and what has happened before. */
export interface StageRun {
  name: string;
  /** Brings the newsroom to where the stage begins; gives what a worker does then, be it the first or a later one. */
  prepare(newsroom: Newsroom): Promise<(workshop: Workshop) => Promise<unknown>>;
}

const idsOf = (configuration: StoredConfiguration): string[] => feedsOf(configuration).map(({ id }) => id);

const TOKEN = 'a token of the desk';
const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.example',
  sources: [
    { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [sha256(TOKEN)] },
    { id: 'wire', order: 'version', language: 'en', boilerplate: [], tokenHashes: [] },
  ],
  partnerFeeds: [],
  channels: [
    {
      ...{ id: 'news', items: 20, public: true, title: 'News', link: 'https://desk.example/news' },
      select: { source: 'desk' },
    },
    {
      ...{ id: 'all', items: 20, public: true, title: 'All', link: 'https://desk.example/all' },
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
const DELAYED_NEWS = idsOf(DELAYED).at(-1) ?? '';
const HEIR = withPartner(45, [DELAYED_NEWS]);
const HEIR_OF_NEWS = idsOf(HEIR).at(-1) ?? '';
const withNews = (change: object): StoredConfiguration => ({
  ...CONFIGURATION,
  channels: CONFIGURATION.channels.map((channel) =>
    channel.id === 'news' ? { ...channel, ...change } : channel,
  ),
});

const TEXT = 'text/plain; charset=utf-8';
const NINJS = 'application/ninjs+json';
const story = (name: string): string => `Story ${name}\n\nThis is all of ${name}.`;
const decision = (action: string, more: object = {}): string =>
  JSON.stringify({ action, by: 'Jane Roe', ...more });
const ninjs = (uri: string, more: object): string =>
  JSON.stringify({ uri, headlines: [{ role: 'main', value: `Story ${uri}` }], language: 'en', ...more });
const item = (id: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Item ${id}</title><description>All of ${id}.</description></item>`;
const FEED = `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link><description>d</description>${['x', 'y', 'z'].map(item).join('')}</channel></rss>`;

/** Stories that are published. */
async function published(
  newsroom: Newsroom,
  names: readonly string[],
  configuration = CONFIGURATION,
): Promise<void> {
  await newsroom.place.stores.configure(configuration);
  for (const name of names) await newsroom.submit(name, TEXT, story(name));
  await newsroom.rest();
}

/** A submission that normalise takes up, after some stories. */
const normalising = (
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
async function normalised(newsroom: Newsroom, keys: readonly string[]): Promise<void> {
  const { stores } = newsroom.place;
  await stores.normaliseQueue.receive({ deletes: true });
  for (const key of keys) await newsroom.workshop(stores).normalise(key);
}

/** Publishing a feed, that of `news` unless told otherwise, after something has happened to some published stories. */
const publishing = (
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

const reconfigured = async ({ place: { stores } }: Newsroom, configuration: StoredConfiguration) => {
  await stores.configure(configuration);
  for (const id of new Set([...idsOf(CONFIGURATION), ...idsOf(configuration)]))
    await stores.work.markDirty(feedSubject(id), 'applied');
};

export const STAGE_RUNS: readonly StageRun[] = [
  {
    name: 'ingest',
    async prepare(newsroom) {
      await published(newsroom, ['a']);
      const request = {
        ...{ source: 'desk', token: TOKEN, kind: 'content' as const, mediaType: TEXT },
        ...{ declaredId: 'b', idempotencyKey: 'once', bytes: Buffer.from(story('b')) },
      };
      return ({ ingest }) => ingest(request);
    },
  },
  normalising('an article', [], 'a', TEXT, story('a')),
  normalising('a correction', ['a'], 'a', TEXT, story('a corrected')),
  normalising(
    'an article with an embargo and an end',
    ['a'],
    'b',
    NINJS,
    ninjs('b', {
      embargoed: '2026-03-02T10:00:00Z',
      expires: '2026-03-02T12:00:00Z',
    }),
  ),
  normalising('a kill', ['a'], 'a', DECISION_MEDIA_TYPE, decision('kill')),
  normalising('a kill before its article', [], 'a', DECISION_MEDIA_TYPE, decision('kill')),
  normalising(
    'a moved embargo',
    ['a'],
    'a',
    DECISION_MEDIA_TYPE,
    decision('embargo', {
      until: '2026-03-02T11:00:00.000Z',
    }),
  ),
  normalising(
    'an article that says it is canceled',
    ['a'],
    'a',
    NINJS,
    ninjs('a', { pubstatus: 'canceled' }),
  ),
  normalising('many items', ['a'], 'feed', 'application/rss+xml', FEED, 'wire'),
  normalising('what is rejected', ['a'], 'b', 'application/json', '{'),
  {
    name: 'fan-out: a tick',
    async prepare(newsroom) {
      await published(newsroom, ['a', 'b']);
      const embargoed = ninjs('c', { embargoed: newsroom.now().toISOString() });
      const keys = [
        await newsroom.submit('a', TEXT, story('a corrected')),
        await newsroom.submit('b', DECISION_MEDIA_TYPE, decision('hold')),
        await newsroom.submit('c', NINJS, embargoed),
      ];
      await normalised(newsroom, keys);
      await newsroom.place.stores.work.scheduleDue(newsroom.now().toISOString(), articleId('desk', 'c'));
      return ({ tick }) => tick();
    },
  },
  {
    name: 'fan-out: at once',
    async prepare(newsroom) {
      await published(newsroom, ['a', 'b']);
      await normalised(newsroom, [await newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'))]);
      return ({ fanOutNow }) => fanOutNow(articleId('desk', 'a'));
    },
  },
  {
    name: 'fan-out: a sweep',
    async prepare(newsroom) {
      await published(newsroom, ['a']);
      for (const id of ['b', 'c']) await newsroom.submit(id, TEXT, story(id), { isLost: true });
      const { feeds } = newsroom.place.stores;
      for (const { id } of feedsOf(CONFIGURATION)) {
        const state = await feeds.state(id);
        if (state) await feeds.commit(id, { ...state, rev: state.rev + 1 }, state.rev);
      }
      newsroom.wait(30);
      return ({ sweep }) => sweep();
    },
  },
  publishing('first documents', [], (newsroom) => newsroom.submit('a', TEXT, story('a'))),
  publishing('a correction and a new story', ['a', 'b'], async (newsroom) => {
    await newsroom.submit('a', TEXT, story('a corrected'));
    await newsroom.submit('c', TEXT, story('c'));
  }),
  publishing('a kill', ['a', 'b'], (newsroom) => newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'))),
  publishing('a channel that is removed', ['a'], (newsroom) =>
    reconfigured(newsroom, {
      ...CONFIGURATION,
      channels: CONFIGURATION.channels.filter(({ id }) => id !== 'news'),
    }),
  ),
  publishing(
    'a feed that is held while one of its stories is killed',
    ['a', 'b', 'c', 'd', 'e'],
    async (newsroom) => {
      await reconfigured(newsroom, withNews({ select: { words: 'Story e' } }));
      await newsroom.submit('a', DECISION_MEDIA_TYPE, decision('kill'));
    },
  ),
  publishing(
    'a correction within a feed’s delay, and a story that is due',
    ['a'],
    async (newsroom) => {
      newsroom.wait(30);
      await newsroom.rest();
      await newsroom.submit('b', TEXT, story('b'));
      newsroom.wait(25);
      await newsroom.submit('a', TEXT, story('a corrected'));
    },
    DELAYED_NEWS,
  ),
  publishing(
    'a partner’s feed that inherits a withdrawal',
    ['a', 'b'],
    async (newsroom) => {
      newsroom.wait(30);
      await newsroom.rest();
      await reconfigured(newsroom, HEIR);
      await newsroom.submit('b', DECISION_MEDIA_TYPE, decision('kill'));
    },
    HEIR_OF_NEWS,
  ),
];
