import {
  decodeCommitted,
  decodeFeedLog,
  decodeFeedRelease,
  decodeFeedState,
  decodeRev,
  encodeFeedState,
  type StateRows,
} from '../contract/stored/feed-rows.ts';
import type { Expiry } from '../contract/expiry.ts';
import { readable } from '../contract/stored/decode-each.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import type { FeedStore, LoggedChange } from '../contract/stores.ts';
import { revOfKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import type { FeedId } from '../domain/identity.ts';
import { queryEach } from './query-each.ts';
import { ABSENT, type Expression, type Table } from './table.ts';

export function openFeedStore(table: Table, expiry: Expiry): FeedStore {
  /** The rows of the states. The two rows of a feed are not read at the same instant; `FeedStore.state` says why that is enough. */
  async function stateRows(feeds: readonly FeedId[]): Promise<Map<FeedId, StateRows>> {
    const rows = await table.getMany(
      feeds.flatMap((feed) => [tableKeys.feedState(feed), tableKeys.feedSettled(feed)]),
    );
    const byKey = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]));
    const rowOf = ({ pk, sk }: { pk: string; sk: string }) => byKey.get(`${pk} ${sk}`);
    return new Map(
      feeds.flatMap((feed) => {
        const state = rowOf(tableKeys.feedState(feed));
        return state === undefined ? [] : [[feed, { state, settled: rowOf(tableKeys.feedSettled(feed)) }]];
      }),
    );
  }

  return {
    async state(feed) {
      const rows = (await stateRows([feed])).get(feed);
      return rows && decodeFeedState(rows);
    },
    async readableState(feed) {
      const rows = (await stateRows([feed])).get(feed);
      return rows && readable(() => decodeFeedState(rows), table.unreadable);
    },
    async committed(feeds) {
      const found = await stateRows(feeds);
      return new Map(
        [...found].map(([feed, rows]) => [feed, readable(() => decodeCommitted(rows), table.unreadable)]),
      );
    },
    async rev(feed) {
      const row = await table.get(tableKeys.feedState(feed), REV);
      return row === undefined ? 0 : decodeRev(row);
    },
    commit: (feed, state, expectedRev) =>
      table.put(
        { ...tableKeys.feedState(feed), state: encodeFeedState(state) },
        expectedRev === 0 ? ABSENT : hasRev(expectedRev),
      ),
    settle: (feed, rev) => table.put({ ...tableKeys.feedSettled(feed), rev }, isBefore(rev)),
    async appendLog(feed, rev, change) {
      await table.put({ ...tableKeys.feedLog(feed, rev), change, ...(await expiry('logsDays', change.at)) });
    },
    async releaseLosses(feed, at, by) {
      await table.put({ ...tableKeys.feedRelease(feed), at, by });
    },
    async lossesReleasedAt(feed) {
      const row = await table.get(tableKeys.feedRelease(feed));
      return row && decodeFeedRelease(row).at;
    },
    async log(feed, limit, before) {
      const entry = (row: StoredRow): LoggedChange => ({ ...decodeFeedLog(row).change, rev: revOfKey(row) });
      return queryEach(table, tableRanges.feedLog(feed, before), {
        newestFirst: true,
        limit,
        decode: entry,
      });
    },
  };
}

const REV: Expression = { text: '#state.#rev', names: { '#state': 'state', '#rev': 'rev' } };

const hasRev = (rev: number): Expression => ({ ...REV, text: '#state.#rev = :rev', values: { ':rev': rev } });

/** The settled rev never goes back. */
const isBefore = (rev: number): Expression => ({
  text: 'attribute_not_exists(pk) OR #rev < :rev',
  names: { '#rev': 'rev' },
  values: { ':rev': rev },
});
