import { decodeDirty, decodeDue } from '../../../shared/contract/stored/work-rows.ts';
import type { WorkStore } from '../../../shared/contract/stores.ts';
import { type Key, subjectOfKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import { MemoryStorage } from './storage.ts';

export function memoryWorkStore(storage = new MemoryStorage()): WorkStore {
  const dirty = storage.rows(decodeDirty);
  const due = storage.rows(decodeDue);

  return {
    async markDirty(subject, token) {
      dirty.set(tableKeys.dirty(subject), { token });
    },
    async dirty(limit) {
      const rows = tableRanges.dirty().flatMap((range) => dirty.readable(range));
      return rows
        .toSorted(bySortKey)
        .slice(0, limit)
        .map((row) => ({ subject: subjectOfKey(row), token: row.token }));
    },
    async clearDirty({ subject, token }) {
      if (dirty.get(tableKeys.dirty(subject))?.token === token) dirty.delete(tableKeys.dirty(subject));
    },
    async scheduleDue(instant, subject) {
      due.set(tableKeys.due(instant, subject), { instant, subject });
    },
    async due(now, limit) {
      const rows = tableRanges.due(now).flatMap((range) => due.readable(range));
      return rows
        .toSorted(bySortKey)
        .slice(0, limit)
        .map(({ instant, subject }) => ({ instant, subject }));
    },
    async clearDue({ instant, subject }) {
      due.delete(tableKeys.due(instant, subject));
    },
  };
}

const bySortKey = (a: Key, b: Key): number => (a.sk < b.sk ? -1 : 1);
