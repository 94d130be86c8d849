import { describe, expect, test } from 'vitest';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import { feedOfSubscription } from '../../../shared/contract/partner-feeds.ts';
import type { Subscription } from '../../../shared/domain/partner.ts';
import { releaseFeeds } from '../../../shared/operations/feeds/release-feed.ts';
import { changeOf } from '../../contract/feeds.ts';
import { articleIdOf, asInstant, feedIdOf, partnerIdOf } from '../../support/ids.ts';
import { memoryCloud } from '../../support/memory/cloud.ts';
import { valueOf } from '../../support/operate.ts';
import { configurationWith } from '../stored-configuration.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');
const OUTLET = partnerIdOf('outlet');

/** A public channel c0 that the partner reads with a delay too, and a channel c1. The named feeds are held. */
async function newsroom(held: readonly ('c0' | 'delayed' | 'c1')[]) {
  const { configuration, feeds, partners, work } = memoryCloud();
  const delayed: Subscription = {
    alias: 'top',
    channel: 'c0',
    profile: 'standard',
    delayMinutes: 30,
    territory: [],
  };
  const stored = {
    ...configurationWith(2),
    partnerFeeds: [
      { channel: 'c0', profile: 'standard', terms: { delayMinutes: 30, territory: [] }, inherits: [] },
    ],
  };
  configuration.set(stored);
  await partners.put({ id: OUTLET, name: 'Outlet', tokens: [], subscriptions: [delayed] }, 0);
  const ids = {
    c0: feedsOf(stored)[0]?.id ?? feedIdOf(''),
    c1: feedsOf(stored)[1]?.id ?? feedIdOf(''),
    delayed: feedOfSubscription(OUTLET, delayed),
  };
  for (const name of held) {
    const state = { rev: 1, settled: 1, manifest: [], documents: {}, last: changeOf(NOW) };
    await feeds.commit(ids[name], { ...state, held: { since: NOW, lost: [articleIdOf(name)] } }, 0);
  }
  let made = 0;
  const pipeline = {
    configuration,
    feeds,
    partners,
    work,
    now: () => new Date(NOW),
    newId: () => `t${made++}`,
  };
  const isReleased = async (name: keyof typeof ids) =>
    (await feeds.lossesReleasedAt(ids[name])) !== undefined;
  const dirty = async () => (await work.dirty(10)).map(({ subject }) => subject).toSorted();
  return { pipeline, ids, isReleased, dirty };
}

describe('the release of a hold', () => {
  test('by the name of a channel ends the holds of all its feeds, those of partners too, and no other', async () => {
    const { pipeline, ids, isReleased, dirty } = await newsroom(['c0', 'delayed', 'c1']);
    const { released, stillHeld } = valueOf(await releaseFeeds(pipeline, { name: 'c0', by: 'Jane Roe' }));
    expect(new Map(released.map(({ feed, lost }) => [feed, lost]))).toEqual(
      new Map([
        [ids.c0, ['c0']],
        [ids.delayed, ['delayed']],
      ]),
    );
    expect(stillHeld).toEqual([]);
    expect(await Promise.all([isReleased('c0'), isReleased('delayed'), isReleased('c1')])).toEqual([
      true,
      true,
      false,
    ]);
    expect(await dirty()).toEqual([`feed:${ids.c0}`, `feed:${ids.delayed}`].toSorted());
  });

  test.each([
    ['a subscription', 'outlet/top', 'delayed', 'c0'],
    ['the id of a feed', undefined, 'c0', 'delayed'],
  ] as const)(
    'by %s ends one hold and names the feeds of the channel that stay held',
    async (_, name, one, other) => {
      const { pipeline, ids, isReleased } = await newsroom(['c0', 'delayed', 'c1']);
      const result = await releaseFeeds(pipeline, { name: name ?? ids[one], by: 'Jane Roe' });
      expect(valueOf(result)).toEqual({
        released: [{ feed: ids[one], lost: [one] }],
        stillHeld: [ids[other]],
      });
      expect(await isReleased(other)).toBe(false);
    },
  );

  test('of a channel whose partner feed alone is held ends that hold', async () => {
    const { pipeline, ids } = await newsroom(['delayed']);
    const { released } = valueOf(await releaseFeeds(pipeline, { name: 'c0', by: 'Jane Roe' }));
    expect(released.map(({ feed }) => feed)).toEqual([ids.delayed]);
  });

  test.each([
    ['c1', 'feed-not-held'],
    ['outlet/top', 'feed-not-held'],
    ['sport', 'feed-unknown'],
    ['outlet/sport', 'feed-unknown'],
  ])('of %s, of which nothing is held or known, fails with %s', async (name, code) => {
    const { pipeline, dirty } = await newsroom([]);
    const result = await releaseFeeds(pipeline, { name, by: 'Jane Roe' });
    expect(result).toMatchObject({ ok: false, failure: { code } });
    expect(await dirty()).toEqual([]);
  });
});
