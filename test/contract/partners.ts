import { expect } from 'vitest';
import type { PartnerStore } from '../../shared/contract/stores.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import { partnerIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

export const partner = (id: string, name = 'The Outlet'): Partner => ({
  id: partnerIdOf(id),
  name,
  tokens: [{ hash: 'a'.repeat(64), created: instant(0) }],
  subscriptions: [
    { alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 30, territory: ['HK', 'TW'] },
  ],
});

async function empty(partners: PartnerStore): Promise<void> {
  for (const listed of await partners.list()) await partners.remove(listed.partner.id, listed.token);
}

export const partnerContract: Contract = {
  'a partner is read as it was written': async ({ partners }) => {
    const id = fresh();
    expect(await partners.get(partnerIdOf(id))).toBeUndefined();
    expect(await partners.put(partner(id), 0)).toBe('written');
    expect(await partners.get(partnerIdOf(id))).toEqual({ partner: partner(id), token: 1 });
  },

  'a partner is replaced only if it was not written since it was read': async ({ partners }) => {
    const id = fresh();
    expect(await partners.put(partner(id), 1)).toBe('refused');
    await partners.put(partner(id), 0);
    expect(await partners.put(partner(id, 'Again'), 0)).toBe('refused');
    expect(await partners.put(partner(id, 'Renamed'), 1)).toBe('written');
    expect(await partners.put(partner(id, 'Too late'), 1)).toBe('refused');
    expect(await partners.get(partnerIdOf(id))).toEqual({ partner: partner(id, 'Renamed'), token: 2 });
  },

  'a partner is removed only if it was not written since it was read': async ({ partners }) => {
    const id = fresh();
    await partners.put(partner(id), 0);
    expect(await partners.remove(partnerIdOf(id), 7)).toBe('refused');
    expect(await partners.remove(partnerIdOf(id), 1)).toBe('written');
    expect(await partners.get(partnerIdOf(id))).toBeUndefined();
  },

  'all partners are listed in the order of their ids': async ({ partners }) => {
    await empty(partners);
    const ids = Array.from({ length: 40 }, fresh);
    await Promise.all(ids.map((id) => partners.put(partner(id), 0)));
    const listed = await partners.list();
    expect(listed.map((versioned) => versioned.partner.id)).toEqual(ids.toSorted());
    expect(listed.every(({ token }) => token === 1)).toBe(true);
  },
};
