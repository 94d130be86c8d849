import { expect, test } from 'vitest';
import { keptTokens, type Rotation } from '../../../shared/operations/partners/tokens.ts';
import type { PartnerToken } from '../../../shared/domain/partner.ts';
import type { Done } from '../../../shared/operations/result.ts';
import { asInstant, partnerIdOf } from '../../support/ids.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');
const TOMORROW = asInstant('2026-04-14T09:00:00.000Z');
const inUse: PartnerToken = { hash: 'b', created: asInstant('2026-04-13T08:00:00.000Z') };
const older: PartnerToken = {
  hash: 'a',
  created: asInstant('2026-01-01T00:00:00.000Z'),
  until: asInstant('2026-04-14T08:00:00.000Z'),
};
const ended: PartnerToken = { ...older, until: NOW };

const kept = (tokens: PartnerToken[], rotation: Rotation): Done<PartnerToken[]> =>
  keptTokens({ id: partnerIdOf('outlet'), name: 'The Outlet', tokens, subscriptions: [] }, rotation, NOW);

test.each<[string, PartnerToken[], Rotation, PartnerToken[]]>([
  ['the token in use, for a day', [inUse], 'beside', [{ ...inUse, until: TOMORROW }]],
  ['the token in use, but not a token that ended', [inUse, ended], 'beside', [{ ...inUse, until: TOMORROW }]],
  ['no token, if all tokens must end at once', [inUse, older], 'now', []],
  ['the older token until its end, if the newer one was lost', [inUse, older], 'again', [older]],
])('a rotation keeps %s', (_, tokens, rotation, value) => {
  expect(kept(tokens, rotation)).toEqual({ ok: true, value });
});

test('a rotation ends a token that was promised to stay valid only if the caller asks for this', () => {
  expect(kept([inUse, older], 'beside')).toMatchObject({
    failure: {
      code: 'token-rotated',
      message: expect.stringContaining('the token before it is valid until 2026-04-14T08:00') as string,
    },
  });
  expect(kept([inUse], 'again')).toMatchObject({
    failure: { code: 'token-single', message: expect.stringContaining('may be in use') as string },
  });
});
