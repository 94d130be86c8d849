import { expect } from 'vitest';
import { objectKeys } from '../../shared/contract/keys.ts';
import { tableKeys } from '../../shared/contract/table-keys.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { FeedChange, FeedState } from '../../shared/domain/manifest.ts';
import { articleIdOf, feedIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

export const changeOf = (at: Instant): FeedChange => ({
  at,
  added: [articleIdOf('a')],
  changed: [],
  removed: [],
  withheld: [],
});
/** A state, with the settled rev that its row of its own says; 0 without such a row. */
export const stateOf = (rev: number, settled = 0): FeedState => ({
  rev,
  settled,
  manifest: [],
  documents: { [objectKeys.document(feedIdOf('x'), 'rss.xml')]: '"etag"' },
  last: changeOf(instant(rev)),
});

export const feedContract: Contract = {
  'a feed state is committed only if the rev that was read is still in force': async ({ feeds }) => {
    const feed = feedIdOf(fresh());
    expect(await feeds.state(feed)).toBeUndefined();
    expect(await feeds.commit(feed, stateOf(2), 1)).toBe('refused');
    expect(await feeds.commit(feed, stateOf(1), 0)).toBe('written');
    expect(await feeds.commit(feed, stateOf(1), 0)).toBe('refused');
    expect(await feeds.commit(feed, stateOf(2), 1)).toBe('written');
    expect(await feeds.commit(feed, { ...stateOf(2), settled: 7 }, 1)).toBe('refused');
    expect(await feeds.state(feed)).toEqual(stateOf(2));
    expect([await feeds.rev(feed), await feeds.rev(feedIdOf(fresh()))]).toEqual([2, 0]);
  },

  'a feed state is read as it was committed, whatever the form of its ids and hashes': async ({ feeds }) => {
    const feed = feedIdOf(fresh());
    const ids = ['58856078-61b8-575e-b8da-bd5e80fe71d5', 'a', 'A3B16CA6-1CD9-5B8A-968C-25DC8CE918EB'].map(
      articleIdOf,
    );
    const hashes = ['0f'.repeat(32), 'hash 1', '0F'.repeat(32)];
    const manifest = ids.map((article, index) => ({
      article,
      version: `${instant(index)}~r~000000`,
      contentHash: hashes[index] ?? '',
      released: instant(index),
      changed: instant(index + 1),
      shown: index !== 1,
    }));
    const [a = articleIdOf(''), b = a, c = a] = ids;
    const state: FeedState = {
      ...stateOf(1),
      manifest,
      updated: instant(7),
      last: {
        ...{
          at: instant(1),
          added: [c, a],
          changed: [b],
          removed: [articleIdOf('z')],
          killed: [articleIdOf('z')],
        },
        withheld: [{ article: b, reason: 'rss: “not well-formed”' }],
      },
      withdrawnFor: [articleIdOf('y'), a],
      held: { since: instant(3), lost: [c] },
    };
    expect(await feeds.commit(feed, state, 0)).toBe('written');
    expect(await feeds.state(feed)).toEqual(state);
  },

  'a feed state of the first format is read, and the settled rev in it too': async ({ feeds, alter }) => {
    const feed = feedIdOf(fresh());
    const [first, second] = [stateOf(3, 2), stateOf(3, 3)];
    await feeds.commit(feed, stateOf(3), 0);
    for (const state of [first, second]) {
      await alter(tableKeys.feedState(feed), (row) => ({ ...row, state }));
      expect(await feeds.state(feed)).toEqual(state);
      expect((await feeds.committed([feed])).get(feed)).toMatchObject({ rev: 3, settled: state.settled });
    }
    expect(await feeds.rev(feed)).toBe(3);
    expect(await feeds.commit(feed, stateOf(4), 3)).toBe('written');
    expect(await feeds.state(feed)).toEqual(stateOf(4));
    await feeds.settle(feed, 4);
    expect(await feeds.state(feed)).toEqual(stateOf(4, 4));
  },

  'a feed state of a newer format is refused': async ({ feeds, alter }) => {
    const feed = feedIdOf(fresh());
    await feeds.commit(feed, stateOf(1), 0);
    await alter(tableKeys.feedState(feed), (row) => ({ ...row, state: { format: 3, rev: 2, columns: {} } }));
    await expect(feeds.state(feed)).rejects.toThrow(/STATE cannot be decoded: it has the format 3/);
    expect(await feeds.commit(feed, stateOf(2), 1)).toBe('refused');
  },

  'one call reads which documents each of many feeds should have': async ({ feeds }) => {
    const [one, two, unknown] = [feedIdOf(fresh()), feedIdOf(fresh()), feedIdOf(fresh())];
    await feeds.commit(one, stateOf(1), 0);
    await feeds.commit(two, stateOf(1), 0);
    await feeds.settle(two, 1);
    const committed = await feeds.committed([two, unknown, one]);
    expect([...committed.keys()]).toEqual([two, one]);
    expect(committed.get(one)).toMatchObject({ rev: 1, settled: 0, documents: stateOf(1).documents });
    expect(committed.get(two)).toMatchObject({ rev: 1, settled: 1 });
    expect(await feeds.committed([])).toEqual(new Map());
  },

  'of several commits at the same time, only one succeeds': async ({ feeds }) => {
    const feed = feedIdOf(fresh());
    const states = [1, 2, 3, 4].map((at) => ({ ...stateOf(1), last: changeOf(instant(at)) }));
    const written = await Promise.all(states.map((state) => feeds.commit(feed, state, 0)));
    expect(written.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(await feeds.state(feed)).toEqual(states[written.indexOf('written')]);
  },

  'the settled rev never goes back, and settling does not change the state': async ({ feeds }) => {
    const feed = feedIdOf(fresh());
    await feeds.commit(feed, stateOf(1), 0);
    await feeds.commit(feed, stateOf(2), 1);
    expect(await feeds.settle(feed, 1)).toBe('written');
    expect(await feeds.state(feed)).toEqual(stateOf(2, 1));
    expect(await feeds.settle(feed, 2)).toBe('written');
    expect(await feeds.settle(feed, 2)).toBe('refused');
    expect(await feeds.settle(feed, 1)).toBe('refused');
    expect(await feeds.state(feed)).toEqual(stateOf(2, 2));
    await feeds.commit(feed, stateOf(3), 2);
    expect(await feeds.state(feed)).toEqual(stateOf(3, 2));
  },

  'the log has one entry for each rev, newest first': async ({ feeds }) => {
    const [feed, other] = [feedIdOf(fresh()), feedIdOf(fresh())];
    for (const rev of [1, 2, 10, 9]) await feeds.appendLog(feed, rev, changeOf(instant(rev)));
    await feeds.appendLog(feed, 2, changeOf(instant(2)));
    await feeds.appendLog(other, 3, changeOf(instant(3)));
    const whole = [10, 9, 2, 1].map((rev) => ({ ...changeOf(instant(rev)), rev }));
    expect(await feeds.log(feed, 10)).toEqual(whole);
    expect(await feeds.log(feed, 2)).toEqual(whole.slice(0, 2));
    expect(await feeds.log(feed, 2, 9)).toEqual(whole.slice(2));
    expect(await feeds.log(feed, 2, 1)).toEqual([]);
    expect(await feeds.log(feedIdOf(fresh()), 2)).toEqual([]);
  },

  'the last release of losses is kept, and it changes neither state nor log': async ({ feeds }) => {
    const feed = feedIdOf(fresh());
    await feeds.commit(feed, stateOf(1), 0);
    expect(await feeds.lossesReleasedAt(feed)).toBeUndefined();
    await feeds.releaseLosses(feed, instant(1), 'Jane Roe');
    await feeds.releaseLosses(feed, instant(2), 'John Doe');
    expect(await feeds.lossesReleasedAt(feed)).toBe(instant(2));
    expect([await feeds.state(feed), await feeds.log(feed, 5)]).toEqual([stateOf(1), []]);
  },

  'an entry of the log expires 400 days after its commit, and is read until it is removed': async ({
    feeds,
    stored,
    alter,
  }) => {
    const feed = feedIdOf(fresh());
    const change = changeOf(instant(0));
    await feeds.appendLog(feed, 1, change);
    const key = tableKeys.feedLog(feed, 1);
    expect((await stored(key))?.['ttl']).toBe(Date.parse(instant(0)) / 1000 + 400 * 86_400);
    await alter(key, (row) => ({ ...row, ttl: 1 }));
    expect(await feeds.log(feed, 10)).toEqual([{ ...change, rev: 1 }]);
  },

  'the state of a feed and its settled rev never expire': async ({ feeds, stored }) => {
    const feed = feedIdOf(fresh());
    await feeds.commit(feed, stateOf(1), 0);
    await feeds.settle(feed, 1);
    for (const key of [tableKeys.feedState(feed), tableKeys.feedSettled(feed)])
      expect((await stored(key))?.['ttl']).toBeUndefined();
  },

  'since when a feed is held or stopped at the gate is read without its packed members': async ({
    feeds,
  }) => {
    const [held, stopped] = [feedIdOf(fresh()), feedIdOf(fresh())];
    const [isHeld, isStopped] = [
      { ...stateOf(1), held: { since: instant(3), lost: [articleIdOf('a')] } },
      { ...stateOf(1), stopped: { since: instant(4), reason: 'not well-formed' } },
    ];
    await feeds.commit(held, isHeld, 0);
    await feeds.commit(stopped, isStopped, 0);
    expect(await feeds.state(held)).toEqual(isHeld);
    expect(await feeds.state(stopped)).toEqual(isStopped);
    const committed = await feeds.committed([held, stopped]);
    expect(committed.get(held)).toMatchObject({ heldSince: instant(3) });
    expect(committed.get(stopped)).toMatchObject({ stoppedSince: instant(4) });
  },
};
