import { decodeDirty, decodeDue } from '../contract/stored/work-rows.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import type { DirtyRow, WorkStore } from '../contract/stores.ts';
import { type KeyRange, subjectOfKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import { queryEach } from './query-each.ts';
import { hasToken, type Table } from './table.ts';

export function openWorkStore(table: Table): WorkStore {
  /**
   * Reads all shards at the same time, each up to an equal share of `limit`, so that a shard with many rows does not
   * keep the rows of other shards waiting.
   */
  async function readShards<Row>(
    ranges: readonly KeyRange[],
    limit: number,
    decode: (row: StoredRow) => Row,
  ): Promise<Row[]> {
    const share = Math.ceil(limit / ranges.length);
    const rows = await Promise.all(ranges.map((range) => queryEach(table, range, { limit: share, decode })));
    return rows.flat().slice(0, limit);
  }

  return {
    async markDirty(subject, token) {
      await table.put({ ...tableKeys.dirty(subject), token });
    },
    async dirty(limit) {
      const decode = (row: StoredRow): DirtyRow => ({
        subject: subjectOfKey(row),
        token: decodeDirty(row).token,
      });
      return readShards(tableRanges.dirty(), limit, decode);
    },
    async clearDirty({ subject, token }) {
      await table.delete(tableKeys.dirty(subject), hasToken(token));
    },
    async scheduleDue(instant, subject) {
      await table.put({ ...tableKeys.due(instant, subject), instant, subject });
    },
    async due(now, limit) {
      const rows = await readShards(tableRanges.due(now), limit, decodeDue);
      return rows.map(({ instant, subject }) => ({ instant, subject }));
    },
    async clearDue({ instant, subject }) {
      await table.delete(tableKeys.due(instant, subject));
    },
  };
}
