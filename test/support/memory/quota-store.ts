import type { QuotaStore } from '../../../shared/contract/quota-store.ts';
import { decodeQuotaCount } from '../../../shared/contract/stored/quota-rows.ts';
import { tableKeys } from '../../../shared/contract/table-keys.ts';
import { countExpires } from '../../../shared/domain/quota.ts';
import { MemoryStorage } from './storage.ts';

export function memoryQuotaStore(storage = new MemoryStorage()): QuotaStore {
  const counts = storage.rows(decodeQuotaCount);
  const countedBy = (source: string, hour: Parameters<QuotaStore['used']>[1]): number =>
    counts.get(tableKeys.quotaCount(source, hour))?.count ?? 0;
  return {
    async count(source, hour, limit) {
      const counted = countedBy(source, hour);
      if (counted >= limit) return 'refused';
      counts.set(tableKeys.quotaCount(source, hour), { count: counted + 1, ttl: countExpires(hour) });
      return 'written';
    },
    used: async (source, hour) => countedBy(source, hour),
  };
}
