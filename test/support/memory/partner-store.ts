import { readablePartners, versioned } from '../../../shared/contract/stored/partner-rows.ts';
import type { PartnerStore } from '../../../shared/contract/stores.ts';
import { tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { PartnerId } from '../../../shared/domain/identity.ts';
import { MemoryStorage } from './storage.ts';

export function memoryPartnerStore(storage = new MemoryStorage()): PartnerStore {
  const partners = storage.rows(versioned);
  const isAt = (partner: PartnerId, token: number): boolean =>
    (partners.get(tableKeys.partner(partner))?.token ?? 0) === token;

  return {
    async get(partner) {
      return partners.get(tableKeys.partner(partner));
    },
    async list() {
      return partners.range(tableRanges.partners());
    },
    async readableList() {
      return readablePartners(partners.undecoded(tableRanges.partners()), storage.report);
    },
    async put(partner, token) {
      if (!isAt(partner.id, token)) return 'refused';
      partners.set(tableKeys.partner(partner.id), { partner, token: token + 1 });
      return 'written';
    },
    async remove(partner, token) {
      if (!isAt(partner, token)) return 'refused';
      partners.delete(tableKeys.partner(partner));
      return 'written';
    },
  };
}
