import { type TodoStore, WAKE_UP_MINUTES, type WakeUpStore } from '../../../shared/contract/feed-work.ts';
import { readable } from '../../../shared/contract/stored/decode-each.ts';
import { decodeTodo, decodeWake } from '../../../shared/contract/stored/work-rows.ts';
import { feedOfWakeKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import { laterBy } from '../../../shared/domain/instant.ts';
import { MemoryStorage } from './storage.ts';

export function memoryTodoStore(storage = new MemoryStorage()): TodoStore {
  const todo = storage.rows(decodeTodo);
  return {
    async add(rows) {
      for (const { feed, at, token, articles } of rows)
        todo.set(tableKeys.todo(feed, { at, token }), { at, token, articles });
    },
    async oldest(feed, limit) {
      return todo
        .readable(tableRanges.todo(feed))
        .slice(0, limit)
        .map(({ at, token, articles }) => ({ feed, at, token, articles }));
    },
    async remove(rows) {
      for (const row of rows) todo.delete(tableKeys.todo(row.feed, row));
    },
  };
}

export function memoryWakeUpStore(storage = new MemoryStorage()): WakeUpStore {
  const wake = storage.rows(decodeWake);
  return {
    async announce({ feed, token }, { at, lostBefore }) {
      const key = tableKeys.wake(feed);
      const [row] = wake.stored([key]);
      const wait = row?.['at'];
      const isWaiting =
        typeof wait === 'string' && wait >= lostBefore && wait <= laterBy(at, WAKE_UP_MINUTES);
      if (row !== undefined && row['begun'] !== true && isWaiting) return 'refused';
      wake.set(key, { token, at });
      return 'written';
    },
    async begin({ feed, token }, { at, wakeUp }) {
      const key = tableKeys.wake(feed);
      const [row] = wake.stored([key]);
      if (row !== undefined && row['begun'] !== true && row['token'] !== wakeUp) {
        wake.set(key, { token: row['token'], at });
        return 'refused';
      }
      wake.set(key, { token, at, begun: true });
      return 'written';
    },
    async clear({ feed, token }) {
      const key = tableKeys.wake(feed);
      if (wake.stored([key])[0]?.['token'] === token) wake.delete(key);
    },
    async writtenBefore(instant, limit) {
      return tableRanges
        .wake()
        .flatMap((range) => wake.undecoded(range))
        .filter((row) => {
          const read = readable(() => decodeWake(row), storage.report);
          return read === 'unreadable' || read.at < instant;
        })
        .slice(0, limit)
        .map(feedOfWakeKey);
    },
  };
}
