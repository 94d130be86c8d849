import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../../functions/publish/publish.ts';
import { createFragmentCache } from '../../../functions/publish/rules/fragment-cache.ts';
import type { PublishServices } from '../../../functions/publish/services.ts';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { tableKeys } from '../../../shared/contract/table-keys.ts';
import type { Head } from '../../../shared/domain/article.ts';
import { DOCUMENTS, FORMATS } from '../../../shared/domain/feed.ts';
import { type ArticleId, articleUri, type FeedId } from '../../../shared/domain/identity.ts';
import { receiptIdOf } from '../../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../../support/memory/cloud.ts';
import { mapMethods } from '../../support/memory/run.ts';
import { at, CONTENT, decided, headOf, id, ids } from './fixture.ts';

/**
 * A kill in a feed in which something else fails. The killed article leaves the documents in the same run of publish,
 * whatever fails afterwards.
 */

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example',
  sources: [],
  partnerFeeds: [
    { channel: 'news', profile: 'standard', terms: { delayMinutes: 60, territory: [] }, inherits: [] },
  ],
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
const [PUBLIC, DELAYED] = feedsOf(CONFIGURATION).map((feed) => feed.id) as [FeedId, FeedId];
const KILLED = id(1);
const BROKEN = id(2);
const NEW = id(9);

let cloud: MemoryCloud;
let hour: number;
let warnings: string[];
let fragments: PublishServices['fragments'];

const HASH = 'hash 1';

async function store(
  head: Head,
  { version = '1', contentHash = HASH } = {},
  content = CONTENT,
): Promise<void> {
  const { article, declaredId = '', source } = head;
  const facts = { declaredId, rawKey: 'raw/desk/r', removed: [], notes: [], pubstatus: 'usable' as const };
  const receivedAt = head.current?.received ?? at(9);
  const origin = { receivedAt, versioncreated: receivedAt, receipt: receiptIdOf('r') };
  const revision = { article, source, version, contentHash, ...facts, ...origin };
  await cloud.articles.putRevision(revision, content);
  await cloud.articles.putHead(head, (await cloud.articles.head(article)).token);
}

const services = (change: (stores: PublishServices) => PublishServices = (same) => same): PublishServices => {
  const { configuration, articles, feeds, documents, work, todo, wakeUps, edge } = cloud;
  return change({
    ...{ configuration, articles, feeds, documents, work, todo, wakeUps, edge, fragments },
    now: () => new Date(at(hour)),
    newId: () => crypto.randomUUID(),
    warn: (message) => void warnings.push(message),
  });
};

/** The articles that are in any document of the feed. */
async function shown(feed: FeedId): Promise<ArticleId[]> {
  const texts = await Promise.all(
    FORMATS.map((name) => cloud.documents.get(objectKeys.document(feed, DOCUMENTS[name].file))),
  );
  return ids(1, 10).filter((article) =>
    texts.some(
      (bytes) => bytes !== undefined && Buffer.from(bytes).toString('utf8').includes(articleUri(article)),
    ),
  );
}

beforeEach(async () => {
  cloud = memoryCloud();
  fragments = createFragmentCache();
  warnings = [];
  hour = 12;
  cloud.configuration.set(CONFIGURATION);
  for (const article of ids(1, 6)) await store(headOf(article));
  for (const feed of [PUBLIC, DELAYED]) await publish({ feed, articles: ids(1, 6) }, services(), () => 0);
  expect(await shown(PUBLIC)).toEqual(ids(1, 6));
  await store(headOf(KILLED, { decisions: decided('kill') }));
});

interface Failure {
  name: string;
  feed?: FeedId;
  prepare?: () => Promise<unknown>;
  change?: (stores: PublishServices) => PublishServices;
  /** What the feed shows after the run; without it the run fails, and the feed shows everything else that it showed. */
  shows?: ArticleId[];
}

