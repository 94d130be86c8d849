import { expect, test } from 'vitest';
import type { Partner } from '../../../shared/domain/partner.ts';
import { partnerDifferences } from '../../../shared/operations/apply/partner-differences.ts';
import { asInstant, partnerIdOf } from '../../support/ids.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');

const partner = (id: string, delayMinutes = 0): Partner => ({
  id: partnerIdOf(id),
  name: id,
  tokens: [],
  subscriptions: [{ alias: 'top', channel: 'c0', profile: 'standard', delayMinutes, territory: [] }],
});

test('each added, changed and removed partner is listed, address by address', () => {
  const before = [partner('old'), partner('moved'), partner('same')];
  const after = [partner('moved', 90), partner('same'), partner('new')];
  expect(partnerDifferences(before, after, NOW)).toEqual([
    { what: '- partner old', effects: ['/p/old/top answers 401 from then on'] },
    {
      what: '~ partner moved',
      effects: [
        '~ /p/moved/top stays; its terms change from c0 (standard), at once, anywhere to c0 (standard), after PT1H30M, anywhere',
      ],
    },
    {
      what: '+ partner new',
      effects: ['a token is made and shown once', '+ /p/new/top: c0 (standard), at once, anywhere'],
    },
  ]);
});

test('a subscription that has ended is listed with its end and with the answer 404 that its readers get', () => {
  const ended = partner('outlet');
  const after = [
    { ...ended, subscriptions: ended.subscriptions.map((subscription) => ({ ...subscription, until: NOW })) },
  ];
  const lastEffect = (before: Partner[], now: string): string | undefined =>
    partnerDifferences(before, after, asInstant(now)).at(-1)?.effects.at(-1);
  const past = `c0 (standard), at once, anywhere, until ${NOW}, which is in the past: it answers 404`;
  expect(lastEffect([], NOW)).toBe(`+ /p/outlet/top: ${past}`);
  expect(lastEffect([ended], NOW)).toContain(`anywhere to ${past}`);
  expect(lastEffect([ended], '2026-04-13T08:59:59.999Z')).toContain(NOW);
  expect(lastEffect([ended], '2026-04-13T08:59:59.999Z')).not.toContain('404');
});

test('a partner that is disabled, enabled or renamed is listed', () => {
  const disabled = { ...partner('outlet'), disabled: NOW };
  const effects = (before: Partner, after: Partner): string[] | undefined =>
    partnerDifferences([before], [after], NOW)[0]?.effects;
  expect(effects(partner('outlet'), disabled)).toEqual(['cannot read anything from then on (401)']);
  expect(effects(disabled, partner('outlet'))).toEqual(['may read again']);
  expect(effects(disabled, { ...disabled, name: 'The Outlet' })).toEqual(['is renamed to The Outlet']);
});
