import type { Expiry } from '../../../shared/contract/expiry.ts';
import type { ReaderStore } from '../../../shared/contract/reader-store.ts';
import {
  decodeAccess,
  decodeEndedAccess,
  decodeReadersStart,
} from '../../../shared/contract/stored/reader-rows.ts';
import { tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { MemoryStorage } from './storage.ts';

export function memoryReaderStore(storage: MemoryStorage, expiry: Expiry): ReaderStore {
  const open = storage.rows((row) => decodeAccess(row).access);
  const ended = storage.rows((row) => decodeEndedAccess(row).access);
  const starts = storage.rows((row) => decodeReadersStart(row).at);
  return {
    open: async () => open.range(tableRanges.openAccesses()),
    ended: async (feed) => ended.range(tableRanges.endedAccesses(feed)),
    async put(access) {
      open.set(tableKeys.openAccess(access), { access });
    },
    async end(access) {
      const expires = await expiry('logsDays', access.until);
      ended.set(tableKeys.endedAccess(access), { access, ...expires });
      const key = tableKeys.openAccess(access);
      if (open.get(key)?.recorded === access.recorded) open.delete(key);
    },
    async start(at) {
      starts.add(tableKeys.readersStart(), { at });
    },
    startedAt: async () => starts.get(tableKeys.readersStart()),
  };
}