const OTHERS = ids(2, 6);
const CORRECTION = { version: '2', contentHash: 'hash 2' };
const correct = (article: ArticleId) =>
  store(headOf(article, { current: { ...CORRECTION, received: at(12), changed: at(12) } }), CORRECTION);
const rejects = (reason: string) => () => Promise.reject(new Error(reason));
const without = (article: ArticleId): ArticleId[] => OTHERS.filter((one) => one !== article);

const FAILURES: Failure[] = [
  {
    name: 'the head of another article cannot be decoded',
    prepare: async () => cloud.alter(tableKeys.head(BROKEN), (row) => ({ ...row, head: 7 })),
    shows: without(BROKEN),
  },
  {
    name: 'the contents of another article cannot be decoded',
    prepare: async () => cloud.alter(tableKeys.content(BROKEN, HASH), (row) => ({ ...row, content: 7 })),
    shows: without(BROKEN),
  },
  {
    name: 'the contents of a new article are missing',
    prepare: () => store(headOf(NEW, { current: { contentHash: 'hash of nothing' } })),
    shows: OTHERS,
  },
  {
    name: 'the store of contents cannot be reached',
    change: (stores) => ({
      ...stores,
      articles: { ...stores.articles, readableContents: rejects('the store is unavailable') },
    }),
  },
  {
    name: 'rendering throws',
    change: (stores) => ({
      ...stores,
      fragments: {
        get: () => {
          throw new Error('a bug');
        },
      },
    }),
  },
  {
    name: 'due instants cannot be written',
    feed: DELAYED,
    prepare: () => correct(BROKEN),
    change: (stores) => ({ ...stores, work: { scheduleDue: rejects('the table refuses writes') } }),
  },
  {
    name: 'a revision of another article cannot be decoded, in a feed with a delay',
    feed: DELAYED,
    prepare: async () => {
      await correct(BROKEN);
      cloud.alter(tableKeys.revision(BROKEN, '1'), (row) => ({ ...row, revision: 7 }));
    },
    shows: without(BROKEN),
  },
  {
    name: 'revisions cannot be read, in a feed with a delay',
    feed: DELAYED,
    prepare: () => correct(BROKEN),
    change: (stores) => ({
      ...stores,
      articles: { ...stores.articles, revisions: rejects('the store is unavailable') },
    }),
  },
  {
    name: 'the release of a held feed cannot be decoded',
    prepare: async () => {
      const state = await cloud.feeds.state(PUBLIC);
      if (state === undefined) throw new Error('the feed has no state');
      const held = { since: at(11), lost: [id(3)] };
      await cloud.feeds.commit(PUBLIC, { ...state, rev: state.rev + 1, held }, state.rev);
      await cloud.feeds.settle(PUBLIC, state.rev + 1);
    },
    change: (stores) => ({
      ...stores,
      feeds: { ...stores.feeds, lossesReleasedAt: rejects('cannot be decoded') },
    }),
  },
];

