import type { QuotaStore } from '../contract/quota-store.ts';
import { decodeQuotaCount } from '../contract/stored/quota-rows.ts';
import { tableKeys } from '../contract/table-keys.ts';
import { countExpires } from '../domain/quota.ts';
import type { Table } from './table.ts';

export function openQuotaStore(table: Table): QuotaStore {
  return {
    count: (source, hour, limit) =>
      table.update(
        tableKeys.quotaCount(source, hour),
        {
          text: 'ADD #count :one SET #ttl = :ttl',
          names: { '#count': 'count', '#ttl': 'ttl' },
          values: { ':one': 1, ':ttl': countExpires(hour) },
        },
        {
          text: 'attribute_not_exists(#count) OR #count < :limit',
          names: { '#count': 'count' },
          values: { ':limit': limit },
        },
      ),
    async used(source, hour) {
      const row = await table.get(tableKeys.quotaCount(source, hour));
      return row === undefined ? 0 : decodeQuotaCount(row).count;
    },
  };
}
