import { beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../../functions/publish/publish.ts';
import { createFragmentCache } from '../../../functions/publish/rules/fragment-cache.ts';
import type { PublishServices } from '../../../functions/publish/services.ts';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import { feedSubject } from '../../../shared/contract/subject.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { feedIdOf, receiptIdOf } from '../../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../../support/memory/cloud.ts';
import { at, CONTENT, FEED as FIXTURE, headOf, id, NOW } from './fixture.ts';

const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example',
  sources: [],
  partnerFeeds: [],
  channels: [FIXTURE.channel],
};
const FEED = feedsOf(CONFIGURATION)[0]?.id ?? feedIdOf('');
/** More TODO rows than one round takes in. */
const MANY_ROWS = 230;

let cloud: MemoryCloud;
let services: PublishServices;
let reads: number;
beforeEach(() => {
  cloud = memoryCloud();
  cloud.configuration.set(CONFIGURATION);
  reads = 0;
  services = {
    ...cloud,
    feeds: { ...cloud.feeds, state: (feed) => (reads++, cloud.feeds.state(feed)) },
    fragments: createFragmentCache(),
    now: () => new Date(NOW),
    newId: () => crypto.randomUUID(),
    warn: () => {},
  };
});

async function store(article: ArticleId): Promise<void> {
  const { current, ...head } = headOf(article);
  if (current === undefined) throw new Error('a head without a revision');
  const { version, contentHash, pubstatus, received: receivedAt } = current;
  const origin = { versioncreated: receivedAt, receipt: receiptIdOf('r'), rawKey: 'raw/desk/r' };
  const own = { article, source: 'desk', declaredId: article, version, contentHash, pubstatus, receivedAt };
  await cloud.articles.putRevision({ ...own, ...origin, removed: [], notes: [] }, CONTENT);
  await cloud.articles.putHead({ ...head, current }, 0);
}

/** What fan-out does: writes a TODO row for each article, and announces a wake-up. */
async function handOver(articles: readonly ArticleId[], token: string): Promise<void> {
  for (const [nth, article] of articles.entries())
    await cloud.todo.add([{ feed: FEED, at: at(11), token: `${token}-${nth}`, articles: [article] }]);
  await cloud.wakeUps.announce({ feed: FEED, token }, { at: at(11), lostBefore: at(10) });
}

const wakeUp = (token: string) => ({ feed: FEED, articles: [], wakeUp: token });
const shown = async (): Promise<ArticleId[]> =>
  ((await cloud.feeds.state(FEED))?.manifest ?? []).map(({ article }) => article);
const waiting = () => cloud.todo.oldest(FEED, 1000);
const wakeRows = () => cloud.wakeUps.writtenBefore(at(23), 10);

describe('publish', () => {
  test('takes in the articles of the TODO rows and removes the rows and the WAKE row', async () => {
    for (const article of [id(1), id(2)]) await store(article);
    await handOver([id(1), id(2)], 'w');
    await publish(wakeUp('w'), services, () => 0);
    expect((await shown()).toSorted()).toEqual([id(1), id(2)]);
    expect([await waiting(), await wakeRows()]).toEqual([[], []]);
  });

  test('does not look at a feed without TODO rows, and leaves no row, if a wake-up comes twice', async () => {
    await store(id(1));
    await handOver([id(1)], 'w');
    await publish(wakeUp('w'), services, () => 0);
    const before = reads;
    await publish(wakeUp('w'), services, () => 0);
    expect(reads).toBe(before);
    expect(await wakeRows()).toEqual([]);
  });

  test('looks at a feed without TODO rows if an operator sends a message with the feed alone', async () => {
    await publish({ feed: FEED, articles: [] }, services, () => 0);
    expect(await cloud.feeds.state(FEED)).toMatchObject({ rev: 1, settled: 1 });
  });

  test('takes in the articles of a message of the version before, and the TODO rows', async () => {
    for (const article of [id(1), id(2)]) await store(article);
    await handOver([id(1)], 'w');
    await publish({ feed: FEED, articles: [id(2)] }, services, () => 0);
    expect((await shown()).toSorted()).toEqual([id(1), id(2)]);
    expect(await wakeRows()).toEqual([FEED]);
  });

  test('keeps a row that is written after it has read the rows, and the wake-up for that row', async () => {
    for (const article of [id(1), id(2)]) await store(article);
    await handOver([id(1)], 'first');
    const { commit } = cloud.feeds;
    services.feeds = {
      ...services.feeds,
      async commit(...args) {
        await handOver([id(2)], 'second');
        return commit(...args);
      },
    };
    await publish(wakeUp('first'), services, () => 0);
    expect((await waiting()).map(({ token }) => token)).toEqual(['second-0']);
    expect(await cloud.wakeUps.announce({ feed: FEED, token: 't' }, { at: at(11), lostBefore: at(10) })).toBe(
      'refused',
    );
    services.feeds = cloud.feeds;
    await publish(wakeUp('second'), services, () => 0);
    expect([(await shown()).length, await waiting(), await wakeRows()]).toEqual([2, [], []]);
  });

  test('keeps its rows if it fails', async () => {
    await store(id(1));
    await handOver([id(1)], 'w');
    services.documents = { ...cloud.documents, put: () => Promise.reject(new Error('no access')) };
    await expect(publish(wakeUp('w'), services, () => 0)).rejects.toThrow('no access');
    expect(await waiting()).toHaveLength(1);
    expect(await wakeRows()).toEqual([FEED]);
  });

  test(`takes in ${MANY_ROWS} rows in rounds while it has time`, async () => {
    await handOver(
      Array.from({ length: MANY_ROWS }, (_, nth) => id(nth)),
      'w',
    );
    await publish(wakeUp('w'), services, () => 15_000);
    expect([await waiting(), await wakeRows()]).toEqual([[], []]);
    expect(await cloud.work.due(NOW, 10)).toEqual([]);
  });

  test('marks the feed for the next tick if it has no time for another round', async () => {
    await handOver(
      Array.from({ length: MANY_ROWS }, (_, nth) => id(nth)),
      'w',
    );
    await publish(wakeUp('w'), services, () => 1000);
    expect(await waiting()).toHaveLength(MANY_ROWS - 100);
    expect(await cloud.work.due(NOW, 10)).toEqual([{ instant: NOW, subject: feedSubject(FEED) }]);
  });
});
