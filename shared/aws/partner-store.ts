import { readablePartners, versioned } from '../contract/stored/partner-rows.ts';
import type { PartnerStore } from '../contract/stores.ts';
import { tableKeys, tableRanges } from '../contract/table-keys.ts';
import { hasToken, type Table, unchangedSince } from './table.ts';

/**
 * A limit for the query, so high that all partners are read: the CloudFront KeyValueStore has room for fewer partners
 * than this.
 */
const MAX_PARTNERS = 100_000;

export function openPartnerStore(table: Table): PartnerStore {
  return {
    async get(partner) {
      const row = await table.get(tableKeys.partner(partner));
      return row && versioned(row);
    },
    async list() {
      const rows = await table.query(tableRanges.partners(), { limit: MAX_PARTNERS });
      return rows.map(versioned);
    },
    async readableList() {
      const rows = await table.query(tableRanges.partners(), { limit: MAX_PARTNERS });
      return readablePartners(rows, table.unreadable);
    },
    put: (partner, token) =>
      table.put({ ...tableKeys.partner(partner.id), partner, token: token + 1 }, unchangedSince(token)),
    remove: (partner, token) => table.delete(tableKeys.partner(partner), hasToken(token)),
  };
}
