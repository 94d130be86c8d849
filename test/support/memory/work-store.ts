import type { DirtyRow, DueRow, WorkStore } from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

export function memoryWorkStore(cabinet = new Cabinet()): WorkStore {
  const dirty = cabinet.shelf<DirtyRow>('dirty');
  const due = cabinet.shelf<DueRow>('due');

  return {
    async markDirty(subject, token) {
      dirty.set(subject, { subject, token });
    },
    async dirty(limit) {
      return dirty.values().slice(0, limit);
    },
    async clearDirty({ subject, token }) {
      if (dirty.get(subject)?.token === token) dirty.delete(subject);
    },
    async scheduleDue(instant, subject) {
      due.set(`${instant}#${subject}`, { instant, subject });
    },
    async due(now, limit) {
      return due
        .values()
        .filter(({ instant }) => instant <= now)
        .slice(0, limit);
    },
    async clearDue({ instant, subject }) {
      due.delete(`${instant}#${subject}`);
    },
  };
}
