import type { Expiry } from '../contract/expiry.ts';
import type { ReaderStore } from '../contract/reader-store.ts';
import { decodeAccess, decodeEndedAccess, decodeReadersStart } from '../contract/stored/reader-rows.ts';
import { tableKeys, tableRanges } from '../contract/table-keys.ts';
import { ABSENT, type Expression, type Table } from './table.ts';

/** A limit for the queries, so high that all rows are read. */
const MAX_ACCESSES = 1_000_000;

export function openReaderStore(table: Table, expiry: Expiry): ReaderStore {
  return {
    async open() {
      const rows = await table.query(tableRanges.openAccesses(), { limit: MAX_ACCESSES });
      return rows.map((row) => decodeAccess(row).access);
    },
    async ended(feed) {
      const rows = await table.query(tableRanges.endedAccesses(feed), { limit: MAX_ACCESSES });
      return rows.map((row) => decodeEndedAccess(row).access);
    },
    async put(access) {
      await table.put({ ...tableKeys.openAccess(access), access });
    },
    async end(access) {
      // The logs say which articles a feed showed. Without them nobody can tell what the reader could read.
      const expires = await expiry('logsDays', access.until);
      await table.put({ ...tableKeys.endedAccess(access), access, ...expires });
      await table.delete(tableKeys.openAccess(access), wasRecordedAt(access.recorded));
    },
    async start(at) {
      await table.put({ ...tableKeys.readersStart(), at }, ABSENT);
    },
    async startedAt() {
      const row = await table.get(tableKeys.readersStart());
      return row && decodeReadersStart(row).at;
    },
  };
}

const wasRecordedAt = (recorded: string): Expression => ({
  text: '#access.#recorded = :recorded',
  names: { '#access': 'access', '#recorded': 'recorded' },
  values: { ':recorded': recorded },
});
