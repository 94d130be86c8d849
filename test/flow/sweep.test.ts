import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../functions/fan-out/sweep.ts';
import type { Template } from '../../local/cloud.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { DOCUMENTS } from '../../shared/domain/feed.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { asInstant, feedIdOf, partnerIdOf } from '../support/ids.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { sweepRound } from '../support/sweep-round.ts';

let wiredesk: RunningWiredesk;
beforeAll(async () => (wiredesk = await startWiredesk()));
afterAll(() => wiredesk.stop());

const MINUTE = 60_000;

/**
 * Waits a quarter of an hour, then ticks each minute. In 15 minutes the sweep looks at every source and every feed.
 */
async function tickFor(minutes: number, { session, runUntilIdle }: RunningWiredesk): Promise<void> {
  session.cloud.clock.shift(15 * MINUTE);
  for (let minute = 0; minute < minutes; minute++) {
    session.cloud.clock.shift(MINUTE);
    await session.cloud.tick();
  }
  await runUntilIdle();
}

/** Removes the notifications of the raw bucket from the template, as if every event were lost. */
function withoutNotifications(template: Template): Template {
  const { Resources } = template as unknown as {
    Resources: Record<string, { Properties?: Record<string, unknown> }>;
  };
  const notifying = Object.values(Resources).filter(
    ({ Properties }) => Properties?.['NotificationConfiguration'],
  );
  expect(notifying).toHaveLength(1);
  for (const { Properties } of notifying) delete Properties?.['NotificationConfiguration'];
  return template;
}

test('the sweep finds a submission whose event was lost, and the submission is normalised', async () => {
  // The sweep looks alternately for recent and for older submissions of a source. From 9:30 to 9:45 it looks for
  // recent submissions.
  const withoutEvents = await startWiredesk({ template: withoutNotifications, now: minute(13) });
  try {
    const path = '/v1/sources/desk/articles/lost';
    const answer = await withoutEvents.send('PUT', path, {
      body: 'Lost and found\n\nIts body.',
      headers: {
        'content-type': 'text/plain',
      },
    });
    const { receipt } = (await answer.json()) as { receipt: ReceiptId };
    await withoutEvents.runUntilIdle();
    expect((await withoutEvents.session.pipeline.receipts.whole(receipt))?.items).toEqual([]);

    await tickFor(15, withoutEvents);
    const whole = await withoutEvents.session.pipeline.receipts.whole(receipt);
    expect(whole?.items).toMatchObject([{ outcome: 'stored', title: 'Lost and found' }]);
  } finally {
    await withoutEvents.stop();
  }
});

/** Services that a sweep needs and that these tests do not check. */
const IGNORED_SERVICES = {
  normaliseQueue: { send: () => Promise.resolve() },
  newId: () => 'id',
  warn: () => undefined,
  count: () => undefined,
};

async function configurationInForce(): Promise<StoredConfiguration> {
  const configuration = await wiredesk.session.pipeline.configuration.current();
  if (configuration === undefined) throw new Error('no configuration was applied');
  return configuration;
}
const documentsOf = ({ session }: RunningWiredesk) => openDocumentStore(session.pipeline.feedBucket);
const minute = (at: number): Date => new Date(Date.UTC(2026, 3, 13, 9, at));

test('the sweep marks a feed dirty if its documents are older than its state', async () => {
  const { pipeline } = wiredesk.session;
  await wiredesk.put('story', 'A story\n\nIts body.');
  await wiredesk.runUntilIdle();
  const feeds = feedsOf(await configurationInForce()).map(({ id }) => id);
  const [first = feedIdOf('')] = feeds;
  const state = await pipeline.feeds.state(first);
  if (state === undefined) throw new Error('the feed has no state');
  await pipeline.feeds.commit(first, { ...state, rev: state.rev + 1 }, state.rev);
  const marked: string[] = [];
  const work = { markDirty: (subject: string) => Promise.resolve(void marked.push(subject)) };
  await sweepRound({
    ...pipeline,
    ...IGNORED_SERVICES,
    documents: documentsOf(wiredesk),
    work,
    now: () => minute(0),
  });
  expect([...new Set(marked)]).toEqual([feedSubject(first)]);
});

