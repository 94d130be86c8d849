import { dirtyPartitions, duePartitions, tableKeys } from '../contract/keys.ts';
import type { WorkStore } from '../contract/stores.ts';
import type { Table } from './table.ts';

export function openWorkStore(table: Table): WorkStore {
  /** Reads every partition at once, each up to an equal share, so that a full one cannot hide another's work. */
  async function sweep(partitions: readonly string[], limit: number, to?: string) {
    const share = Math.ceil(limit / partitions.length);
    const range = to === undefined ? {} : { to };
    const rows = await Promise.all(partitions.map((pk) => table.query(pk, { limit: share, ...range })));
    return rows.flat().slice(0, limit);
  }

  return {
    async markDirty(subject, token) {
      await table.put({ ...tableKeys.dirty(subject), token });
    },
    async dirty(limit) {
      const rows = await sweep(dirtyPartitions(), limit);
      return rows.map((row) => ({ subject: row.sk, token: String(row['token']) }));
    },
    async clearDirty({ subject, token }) {
      await table.delete(tableKeys.dirty(subject), {
        text: '#token = :token',
        names: { '#token': 'token' },
        values: { ':token': token },
      });
    },
    async scheduleDue(instant, subject) {
      await table.put({ ...tableKeys.due(instant, subject), instant, subject });
    },
    async due(now, limit) {
      // '$' follows '#': every sort key that begins with `now` and a subject is included.
      const rows = await sweep(duePartitions(), limit, `${now}$`);
      return rows.map((row) => ({ instant: String(row['instant']), subject: String(row['subject']) }));
    },
    async clearDue({ instant, subject }) {
      await table.delete(tableKeys.due(instant, subject));
    },
  };
}
