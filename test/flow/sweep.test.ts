import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../functions/fan-out/sweep.ts';
import type { Template } from '../../local/cloud.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { DOCUMENTS } from '../../shared/domain/feed.ts';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';
import { sweepRound } from '../support/sweep-round.ts';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()), 60_000);
afterAll(() => desk.stop());

const MINUTE = 60_000;

/** After a quarter of an hour ticks for so many minutes: in 15 every source and feed has its turn. */
async function ticksFor(minutes: number, { session, settle }: Desk): Promise<void> {
  session.cloud.clock.shift(15 * MINUTE);
  for (let minute = 0; minute < minutes; minute++) {
    session.cloud.clock.shift(MINUTE);
    await session.cloud.tick();
  }
  await settle();
}

/** S3 tells nobody of new objects, as when each event were lost. */
function withoutNotifications(template: Template): Template {
  const { Resources } = template as unknown as {
    Resources: Record<string, { Properties?: Record<string, unknown> }>;
  };
  const told = Object.values(Resources).filter(({ Properties }) => Properties?.['NotificationConfiguration']);
  expect(told).toHaveLength(1);
  for (const { Properties } of told) delete Properties?.['NotificationConfiguration'];
  return template;
}

test('a submission whose event was lost is found and read', async () => {
  // Every other turn of a source is for what is older: not that of the quarter of an hour from half past nine.
  const deaf = await openDesk({ template: withoutNotifications, now: minute(13) });
  try {
    const path = '/v1/sources/desk/articles/lost';
    const answer = await deaf.send('PUT', path, 'Lost and found\n\nIts body.', {
      'content-type': 'text/plain',
    });
    const { receipt } = (await answer.json()) as { receipt: string };
    await deaf.settle();
    expect((await deaf.session.pipeline.receipts.whole(receipt))?.items).toEqual([]);

    await ticksFor(15, deaf);
    const whole = await deaf.session.pipeline.receipts.whole(receipt);
    expect(whole?.items).toMatchObject([{ outcome: 'stored', title: 'Lost and found' }]);
  } finally {
    await deaf.stop();
  }
});

const idle = {
  normaliseQueue: { send: () => Promise.resolve() },
  newId: () => 'id',
  warn: () => undefined,
};
async function inForce(): Promise<StoredConfiguration> {
  const configuration = await desk.session.pipeline.configuration.current();
  if (configuration === undefined) throw new Error('nothing has been applied');
  return configuration;
}
const documentsOf = ({ session }: Desk) => openDocumentStore(session.pipeline.feedBucket);
const minute = (at: number): Date => new Date(Date.UTC(2026, 3, 13, 9, at));

test('a feed whose documents did not follow its state is looked at again', async () => {
  const { pipeline } = desk.session;
  await desk.put('story', 'A story\n\nIts body.');
  await desk.settle();
  const feeds = feedsOf(await inForce()).map(({ id }) => id);
  const [first = ''] = feeds;
  const state = await pipeline.feeds.state(first);
  if (state === undefined) throw new Error('the feed has no state');
  await pipeline.feeds.commit(first, { ...state, rev: state.rev + 1 }, state.rev);
  const marked: string[] = [];
  const work = { markDirty: (subject: string) => Promise.resolve(void marked.push(subject)) };
  await sweepRound({ ...pipeline, ...idle, documents: documentsOf(desk), work, now: () => minute(0) });
  expect([...new Set(marked)]).toEqual([feedSubject(first)]);
});

test('a document that was overwritten is put in place again, one of no feed at all goes', async () => {
  const documents = documentsOf(desk);
  const id = feedsOf(await inForce())[0]?.id ?? '';
  const key = objectKeys.document(id, DOCUMENTS.rss.file);
  const stray = objectKeys.document('f00d', DOCUMENTS.rss.file);
  const foreign = { bytes: Buffer.from('<rss/>'), mediaType: DOCUMENTS.rss.mediaType };
  const before = await documents.etag(key);
  expect(await documents.put(key, foreign, before)).toBe('written');
  expect(await documents.put(stray, foreign, undefined)).toBe('written');
  await ticksFor(15, desk);
  expect([await documents.etag(key), await documents.etag(stray)]).toEqual([before, undefined]);
});