describe('a killed article leaves the documents in one run, although', () => {
  test.each(FAILURES)('$name', async ({ feed = PUBLIC, prepare, change, shows }) => {
    await prepare?.();
    // A new function has no rendered items in memory.
    fragments = createFragmentCache();
    const run = publish({ feed, articles: [KILLED, BROKEN, NEW] }, services(change), () => 0);
    if (shows === undefined) await expect(run).rejects.toThrow();
    else await run;
    expect(await shown(feed)).toEqual(shows ?? OTHERS);
    const logged = await cloud.feeds.log(feed, 10);
    expect(logged.filter(({ killed }) => killed?.includes(KILLED))).toHaveLength(1);
    expect(cloud.edge.invalidated.size).toBe(1);
    if (shows !== undefined && shows.length < OTHERS.length)
      expect(warnings).toEqual(['articles cannot be read or rendered and are left out of a feed']);
  });

  test.each<[string, (key: string) => Promise<unknown>, ArticleId[]]>([
    ['one of the stored documents is missing', (key) => cloud.documents.remove(key), []],
    [
      'somebody has overwritten one of the stored documents',
      async (key) =>
        cloud.documents.put(
          key,
          { bytes: Buffer.from('?'), mediaType: 'text/plain' },
          await cloud.documents.etag(key),
        ),
      [],
    ],
  ])('%s and nothing can be rendered', async (_, change, left) => {
    const key = objectKeys.document(PUBLIC, DOCUMENTS.rss.file);
    await change(key);
    const broken = (stores: PublishServices): PublishServices => ({
      ...stores,
      articles: { ...stores.articles, readableContents: rejects('the store is unavailable') },
    });
    fragments = createFragmentCache();
    await expect(publish({ feed: PUBLIC, articles: [KILLED] }, services(broken), () => 0)).rejects.toThrow();
    expect(await shown(PUBLIC)).toEqual(OTHERS);
    const rss = Buffer.from((await cloud.documents.get(key)) ?? []).toString('utf8');
    expect(ids(1, 6).filter((article) => rss.includes(article))).toEqual(left);
    await publish({ feed: PUBLIC, articles: [KILLED] }, services(), () => 0);
    expect(Buffer.from((await cloud.documents.get(key)) ?? []).toString('utf8')).toContain(id(5));
  });
});

test('a publisher that committed the removal and stopped is followed by one that puts it first, before anything that can fail', async () => {
  const stopped = (stores: PublishServices): PublishServices => ({
    ...stores,
    documents: { ...stores.documents, put: rejects('the function was ended') },
  });
  await expect(publish({ feed: PUBLIC, articles: [KILLED] }, services(stopped), () => 0)).rejects.toThrow();
  expect(await shown(PUBLIC)).toContain(KILLED);
  const broken = (stores: PublishServices): PublishServices => ({
    ...stores,
    articles: { ...stores.articles, readableContents: rejects('the store is unavailable') },
  });
  await expect(publish({ feed: PUBLIC, articles: [] }, services(broken), () => 0)).rejects.toThrow();
  expect(await shown(PUBLIC)).toEqual(OTHERS);
  expect(await cloud.feeds.state(PUBLIC)).toMatchObject({ rev: 2, settled: 2 });
});

const COPIES = ['plain', 'compressed'] as const;
const isPacked = (key: string): boolean => key.endsWith('.gz');
const unavailable = (stores: PublishServices): PublishServices => ({
  ...stores,
  articles: { ...stores.articles, readableContents: rejects('the store is unavailable') },
});
/** Puts only one copy of each document; the function is ended before it puts the others. */
const puttingOnly =
  (copy: (typeof COPIES)[number]) =>
  (stores: PublishServices): PublishServices => ({
    ...stores,
    documents: {
      ...stores.documents,
      put: (key, ...how) =>
        isPacked(key) === (copy === 'compressed')
          ? stores.documents.put(key, ...how)
          : Promise.reject(new Error('the function was ended')),
    },
  });
const puttingNothing = (stores: PublishServices): PublishServices => ({
  ...stores,
  documents: { ...stores.documents, put: rejects('the function was ended') },
});

/** The texts of all stored documents of the public feed, by key. */
async function stored(): Promise<Map<string, string>> {
  const keys = FORMATS.flatMap((name) =>
    [objectKeys.document, objectKeys.gzipDocument].map((keyOf) => keyOf(PUBLIC, DOCUMENTS[name].file)),
  );
  const read = keys.map(async (key) => {
    const bytes = (await cloud.documents.get(key)) ?? new Uint8Array();
    return [key, Buffer.from(isPacked(key) ? gunzipSync(bytes) : bytes).toString('utf8')] as const;
  });
  return new Map(await Promise.all(read));
}

