import {
  decodeCommitted,
  decodeFeedLog,
  decodeFeedRelease,
  decodeFeedState,
  decodeRev,
  encodeFeedState,
  type StateRows,
} from '../../../shared/contract/stored/feed-rows.ts';
import type { Expiry } from '../../../shared/contract/expiry.ts';
import { readable } from '../../../shared/contract/stored/decode-each.ts';
import type { StoredRow } from '../../../shared/contract/stored/decode.ts';
import type { FeedStore } from '../../../shared/contract/stores.ts';
import { revOfKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { FeedId } from '../../../shared/domain/identity.ts';
import { MemoryStorage } from './storage.ts';

export function memoryFeedStore(storage = new MemoryStorage(), expiry: Expiry = async () => ({})): FeedStore {
  const states = storage.rows(withBytes);
  const settledRows = storage.rows((row) => row);
  const changes = storage.rows(decodeFeedLog);
  const releases = storage.rows(decodeFeedRelease);
  const rowsOf = (feed: FeedId): StateRows | undefined => {
    const state = states.get(tableKeys.feedState(feed));
    return state && { state, settled: settledRows.get(tableKeys.feedSettled(feed)) };
  };
  const revOf = (feed: FeedId): number => {
    const rows = rowsOf(feed);
    return rows === undefined ? 0 : decodeRev(rows.state);
  };

  return {
    async state(feed) {
      const rows = rowsOf(feed);
      return rows && decodeFeedState(rows);
    },
    async readableState(feed) {
      return readable(() => {
        const rows = rowsOf(feed);
        return rows && decodeFeedState(rows);
      }, storage.report);
    },
    async rev(feed) {
      return revOf(feed);
    },
    async committed(feeds) {
      return new Map(
        feeds.flatMap((feed) => {
          const rows = rowsOf(feed);
          return rows === undefined ? [] : [[feed, readable(() => decodeCommitted(rows), storage.report)]];
        }),
      );
    },
    async commit(feed, state, expectedRev) {
      if (revOf(feed) !== expectedRev) return 'refused';
      const { packed, ...others } = encodeFeedState(state);
      const bytes = packed instanceof Uint8Array ? Buffer.from(packed).toString('base64') : packed;
      states.set(tableKeys.feedState(feed), { state: { ...others, packed: bytes } });
      return 'written';
    },
    async settle(feed, rev) {
      const settled = settledRows.get(tableKeys.feedSettled(feed));
      if (typeof settled?.['rev'] === 'number' && settled['rev'] >= rev) return 'refused';
      settledRows.set(tableKeys.feedSettled(feed), { rev });
      return 'written';
    },
    async appendLog(feed, rev, change) {
      changes.set(tableKeys.feedLog(feed, rev), { change, ...(await expiry('logsDays', change.at)) });
    },
    async releaseLosses(feed, at, by) {
      releases.set(tableKeys.feedRelease(feed), { at, by });
    },
    async lossesReleasedAt(feed) {
      return releases.get(tableKeys.feedRelease(feed))?.at;
    },
    async log(feed, limit, before = Infinity) {
      return changes
        .readable(tableRanges.feedLog(feed))
        .map((row) => ({ ...row.change, rev: revOfKey(row) }))
        .filter(({ rev }) => rev < before)
        .toReversed()
        .slice(0, limit);
    },
  };
}

/** A state row with its packed members as bytes. Rows are stored as JSON, which has no bytes, so they are base64. */
function withBytes(row: StoredRow): StoredRow {
  const { state } = row;
  const packed = state !== null && typeof state === 'object' && 'packed' in state ? state.packed : undefined;
  if (typeof packed !== 'string') return row;
  return {
    ...row,
    state: Object.assign({}, state, { packed: Uint8Array.from(Buffer.from(packed, 'base64')) }),
  };
}
