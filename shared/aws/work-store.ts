import { decodeDirty, decodeDue } from '../contract/stored/work-rows.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import type { WorkStore } from '../contract/stores.ts';
import { type KeyRange, subjectOfKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import { hasToken, type Table } from './table.ts';

export function openWorkStore(table: Table): WorkStore {
  /**
   * Reads all shards at the same time, each up to an equal share of `limit`, so that a shard with many rows does not
   * keep the rows of other shards waiting.
   */
  async function readShards(ranges: readonly KeyRange[], limit: number): Promise<StoredRow[]> {
    const share = Math.ceil(limit / ranges.length);
    const rows = await Promise.all(ranges.map((range) => table.query(range, { limit: share })));
    return rows.flat().slice(0, limit);
  }

  return {
    async markDirty(subject, token) {
      await table.put({ ...tableKeys.dirty(subject), token });
    },
    async dirty(limit) {
      const rows = await readShards(tableRanges.dirty(), limit);
      return rows.map((row) => ({ subject: subjectOfKey(row), token: decodeDirty(row).token }));
    },
    async clearDirty({ subject, token }) {
      await table.delete(tableKeys.dirty(subject), hasToken(token));
    },
    async scheduleDue(instant, subject) {
      await table.put({ ...tableKeys.due(instant, subject), instant, subject });
    },
    async due(now, limit) {
      const rows = await readShards(tableRanges.due(now), limit);
      return rows.map(decodeDue).map(({ instant, subject }) => ({ instant, subject }));
    },
    async clearDue({ instant, subject }) {
      await table.delete(tableKeys.due(instant, subject));
    },
  };
}
