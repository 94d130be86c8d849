import { beforeEach, describe, expect, test } from 'vitest';
import { fanOutNow, tick } from '../../../functions/fan-out/fan-out.ts';
import type { FanOutServices } from '../../../functions/fan-out/services.ts';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import { feedSubject } from '../../../shared/contract/subject.ts';
import { type Key, tableKeys } from '../../../shared/contract/table-keys.ts';
import type { ArticleId, FeedId } from '../../../shared/domain/identity.ts';
import { headOf } from '../../contract/articles.ts';
import { configurationOf } from '../../model/newsroom.ts';
import { articleIdOf, asInstant, feedIdOf } from '../../support/ids.ts';
import { type MemoryCloud, memoryCloud } from '../../support/memory/cloud.ts';

const CONFIGURATION = configurationOf([
  { id: 'news', items: 5, sources: ['desk'] },
  { id: 'sport', items: 5, sources: ['wire'] },
]);
const [NEWS = feedIdOf(''), SPORT = feedIdOf('')] = feedsOf(CONFIGURATION).map(({ id }) => id);
const [BROKEN, WHOLE] = [
  articleIdOf('00000000-0000-5000-8000-000000000001'),
  articleIdOf('00000000-0000-5000-8000-000000000002'),
];
const START = Date.UTC(2026, 3, 13, 9);
const QUARTER = 15 * 60_000;

let cloud: MemoryCloud;
let services: FanOutServices;
let milliseconds: number;
let warned: { facts: Record<string, unknown>; metric: string | undefined }[];
beforeEach(async () => {
  cloud = memoryCloud();
  cloud.configuration.set(CONFIGURATION);
  milliseconds = START;
  warned = [];
  services = {
    ...cloud,
    now: () => new Date(milliseconds),
    newId: () => crypto.randomUUID(),
    warn: (_, facts, metric) => void warned.push({ facts, metric }),
  };
  for (const article of [BROKEN, WHOLE]) {
    await cloud.articles.putHead(
      { ...headOf(article, asInstant('2026-04-13T08:00:00.000Z')), current: CURRENT },
      0,
    );
    await cloud.articles.extendReach(article, [NEWS]);
    await cloud.work.markDirty(article, `token of ${article}`);
  }
});

/** What a head has of a revision that the feed `news` may show. */
const CURRENT = {
  version: 'v1',
  contentHash: 'h',
  pubstatus: 'usable' as const,
  changed: asInstant('2026-04-13T08:00:00.000Z'),
  received: asInstant('2026-04-13T08:00:00.000Z'),
  created: asInstant('2026-04-13T08:00:00.000Z'),
  facts: { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'One' },
};

/** Takes a member out of a stored row; the function that is returned puts it back. */
function breakRow(key: Key, member: string): () => void {
  const whole = cloud.stored(key);
  cloud.alter(key, (row) => ({ ...row, [member]: 7 }));
  return () => cloud.alter(key, (row) => ({ ...row, [member]: whole?.[member] }));
}

const runTick = (): Promise<void> => tick(services, () => 0);
const takenIn = async (feed: FeedId): Promise<ArticleId[]> => [
  ...new Set((await cloud.todo.oldest(feed, 100)).flatMap(({ articles }) => articles)),
];
const NAMED = (article: ArticleId): unknown => ({
  facts: { unreadable: [{ article, reason: expect.stringContaining('cannot be decoded') as string }] },
  metric: 'RowsUnreadable',
});

describe('an article whose head cannot be decoded', () => {
  test('does not stop the others, and is named in the log and by a metric', async () => {
    breakRow(tableKeys.head(BROKEN), 'head');
    await runTick();
    expect(await takenIn(NEWS)).toContain(WHOLE);
    expect(warned).toContainEqual(NAMED(BROKEN));
    expect(await cloud.work.dirty(10)).toEqual([]);
  });

  test('is given to the feeds that may show it, so that it leaves them', async () => {
    breakRow(tableKeys.head(BROKEN), 'head');
    await fanOutNow([BROKEN], services);
    expect(await takenIn(NEWS)).toEqual([BROKEN]);
    expect(await takenIn(SPORT)).toEqual([]);
  });

  test('has one DUE row, however often it is marked, and is worked on when it can be read again', async () => {
    const repair = breakRow(tableKeys.head(BROKEN), 'head');
    for (let pass = 0; pass < 5; pass++) {
      await cloud.work.markDirty(BROKEN, `token ${pass}`);
      await runTick();
      milliseconds += 60_000;
    }
    const due = await cloud.work.due(asInstant('9999'), 10);
    expect(due).toEqual([{ instant: new Date(START + QUARTER).toISOString(), subject: BROKEN }]);
    repair();
    cloud.configuration.set(configurationOf([{ id: 'desk', items: 5, sources: ['desk'] }]));
    milliseconds = START + QUARTER;
    await runTick();
    const [desk = feedIdOf('')] = feedsOf(configurationOf([{ id: 'desk', items: 5, sources: ['desk'] }])).map(
      ({ id }) => id,
    );
    expect(await takenIn(desk)).toEqual([BROKEN]);
    expect(await cloud.work.due(asInstant('9999'), 10)).toEqual([]);
  });
});

test('an article whose reach cannot be decoded is given to every feed, because each of them may show it', async () => {
  breakRow(tableKeys.reach(BROKEN), 'feeds');
  await runTick();
  expect(await takenIn(NEWS)).toContain(WHOLE);
  for (const feed of [NEWS, SPORT]) expect(await takenIn(feed)).toContain(BROKEN);
  expect(warned).toContainEqual(NAMED(BROKEN));
});

describe('a row of work that cannot be decoded does not stop the others', () => {
  test('a DIRTY row', async () => {
    breakRow(tableKeys.dirty(BROKEN), 'token');
    await runTick();
    expect(await takenIn(NEWS)).toEqual([WHOLE]);
    expect(cloud.unreadable).toContainEqual(expect.stringContaining(BROKEN));
  });

  test('a DUE row', async () => {
    const instant = asInstant('2026-04-13T08:30:00.000Z');
    await cloud.work.scheduleDue(instant, feedSubject(SPORT));
    await cloud.work.scheduleDue(instant, BROKEN);
    breakRow(tableKeys.due(instant, BROKEN), 'subject');
    await runTick();
    expect(await cloud.todo.oldest(SPORT, 10)).toHaveLength(1);
    expect(cloud.unreadable).toContainEqual(expect.stringContaining('DUE#'));
  });

  test('a WAKE row: its own feed and the others are woken', async () => {
    await runTick();
    await cloud.work.markDirty(feedSubject(SPORT), 'token');
    await runTick();
    breakRow(tableKeys.wake(NEWS), 'at');
    milliseconds += 3 * 60_000;
    await runTick();
    const woken: FeedId[] = [];
    for (let delivery = cloud.publishQueue.receive(0); delivery; delivery = cloud.publishQueue.receive(0)) {
      woken.push(delivery.message.feed);
      delivery.delete();
    }
    expect(woken.toSorted()).toEqual([NEWS, NEWS, SPORT, SPORT].toSorted());
  });
});
