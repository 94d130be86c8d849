import { beforeEach, describe, expect, test } from 'vitest';
import { fanOutNow, tick } from '../../../functions/fan-out/fan-out.ts';
import type { FanOutServices } from '../../../functions/fan-out/services.ts';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import { feedSubject } from '../../../shared/contract/subject.ts';
import type { FeedId } from '../../../shared/domain/identity.ts';
import { articleIdOf, asInstant } from '../../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../../support/memory/cloud.ts';

const MINUTE = 60_000;
const FEEDS = 25;
const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.desk.example',
  sources: [],
  partnerFeeds: [],
  channels: Array.from({ length: FEEDS }, (_, at) => ({
    id: `c${at}`,
    title: `C${at}`,
    link: 'https://desk.example/',
    items: 5,
    public: true,
    select: { all: [] },
  })),
};
const IDS = feedsOf(CONFIGURATION).map(({ id }) => id);

let cloud: MemoryCloud;
let services: FanOutServices;
let milliseconds: number;
let sent: FeedId[];
beforeEach(() => {
  cloud = memoryCloud();
  cloud.configuration.set(CONFIGURATION);
  milliseconds = Date.UTC(2026, 3, 13, 9);
  sent = [];
  services = {
    ...cloud,
    publishQueue: { send: async (messages) => void sent.push(...messages.map(({ feed }) => feed)) },
    now: () => new Date(milliseconds),
    newId: () => crypto.randomUUID(),
    warn: () => {},
  };
});

const changeAll = async (): Promise<void> => {
  for (const id of IDS) await cloud.work.markDirty(feedSubject(id), crypto.randomUUID());
};
const runTick = (): Promise<void> => tick(services, () => 0);
const rowsOf = async (): Promise<number[]> =>
  Promise.all(IDS.map(async (id) => (await cloud.todo.oldest(id, 100)).length));

describe('fan-out', () => {
  test('sends one wake-up to each feed, however often its work changes before publish begins', async () => {
    for (let pass = 0; pass < 5; pass++) {
      await changeAll();
      await runTick();
    }
    expect(sent.toSorted()).toEqual(IDS.toSorted());
    expect(await rowsOf()).toEqual(IDS.map(() => 5));
  });

  test('sends a lost wake-up again after two minutes, and not before', async () => {
    await changeAll();
    await runTick();
    milliseconds += 2 * MINUTE;
    await runTick();
    expect(sent).toHaveLength(FEEDS);
    milliseconds += 1;
    await runTick();
    await runTick();
    expect(sent).toHaveLength(2 * FEEDS);
  });

  test('sends the wake-ups at the next attempt if the queue refuses them', async () => {
    const { publishQueue } = services;
    services.publishQueue = { send: () => Promise.reject(new Error('the queue is not available')) };
    await changeAll();
    await expect(runTick()).rejects.toThrow('not available');
    services.publishQueue = publishQueue;
    await runTick();
    expect(sent.toSorted()).toEqual(IDS.toSorted());
  });

  test('writes nothing for an article that no feed may show', async () => {
    await fanOutNow([articleIdOf('00000000-0000-4000-8000-000000000001')], services);
    expect(sent).toEqual([]);
    expect(await cloud.wakeUps.writtenBefore(asInstant('9999'), 10)).toEqual([]);
  });
});
