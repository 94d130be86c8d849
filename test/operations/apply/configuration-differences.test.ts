import { expect, test } from 'vitest';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { Partner } from '../../../shared/domain/partner.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { configurationDifferences } from '../../../shared/operations/apply/configuration-differences.ts';
import { partnerIdOf } from '../../support/ids.ts';
import { configurationWith } from '../stored-configuration.ts';

test('a changed channel is listed with its changed fields and the partners that read it', () => {
  const partners = Array.from({ length: 10 }, (_, at): Partner => ({
    id: partnerIdOf(`p${at}`),
    name: `p${at}`,
    tokens: [],
    subscriptions: [{ alias: 'top', channel: 'c0', profile: 'standard', delayMinutes: 0, territory: [] }],
  }));
  expect(configurationDifferences(configurationWith(1), configurationWith(1, 'Renamed'), partners)).toEqual([
    {
      what: '~ channel c0: title',
      effects: [
        'has a new title, description, link or language for its public readers, p0/top, p1/top, p2/top, p3/top, p4/top, p5/top, p6/top and 3 more',
      ],
    },
  ]);
});

test('a changed source is listed with the effects of the change', () => {
  const source = (changes: Partial<Source> = {}): StoredConfiguration => ({
    ...configurationWith(1),
    sources: [{ id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [], ...changes }],
  });
  const linesFor = (before: StoredConfiguration, after: StoredConfiguration): string[] =>
    configurationDifferences(before, after, []).map(({ what, effects }) => `${what}: ${effects.join('; ')}`);
  const without = configurationWith(1);
  expect(linesFor(without, source())).toEqual(['+ source desk: a token is made for desk and shown once']);
  expect(linesFor(source(), without)).toEqual([
    expect.stringMatching(/^- source desk: .*401.* until they are withdrawn$/),
  ]);
  expect(linesFor(source(), source({ order: 'version', territory: ['TW'] }))).toEqual([
    expect.stringMatching(
      /^~ source desk: order, territory: .*cannot be corrected.*; applies to what the source sends/,
    ),
  ]);
  expect(linesFor(source({ quota: 10 }), source())).toEqual([
    '~ source desk: quota: may send 60000 submissions an hour from then on',
  ]);
  expect(linesFor(source({ order: 'version' }), source({ link: 'https://desk.example/{id}' }))).toEqual([
    expect.stringMatching(/^~ source desk: .*: decides .* which version .*; every feed is written again$/),
  ]);
});
