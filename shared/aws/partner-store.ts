import { tableKeys } from '../contract/keys.ts';
import type { PartnerStore, VersionedPartner } from '../contract/stores.ts';
import type { Partner } from '../domain/partner.ts';
import { ABSENT, type Expression, type Row, type Table } from './table.ts';

/** Far more than the edge's store has room for. */
const ALL = 100_000;

export function openPartnerStore(table: Table): PartnerStore {
  return {
    async get(partner) {
      const row = await table.get(tableKeys.partner(partner));
      return row && versioned(row);
    },
    async list() {
      const rows = await table.query(tableKeys.partner('').pk, { limit: ALL });
      return rows.map(versioned);
    },
    put: (partner, token) =>
      table.put(
        { ...tableKeys.partner(partner.id), partner, token: token + 1 },
        token === 0 ? ABSENT : unchangedSince(token),
      ),
    remove: (partner, token) => table.delete(tableKeys.partner(partner), unchangedSince(token)),
  };
}

const versioned = (row: Row): VersionedPartner => ({
  partner: row['partner'] as Partner,
  token: Number(row['token']),
});

const unchangedSince = (token: number): Expression => ({
  text: '#token = :token',
  names: { '#token': 'token' },
  values: { ':token': token },
});
