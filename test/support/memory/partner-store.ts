import type { PartnerStore, VersionedPartner } from '../../../shared/contract/stores.ts';
import { Cabinet } from './shelf.ts';

export function memoryPartnerStore(cabinet = new Cabinet()): PartnerStore {
  const partners = cabinet.shelf<VersionedPartner>('partner');
  const isAt = (partner: string, token: number): boolean => (partners.get(partner)?.token ?? 0) === token;

  return {
    async get(partner) {
      return partners.get(partner);
    },
    async list() {
      return partners.values();
    },
    async put(partner, token) {
      if (!isAt(partner.id, token)) return 'refused';
      partners.set(partner.id, { partner, token: token + 1 });
      return 'written';
    },
    async remove(partner, token) {
      if (!isAt(partner, token)) return 'refused';
      partners.delete(partner);
      return 'written';
    },
  };
}
