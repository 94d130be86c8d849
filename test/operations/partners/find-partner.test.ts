import { expect, test } from 'vitest';
import { findPartner, partnerIdFrom } from '../../../shared/operations/partners/find-partner.ts';
import { partnerIdOf } from '../../support/ids.ts';
import { memoryPartnerStore } from '../../support/memory/partner-store.ts';

test('a text that no partner can have as its id is refused in the same way as an unknown partner', async () => {
  const unknown = await findPartner({ partners: memoryPartnerStore() }, partnerIdOf('The Outlet'));
  expect(unknown).toMatchObject({ failure: { message: 'there is no partner The Outlet' } });
  expect(partnerIdFrom('The Outlet')).toEqual(unknown);
  expect(partnerIdFrom('outlet')).toEqual({ ok: true, value: partnerIdOf('outlet') });
});
