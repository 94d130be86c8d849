import type { FeedStore, LoggedChange } from '../../../shared/contract/stores.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import { Cabinet } from './shelf.ts';

const position = (rev: number): string => String(rev).padStart(12, '0');

export function memoryFeedStore(cabinet = new Cabinet()): FeedStore {
  const states = cabinet.shelf<FeedState>('state');
  const changes = cabinet.shelf<LoggedChange>('log');
  const releases = cabinet.shelf<string>('let through');

  return {
    async state(feed) {
      return states.get(feed);
    },
    async committed(feeds) {
      return new Map(
        feeds.flatMap((feed) => {
          const state = states.get(feed);
          return state === undefined ? [] : [[feed, state]];
        }),
      );
    },
    async commit(feed, state, expectedRev) {
      if ((states.get(feed)?.rev ?? 0) !== expectedRev) return 'refused';
      states.set(feed, state);
      return 'written';
    },
    async settle(feed, rev) {
      const state = states.get(feed);
      if (state?.rev !== rev) return 'refused';
      states.set(feed, { ...state, settled: rev });
      return 'written';
    },
    async appendLog(feed, rev, change) {
      changes.set(`${feed} ${position(rev)}`, { ...change, rev });
    },
    async release(feed, at) {
      releases.set(feed, at);
    },
    async releasedAt(feed) {
      return releases.get(feed);
    },
    async log(feed, limit, before = Infinity) {
      const below = changes.values(`${feed} `).filter(({ rev }) => rev < before);
      return below.toReversed().slice(0, limit);
    },
  };
}
