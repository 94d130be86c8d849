import { beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../../functions/publish/publish.ts';
import { createFragmentCache } from '../../../functions/publish/rules/fragment-cache.ts';
import type { PublishServices } from '../../../functions/publish/services.ts';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import type { Head } from '../../../shared/domain/article.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { feedIdOf, receiptIdOf } from '../../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../../support/memory/cloud.ts';
import { mapMethods } from '../../support/memory/run.ts';
import { at, CONTENT, decided, headOf, id, NOW } from './fixture.ts';

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
      items: 10,
      public: true,
      select: { source: 'desk' },
    },
  ],
};
const FEED = feedsOf(CONFIGURATION)[0]?.id ?? feedIdOf('');

let cloud: MemoryCloud;
let calls: string[];
let warnings: [message: string, metric: string | undefined][];
let services: PublishServices;

/** Services with stores in memory. They record each call; equal calls in a row are recorded once. */
beforeEach(() => {
  cloud = memoryCloud();
  calls = [];
  warnings = [];
  const { configuration, articles, feeds, documents, work, todo, wakeUps, edge } = cloud;
  const stores = mapMethods({ configuration, articles, feeds, documents, work, edge }, (name, call) => {
    return (...args) => {
      if (calls.at(-1) !== name) calls.push(name);
      return call(...args);
    };
  });
  services = {
    ...stores,
    todo,
    wakeUps,
    fragments: createFragmentCache(),
    now: () => new Date(NOW),
    newId: () => crypto.randomUUID(),
    warn: (message, _facts, metric) => void warnings.push([message, metric]),
  };
});

async function store(head: Head): Promise<void> {
  const { article, declaredId = '', source, current } = head;
  if (current === undefined) throw new Error('a head without a revision');
  const { version, contentHash, pubstatus, received: receivedAt } = current;
  const own = { article, source, declaredId, version, contentHash, pubstatus, receivedAt };
  const origin = {
    versioncreated: receivedAt,
    receipt: receiptIdOf('r'),
    rawKey: 'raw/desk/r',
    removed: [],
    notes: [],
  };
  await cloud.articles.putRevision({ ...own, ...origin }, CONTENT);
  await cloud.articles.putHead(head, (await cloud.articles.head(article)).token);
}

const run = (articles: ArticleId[]): Promise<void> => publish({ feed: FEED, articles }, services, () => 0);

const READS = [
  'documents.etag',
  'feeds.state',
  'configuration.current',
  'articles.readableHeads',
  'articles.readableContents',
];

describe('publish', () => {
  test('reads its input, commits the state, puts the documents, writes the log and settles the rev, in this order', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    await run([id(1)]);
    expect(calls).toEqual([
      ...READS,
      'feeds.commit',
      'documents.put',
      'feeds.appendLog',
      'feeds.rev',
      'feeds.settle',
    ]);
    expect(await cloud.feeds.state(FEED)).toMatchObject({ rev: 1, settled: 1 });
  });

  test('writes nothing if nothing has changed', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    await run([id(1)]);
    calls = [];
    await run([id(1)]);
    expect(calls).toEqual(READS);
  });

  test('if an article was killed, invalidates the documents after it puts them and before it settles the rev', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    await run([id(1)]);
    await store(headOf(id(1), { decisions: decided('kill') }));
    calls = [];
    await run([id(1)]);
    expect(calls.slice(READS.length)).toEqual([
      'feeds.commit',
      'documents.put',
      'edge.invalidate',
      'feeds.appendLog',
      'feeds.rev',
      'feeds.settle',
    ]);
  });

  test('schedules the due instants of a feed with a delay before it commits', async () => {
    const terms = { delayMinutes: 120, territory: [] };
    const partnerFeeds = [{ channel: 'news', profile: 'standard', terms, inherits: [] }];
    cloud.configuration.set({ ...CONFIGURATION, partnerFeeds });
    const feed = feedsOf({ ...CONFIGURATION, partnerFeeds })[1]?.id ?? '';
    await store(headOf(id(1), { current: { received: at(11) }, firstReceived: at(11) }));
    await publish({ feed: feedIdOf(feed), articles: [id(1)] }, services, () => 0);
    expect(calls.slice(READS.length - 1, READS.length + 1)).toEqual(['work.scheduleDue', 'feeds.commit']);
    expect(await cloud.work.due(at(13), 10)).toEqual([{ instant: at(13), subject: id(1) }]);
  });

  test('warns and puts the documents again if somebody has overwritten one', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    await run([id(1)]);
    const key = `feeds/${FEED}/rss.xml`;
    const etag = await cloud.documents.etag(key);
    await cloud.documents.put(key, { bytes: Buffer.from('x'), mediaType: 'text/plain' }, etag);
    await run([]);
    expect(await cloud.documents.etag(key)).toBe(etag);
    expect(warnings).toEqual([['documents had been overwritten and are in place again', undefined]]);
  });

  test('increases the metric GateStops and fails, if the gate stops a feed that has no good documents yet', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    const broken = { article: id(1), language: 'en', fragments: { rss: '<item>', atom: '', json: '' } };
    services.fragments = { get: () => ({ ok: true, item: broken }) };
    await expect(run([id(1)])).rejects.toThrow(/no good documents yet: rss: /);
    expect(warnings.map(([, metric]) => metric)).toEqual(['GateStops']);
    expect(await cloud.feeds.state(FEED)).toBeUndefined();
  });

  test('removes the documents of a feed that the configuration no longer has, and keeps its log', async () => {
    cloud.configuration.set(CONFIGURATION);
    await store(headOf(id(1)));
    await run([id(1)]);
    cloud.configuration.set({ ...CONFIGURATION, channels: [] });
    calls = [];
    await run([]);
    expect(calls.slice(READS.length - 2)).toEqual([
      'feeds.commit',
      'documents.remove',
      'feeds.appendLog',
      'feeds.rev',
      'feeds.settle',
    ]);
    expect((await cloud.feeds.log(FEED, 5)).map(({ rev, removed }) => [rev, removed])).toEqual([
      [2, [id(1)]],
      [1, []],
    ]);
    calls = [];
    await run([]);
    expect(calls).toEqual(READS.slice(0, 3));
  });
});
