import { expect, test } from 'vitest';
import { keptBeside, type Rotation } from '../../cli/partner.ts';
import type { PartnerToken } from '../../shared/domain/partner.ts';

const NOW = '2026-04-13T09:00:00.000Z';
const TOMORROW = '2026-04-14T09:00:00.000Z';
const inUse: PartnerToken = { hash: 'b', created: '2026-04-13T08:00:00.000Z' };
const older: PartnerToken = {
  hash: 'a',
  created: '2026-01-01T00:00:00.000Z',
  until: '2026-04-14T08:00:00.000Z',
};
const over: PartnerToken = { ...older, until: NOW };

const kept = (tokens: PartnerToken[], rotation: Rotation): PartnerToken[] =>
  keptBeside({ id: 'outlet', name: 'The Outlet', tokens, subscriptions: [] }, rotation, NOW);

test.each<[string, PartnerToken[], Rotation, PartnerToken[]]>([
  ['the one in use, for a day', [inUse], 'beside', [{ ...inUse, until: TOMORROW }]],
  ['the one in use, beside one that is over', [inUse, over], 'beside', [{ ...inUse, until: TOMORROW }]],
  ['none, at once', [inUse, older], 'now', []],
  ['the older one for its time, where the newer was lost', [inUse, older], 'again', [older]],
])('a rotation keeps %s', (_, tokens, rotation, expected) => {
  expect(kept(tokens, rotation)).toEqual(expected);
});

test('a rotation ends no token without a word that was promised to be good', () => {
  expect(() => kept([inUse, older], 'beside')).toThrow(/the one before is good until 2026-04-14T08:00/);
  expect(() => kept([inUse], 'again')).toThrow('may be in use');
});
