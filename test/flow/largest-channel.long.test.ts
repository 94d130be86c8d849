import pLimit from 'p-limit';
import { expect, test } from 'vitest';
import { publish } from '../../functions/publish/publish.ts';
import { createFragmentCache } from '../../functions/publish/rules/fragment-cache.ts';
import type { PublishServices } from '../../functions/publish/services.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { Head } from '../../shared/domain/article.ts';
import { DOCUMENTS, FORMATS } from '../../shared/domain/feed.ts';
import { articleId, articleUri, sha256 } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { versionStamp } from '../../shared/domain/order.ts';
import { openEmulators } from '../contract/emulators.ts';
import { receiptIdOf } from '../support/ids.ts';
import { memoryEdgeCache } from '../support/memory/edge-cache.ts';

/** The largest `items` that a channel may have (shared/domain/channel.ts). */
const ITEMS = 1000;
/** The items, their reserve, and more articles than the manifest has room for. */
const ARTICLES = 2 * ITEMS + 50;
/** How many articles each of the first publishes takes in. */
const TAKEN_IN = 1000;
const START = Date.UTC(2026, 3, 13);

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example',
  sources: [],
  partnerFeeds: [],
  channels: [
    {
      id: 'news',
      title: 'News',
      link: 'https://desk.example/',
      items: ITEMS,
      public: true,
      select: { source: 'desk' },
    },
  ],
};

/** The article with this number: 0 is the newest. Each came with a submission of its own. */
function articleOf(number: number): { head: Head; receipt: string } {
  const article = articleId('desk', `story ${number}`);
  const received = instantOf(new Date(START - number * 61_003));
  const receipt = receiptIdOf(sha256(`receipt ${number}`));
  const facts = {
    source: 'desk',
    language: 'en',
    subjects: [],
    genres: [],
    places: [],
    headline: `Story ${number}`,
  };
  return {
    receipt,
    head: {
      ...{
        article,
        source: 'desk',
        declaredId: `story ${number}`,
        firstSeen: received,
        firstReceived: received,
      },
      current: {
        version: versionStamp('arrival', { receivedAt: received, receipt, item: 0 }),
        contentHash: sha256(`contents ${number}`),
        pubstatus: 'usable',
        ...{ changed: received, received, created: received, facts },
      },
    },
  };
}

/** The emulator refuses a row of more than 400 kB, as DynamoDB does. */
test('a channel with the largest number of items and a full reserve is published, and a killed article leaves it', async () => {
  const backend = await openEmulators();
  try {
    const { stores } = backend;
    const { articles, feeds, documents, work, todo, wakeUps, configuration } = stores;
    await stores.configure(CONFIGURATION);
    const [feed] = feedsOf(CONFIGURATION);
    if (feed === undefined) throw new Error('the configuration has no feed');
    const all = Array.from({ length: ARTICLES }, (_, number) => articleOf(number));
    const limit = pLimit(16);
    const content = { headline: 'A story', bylines: [], language: 'en', body: '<p>All of it.</p>' };
    await limit.map(all, async ({ head, receipt }) => {
      const { article, current, source, declaredId = '' } = head;
      if (current === undefined) return;
      const { version, contentHash, pubstatus, received: receivedAt } = current;
      const origin = {
        receivedAt,
        versioncreated: receivedAt,
        receipt: receiptIdOf(receipt),
        rawKey: 'raw/desk/r',
      };
      await articles.putRevision(
        { article, version, contentHash, pubstatus, source, declaredId, ...origin, removed: [], notes: [] },
        { ...content, subjects: [], genres: [], places: [], associations: [] },
      );
      await articles.putHead(head, 0);
    });

    let now = START + 1000;
    const services: PublishServices = {
      ...{ configuration, articles, feeds, documents, work, todo, wakeUps, edge: memoryEdgeCache() },
      fragments: createFragmentCache(),
      now: () => new Date(now),
      newId: () => crypto.randomUUID(),
      warn: (message) => {
        throw new Error(message);
      },
    };
    const ids = all.map(({ head }) => head.article);
    for (let from = 0; from < ids.length; from += TAKEN_IN)
      await publish({ feed: feed.id, articles: ids.slice(from, from + TAKEN_IN) }, services, () => 0);
    const shown = async () => (await feeds.state(feed.id))?.manifest.filter((entry) => entry.shown) ?? [];
    expect((await feeds.state(feed.id))?.manifest).toHaveLength(2 * ITEMS);
    expect((await shown()).map(({ article }) => article)).toEqual(ids.slice(0, ITEMS));

    const [killed] = all;
    if (killed === undefined) throw new Error('there is no article');
    now += 60_000;
    const kill = {
      action: 'kill',
      at: instantOf(new Date(now)),
      by: 'Jane Roe',
      receipt: receiptIdOf('k'),
    } as const;
    await articles.putHead({ ...killed.head, decisions: { kill } }, 1);
    await publish({ feed: feed.id, articles: [killed.head.article] }, services, () => 0);
    expect((await shown()).map(({ article }) => article)).toEqual(ids.slice(1, ITEMS + 1));
    expect(await feeds.state(feed.id)).toMatchObject({ rev: 4, settled: 4 });
    for (const name of FORMATS) {
      const bytes = await documents.get(objectKeys.document(feed.id, DOCUMENTS[name].file));
      const text = Buffer.from(bytes ?? []).toString('utf8');
      expect(text).not.toContain(articleUri(killed.head.article));
      expect(text).toContain(articleUri(ids[ITEMS] ?? ''));
    }
  } finally {
    await backend.close();
  }
}, 600_000);
