import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSweepTime, sweep } from '../../functions/fan-out/sweep.ts';
import type { Template } from '../../local/cloud.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()), 60_000);
afterAll(() => desk.stop());

const MINUTE = 60_000;

/** Moves the clock to a quarter of an hour, when ticks sweep. */
async function sweepingTick({ session, settle }: Desk): Promise<void> {
  const quarter = 15 * MINUTE;
  const next = Math.ceil((session.cloud.clock.now().getTime() + quarter) / quarter) * quarter;
  session.cloud.clock.set(new Date(next));
  await session.cloud.tick();
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
  const deaf = await openDesk({ template: withoutNotifications });
  try {
    const path = '/v1/sources/desk/articles/lost';
    const answer = await deaf.send('PUT', path, 'Lost and found\n\nIts body.', {
      'content-type': 'text/plain',
    });
    const { receipt } = (await answer.json()) as { receipt: string };
    await deaf.settle();
    expect((await deaf.session.pipeline.receipts.whole(receipt))?.items).toEqual([]);

    await sweepingTick(deaf);
    const whole = await deaf.session.pipeline.receipts.whole(receipt);
    expect(whole?.items).toMatchObject([{ outcome: 'stored', title: 'Lost and found' }]);
  } finally {
    await deaf.stop();
  }
});

test('a feed whose documents did not follow its state is looked at again', async () => {
  const { pipeline, cloud } = desk.session;
  await desk.put('story', 'A story\n\nIts body.');
  await desk.settle();
  const { feeds, configuration, partners } = pipeline;
  const unsettled = async (feed: string): Promise<FeedState | undefined> => {
    const state = await feeds.state(feed);
    return state && { ...state, settled: 0 };
  };
  const marked: string[] = [];
  await sweep({
    configuration,
    partners,
    receipts: pipeline.receipts,
    feeds: { state: unsettled },
    work: { markDirty: (subject) => Promise.resolve(void marked.push(subject)) },
    normaliseQueue: { send: () => Promise.resolve() },
    ...{ now: () => cloud.clock.now(), newId: () => 'id', warn: () => undefined },
  });
  expect(marked).toHaveLength(2);
  expect(marked.every((subject) => subject.startsWith('feed:'))).toBe(true);
});

test('every quarter of an hour has a minute that sweeps', () => {
  const minutes = Array.from({ length: 60 }, (_, minute) => new Date(Date.UTC(2026, 3, 13, 9, minute)));
  expect(minutes.filter(isSweepTime).map((minute) => minute.getUTCMinutes())).toEqual([0, 15, 30, 45]);
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
  const at = (minute: number) =>
    sweep({
      ...pipeline,
      normaliseQueue: { send: () => Promise.resolve() },
      now: () => new Date(Date.UTC(2026, 3, 13, 9, minute)),
      newId: () => 'token',
      warn: (_, facts, metric) => told.push([facts['ending'], metric]),
    });
  for (const minute of [0, 15, 30, 45]) await at(minute);
  const ending = [{ subscription: 'outlet/soon', until: '2026-05-01T00:00:00.000Z' }];
  expect(told).toEqual([[ending, 'SubscriptionsEnding']]);
});