test('a document that was left when the last feed went is found', async () => {
  const nothing: StoredConfiguration = { ...(await inForce()), channels: [], partnerFeeds: [] };
  const marked: string[] = [];
  await sweep({
    ...desk.session.pipeline,
    ...idle,
    configuration: { current: async () => nothing, recent: async () => nothing },
    documents: { etags: async () => new Map([[objectKeys.document('f00d', DOCUMENTS.rss.file), '"e"']]) },
    work: { markDirty: async (subject) => void marked.push(subject) },
    now: () => minute(7),
  });
  expect(marked).toEqual([feedSubject('f00d')]);
});

test('in a round each source and feed has a turn, and no minute has many', async () => {
  const before = await inForce();
  const sources = before.sources.flatMap((source) =>
    Array.from({ length: 10 }, (_, at) => ({ ...source, id: `${source.id}${at}` })),
  );
  const partnerFeeds = Array.from({ length: 1998 }, (_, at) => ({
    channel: 'news',
    profile: 'standard',
    inherits: [],
    terms: { delayMinutes: at + 1, territory: [] },
  }));
  const configuration: StoredConfiguration = { ...before, sources, partnerFeeds };
  const asked: { sources: string[]; feeds: string[] }[] = [];
  for (let at = 0; at < 20; at++) {
    const turn = { sources: [] as string[], feeds: [] as string[] };
    asked.push(turn);
    await sweep({
      ...idle,
      configuration: { current: async () => configuration, recent: async () => configuration },
      receipts: { unread: async (source) => (turn.sources.push(source), []) },
      feeds: { committed: async (feeds) => (turn.feeds.push(...feeds), new Map()) },
      documents: { etags: async () => new Map() },
      work: { markDirty: () => Promise.reject(new Error('nothing is unsettled')) },
      partners: { list: async () => [] },
      now: () => minute(at),
    });
  }
  expect(asked.every((turn) => turn.sources.length <= 1 && turn.feeds.length <= 100)).toBe(true);
  expect(new Set(asked.flatMap((turn) => turn.sources)).size).toBe(20);
  expect(new Set(asked.flatMap((turn) => turn.feeds)).size).toBe(feedsOf(configuration).length);
});

test('a subscription that ends soon is told of once an hour, one that has ended or is disabled is not', async () => {
  const { pipeline } = desk.session;
  const terms = { channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] };
  const ends = (alias: string, until?: string) => ({ alias, ...terms, ...(until && { until }) });
  const subscriptions = [
    ends('open'),
    ends('far', '2026-08-01T00:00:00.000Z'),
    ends('soon', '2026-05-01T00:00:00.000Z'),
    ends('over', '2026-04-01T00:00:00.000Z'),
  ];
  const partner = { id: 'outlet', name: 'The Outlet', tokens: [], subscriptions };
  const off = { ...partner, id: 'off', disabled: '2026-04-01T00:00:00.000Z' };
  for (const one of [partner, off]) await pipeline.partners.put(one, 0);
  const told: unknown[] = [];
  const sweepAt = (at: number) =>
    sweep({
      ...pipeline,
      documents: documentsOf(desk),
      normaliseQueue: { send: () => Promise.resolve() },
      now: () => minute(at),
      newId: () => 'token',
      warn: (_, facts, metric) => told.push([facts['ending'], metric]),
    });
  for (const at of [0, 15, 30, 45]) await sweepAt(at);
  const ending = [{ subscription: 'outlet/soon', until: '2026-05-01T00:00:00.000Z' }];
  expect(told).toEqual([[ending, 'SubscriptionsEnding']]);
});
