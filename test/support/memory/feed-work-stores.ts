import type { TodoStore, WakeUpStore } from '../../../shared/contract/feed-work.ts';
import { decodeTodo, decodeWake } from '../../../shared/contract/stored/work-rows.ts';
import { feedOfWakeKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
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
        .range(tableRanges.todo(feed))
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
      const row = wake.get(key);
      if (row !== undefined && row.begun !== true && row.at >= lostBefore) return 'refused';
      wake.set(key, { token, at });
      return 'written';
    },
    async begin({ feed, token }, { at, wakeUp }) {
      const key = tableKeys.wake(feed);
      const row = wake.get(key);
      if (row !== undefined && row.begun !== true && row.token !== wakeUp) {
        wake.set(key, { token: row.token, at });
        return 'refused';
      }
      wake.set(key, { token, at, begun: true });
      return 'written';
    },
    async clear({ feed, token }) {
      const key = tableKeys.wake(feed);
      if (wake.get(key)?.token === token) wake.delete(key);
    },
    async writtenBefore(instant, limit) {
      return tableRanges
        .wake()
        .flatMap((range) => wake.range(range))
        .filter(({ at }) => at < instant)
        .slice(0, limit)
        .map(feedOfWakeKey);
    },
  };
}
