import {
  decodeFeedLog,
  decodeFeedRelease,
  decodeFeedState,
} from '../../../shared/contract/stored/feed-rows.ts';
import type { FeedStore } from '../../../shared/contract/stores.ts';
import { revOfKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { FeedId } from '../../../shared/domain/identity.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import { MemoryStorage } from './storage.ts';

export function memoryFeedStore(storage = new MemoryStorage()): FeedStore {
  const states = storage.rows(decodeFeedState);
  const changes = storage.rows(decodeFeedLog);
  const releases = storage.rows(decodeFeedRelease);
  const stateOf = (feed: FeedId): FeedState | undefined => states.get(tableKeys.feedState(feed))?.state;

  return {
    async state(feed) {
      return stateOf(feed);
    },
    async committed(feeds) {
      return new Map(
        feeds.flatMap((feed) => {
          const state = stateOf(feed);
          return state === undefined ? [] : [[feed, state]];
        }),
      );
    },
    async commit(feed, state, expectedRev) {
      if ((stateOf(feed)?.rev ?? 0) !== expectedRev) return 'refused';
      states.set(tableKeys.feedState(feed), { state });
      return 'written';
    },
    async settle(feed, rev) {
      const state = stateOf(feed);
      if (state?.rev !== rev) return 'refused';
      states.set(tableKeys.feedState(feed), { state: { ...state, settled: rev } });
      return 'written';
    },
    async appendLog(feed, rev, change) {
      changes.set(tableKeys.feedLog(feed, rev), { change });
    },
    async releaseLosses(feed, at, by) {
      releases.set(tableKeys.feedRelease(feed), { at, by });
    },
    async lossesReleasedAt(feed) {
      return releases.get(tableKeys.feedRelease(feed))?.at;
    },
    async log(feed, limit, before = Infinity) {
      return changes
        .range(tableRanges.feedLog(feed))
        .map((row) => ({ ...row.change, rev: revOfKey(row) }))
        .filter(({ rev }) => rev < before)
        .toReversed()
        .slice(0, limit);
    },
  };
}