test('the sweep restores a document that was overwritten, and removes a document that belongs to no feed', async () => {
  const documents = documentsOf(wiredesk);
  const id = feedsOf(await configurationInForce())[0]?.id ?? feedIdOf('');
  const key = objectKeys.document(id, DOCUMENTS.rss.file);
  const stray = objectKeys.document(feedIdOf('f00d'), DOCUMENTS.rss.file);
  const foreign = { bytes: Buffer.from('<rss/>'), mediaType: DOCUMENTS.rss.mediaType };
  const before = await documents.etag(key);
  expect(await documents.put(key, foreign, before)).toBe('written');
  expect(await documents.put(stray, foreign, undefined)).toBe('written');
  await tickFor(15, wiredesk);
  expect([await documents.etag(key), await documents.etag(stray)]).toEqual([before, undefined]);
});

test('the sweep finds a document that is left over when no feeds are configured any more', async () => {
  const nothing: StoredConfiguration = { ...(await configurationInForce()), channels: [], partnerFeeds: [] };
  const marked: string[] = [];
  await sweep({
    ...wiredesk.session.pipeline,
    ...IGNORED_SERVICES,
    configuration: { current: async () => nothing },
    documents: {
      etags: async () => new Map([[objectKeys.document(feedIdOf('f00d'), DOCUMENTS.rss.file), '"e"']]),
    },
    work: { markDirty: async (subject) => void marked.push(subject) },
    now: () => minute(7),
  });
  expect(marked).toEqual([feedSubject(feedIdOf('f00d'))]);
});

test('the sweep reaches every source and every feed, and looks at no more than one source and 100 feeds in a minute', async () => {
  const before = await configurationInForce();
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
  const lookedAt: { sources: string[]; feeds: string[] }[] = [];
  for (let at = 0; at < 20; at++) {
    const ofThisMinute = { sources: [] as string[], feeds: [] as string[] };
    lookedAt.push(ofThisMinute);
    await sweep({
      ...IGNORED_SERVICES,
      configuration: { current: async () => configuration },
      receipts: { unread: async (source) => (ofThisMinute.sources.push(source), []) },
      feeds: { committed: async (feeds) => (ofThisMinute.feeds.push(...feeds), new Map()) },
      documents: { etags: async () => new Map() },
      work: { markDirty: () => Promise.reject(new Error('every feed is settled')) },
      partners: { readableList: async () => ({ partners: [], unreadable: [] }) },
      now: () => minute(at),
    });
  }
  expect(lookedAt.every((looked) => looked.sources.length <= 1 && looked.feeds.length <= 100)).toBe(true);
  expect(new Set(lookedAt.flatMap((looked) => looked.sources)).size).toBe(20);
  expect(new Set(lookedAt.flatMap((looked) => looked.feeds)).size).toBe(feedsOf(configuration).length);
});

test('the sweep warns once an hour about a subscription that ends soon, but not if it has ended or its partner is disabled', async () => {
  const { pipeline } = wiredesk.session;
  const terms = { channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] };
  const subscription = (alias: string, until?: Instant) => ({ alias, ...terms, ...(until && { until }) });
  const subscriptions = [
    subscription('open'),
    subscription('far', asInstant('2026-08-01T00:00:00.000Z')),
    subscription('soon', asInstant('2026-05-01T00:00:00.000Z')),
    subscription('over', asInstant('2026-04-01T00:00:00.000Z')),
  ];
  const partner = { id: partnerIdOf('outlet'), name: 'The Outlet', tokens: [], subscriptions };
  const disabled = { ...partner, id: partnerIdOf('off'), disabled: asInstant('2026-04-01T00:00:00.000Z') };
  for (const entry of [partner, disabled]) await pipeline.partners.put(entry, 0);
  const warnings: unknown[] = [];
  const sweepAt = (at: number) =>
    sweep({
      ...pipeline,
      documents: documentsOf(wiredesk),
      normaliseQueue: { send: () => Promise.resolve() },
      now: () => minute(at),
      newId: () => 'token',
      count: () => undefined,
      warn: (_, facts, metric) => warnings.push([facts['ending'], metric]),
    });
  for (const at of [0, 15, 30, 45]) await sweepAt(at);
  const ending = [{ subscription: 'outlet/soon', until: '2026-05-01T00:00:00.000Z' }];
  expect(warnings).toEqual([[ending, 'SubscriptionsEnding']]);
});
