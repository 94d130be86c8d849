import { decodeFeedLog, decodeFeedRelease, decodeFeedState } from '../contract/stored/feed-rows.ts';
import type { FeedStore } from '../contract/stores.ts';
import { revOfKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import { ABSENT, type Expression, type Table } from './table.ts';

export function openFeedStore(table: Table): FeedStore {
  return {
    async state(feed) {
      const row = await table.get(tableKeys.feedState(feed));
      return row && decodeFeedState(row).state;
    },
    async committed(feeds) {
      const rows = await table.getMany(feeds.map(tableKeys.feedState));
      const states = new Map(rows.map((row) => [row.pk, decodeFeedState(row).state]));
      return new Map(
        feeds.flatMap((feed) => {
          const state = states.get(tableKeys.feedState(feed).pk);
          return state === undefined ? [] : [[feed, state]];
        }),
      );
    },
    commit: (feed, state, expectedRev) =>
      table.put({ ...tableKeys.feedState(feed), state }, expectedRev === 0 ? ABSENT : hasRev(expectedRev)),
    // The condition refuses the write if `rev` is no longer in force. Otherwise a slow publisher could set `settled`
    // after another publisher has committed a newer rev, whose documents may not be in place yet.
    settle: (feed, rev) =>
      table.update(
        tableKeys.feedState(feed),
        { text: 'SET #state.#settled = :rev', names: { '#state': 'state', '#settled': 'settled' } },
        hasRev(rev),
      ),
    async appendLog(feed, rev, change) {
      await table.put({ ...tableKeys.feedLog(feed, rev), change });
    },
    async releaseLosses(feed, at, by) {
      await table.put({ ...tableKeys.feedRelease(feed), at, by });
    },
    async lossesReleasedAt(feed) {
      const row = await table.get(tableKeys.feedRelease(feed));
      return row && decodeFeedRelease(row).at;
    },
    async log(feed, limit, before) {
      const rows = await table.query(tableRanges.feedLog(feed, before), { newestFirst: true, limit });
      return rows.map((row) => ({ ...decodeFeedLog(row).change, rev: revOfKey(row) }));
    },
  };
}

const hasRev = (rev: number): Expression => ({
  text: '#state.#rev = :rev',
  names: { '#state': 'state', '#rev': 'rev' },
  values: { ':rev': rev },
});