describe.each(COPIES)('after a publisher that was ended when it had put the %s copies', (copy) => {
  test('of a correction, no removal puts the text before the correction into any copy again', async () => {
    await publish({ feed: PUBLIC, articles: [KILLED] }, services(), () => 0);
    const corrected = { ...CORRECTION, received: at(12), changed: at(12) };
    await store(headOf(BROKEN, { current: corrected }), CORRECTION, {
      ...CONTENT,
      headline: 'The bridge stays closed',
    });
    const ended = publish({ feed: PUBLIC, articles: [BROKEN] }, services(puttingOnly(copy)), () => 0);
    await expect(ended).rejects.toThrow('the function was ended');
    const before = await stored();
    const showsCorrection = [...before].filter(([, text]) => text.includes('The bridge stays closed'));
    expect(showsCorrection.map(([key]) => isPacked(key))).toEqual(Array(3).fill(copy === 'compressed'));

    await store(headOf(id(3), { decisions: decided('kill') }));
    fragments = createFragmentCache();
    const removal = publish({ feed: PUBLIC, articles: [id(3)] }, services(unavailable), () => 0);
    await expect(removal).rejects.toThrow('the store is unavailable');
    for (const text of (await stored()).values()) {
      expect(text).not.toContain(articleUri(id(3)));
      expect(text).not.toContain(articleUri(BROKEN));
      expect(text).toContain(articleUri(id(4)));
    }

    await publish({ feed: PUBLIC, articles: [] }, services(), () => 0);
    for (const text of (await stored()).values()) expect(text).toContain('The bridge stays closed');
  });

  test('of a new article, the kill of this article reaches them before anything that can fail', async () => {
    await publish({ feed: PUBLIC, articles: [KILLED] }, services(), () => 0);
    await store(headOf(NEW));
    const ended = publish({ feed: PUBLIC, articles: [NEW] }, services(puttingOnly(copy)), () => 0);
    await expect(ended).rejects.toThrow('the function was ended');
    // The next publisher cannot read the article, commits without it, and is ended before it puts a document.
    cloud.alter(tableKeys.content(NEW, HASH), (row) => ({ ...row, content: 7 }));
    fragments = createFragmentCache();
    const next = publish({ feed: PUBLIC, articles: [NEW] }, services(puttingNothing), () => 0);
    await expect(next).rejects.toThrow('the function was ended');

    await store(headOf(NEW, { decisions: decided('kill') }));
    fragments = createFragmentCache();
    const last = publish({ feed: PUBLIC, articles: [NEW] }, services(unavailable), () => 0);
    await expect(last).rejects.toThrow('the store is unavailable');
    for (const text of (await stored()).values()) expect(text).not.toContain(articleUri(NEW));
  });
});

/** The calls of one publish of the public feed; equal calls in a row are recorded once. */
async function callsOf(articles: ArticleId[]): Promise<string[]> {
  const calls: string[] = [];
  const { fragments: cache, now, newId, warn, todo, wakeUps, ...stores } = services();
  const recorded = mapMethods(stores, (name, call) => (...args) => {
    if (calls.at(-1) !== name) calls.push(name);
    return call(...args);
  });
  await publish(
    { feed: PUBLIC, articles },
    { ...recorded, todo, wakeUps, fragments: cache, now, newId, warn },
    () => 0,
  );
  return calls;
}

describe('the calls of a publish', () => {
  const READS = ['documents.etag', 'feeds.state', 'configuration.current', 'articles.readableHeads'];

  test('without a removal do not include a read of the stored documents', async () => {
    await callsOf([KILLED]);
    await store(headOf(NEW));
    expect(await callsOf([NEW])).not.toContain('documents.get');
  });

  test('of a kill: one commit and six PUTs, if no article of the reserve takes the place', async () => {
    const calls = await callsOf([KILLED]);
    expect(calls.slice(0, READS.length)).toEqual(READS);
    const removal = ['documents.get', 'feeds.commit', 'documents.put', 'edge.invalidate'];
    expect(calls.slice(READS.length, READS.length + removal.length)).toEqual(removal);
    expect(calls.filter((name) => name === 'feeds.commit' || name === 'documents.put')).toHaveLength(2);
    expect(calls.at(-1)).toBe('articles.readableContents');
  });
});
