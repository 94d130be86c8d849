import { tableKeys } from '../contract/keys.ts';
import type { FeedStore } from '../contract/stores.ts';
import type { FeedChange, FeedState } from '../domain/manifest.ts';
import { ABSENT, type Table } from './table.ts';

export function openFeedStore(table: Table): FeedStore {
  return {
    async state(feed) {
      const row = await table.get(tableKeys.feedState(feed));
      return row?.['state'] as FeedState | undefined;
    },
    async committed(feeds) {
      const rows = await table.getMany(feeds.map(tableKeys.feedState));
      const states = new Map(rows.map((row) => [row.pk, row['state'] as FeedState]));
      return new Map(
        feeds.flatMap((feed) => {
          const state = states.get(tableKeys.feedState(feed).pk);
          return state === undefined ? [] : [[feed, state]];
        }),
      );
    },
    commit: (feed, state, expectedRev) =>
      table.put(
        { ...tableKeys.feedState(feed), state },
        expectedRev === 0
          ? ABSENT
          : {
              text: '#state.#rev = :rev',
              names: { '#state': 'state', '#rev': 'rev' },
              values: { ':rev': expectedRev },
            },
      ),
    // Only for the rev in force: a slow publisher must not vouch for another's documents.
    settle: (feed, rev) =>
      table.update(
        tableKeys.feedState(feed),
        { text: 'SET #state.#settled = :rev', names: { '#state': 'state', '#settled': 'settled' } },
        { text: '#state.#rev = :rev', names: { '#rev': 'rev' }, values: { ':rev': rev } },
      ),
    async appendLog(feed, rev, change) {
      await table.put({ ...tableKeys.feedLog(feed, rev), change });
    },
    async release(feed, at, by) {
      await table.put({ ...tableKeys.feedRelease(feed), at, by });
    },
    async releasedAt(feed) {
      const row = await table.get(tableKeys.feedRelease(feed));
      return row === undefined ? undefined : String(row['at']);
    },
    async log(feed, limit, before) {
      const { pk } = tableKeys.feedState(feed);
      // Sort keys up to and with `to` are read.
      const to = before === undefined ? 'LOG$' : tableKeys.feedLog(feed, before - 1).sk;
      const rows = await table.query(pk, { from: 'LOG#', to, newestFirst: true, limit });
      return rows.map((row) => ({
        ...(row['change'] as FeedChange),
        rev: Number(row.sk.slice('LOG#'.length)),
      }));
    },
  };
}
