import type { TodoStore } from '../contract/feed-work.ts';
import { decodeTodo } from '../contract/stored/work-rows.ts';
import { tableKeys, tableRanges } from '../contract/table-keys.ts';
import { queryEach } from './query-each.ts';
import type { Table } from './table.ts';

export function openTodoStore(table: Table): TodoStore {
  return {
    async add(rows) {
      await table.writeMany({
        put: rows.map(({ feed, at, token, articles }) => ({
          ...tableKeys.todo(feed, { at, token }),
          at,
          token,
          articles,
        })),
      });
    },
    async oldest(feed, limit) {
      const rows = await queryEach(table, tableRanges.todo(feed), { limit, decode: decodeTodo });
      return rows.map(({ at, token, articles }) => ({ feed, at, token, articles }));
    },
    async remove(rows) {
      await table.writeMany({ delete: rows.map((row) => tableKeys.todo(row.feed, row)) });
    },
  };
}
