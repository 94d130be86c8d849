import { describe, expect, test } from 'vitest';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import type { Channel } from '../../../shared/domain/channel.ts';
import type { Partner, Subscription } from '../../../shared/domain/partner.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { grantsOf } from '../../../shared/operations/apply/grants.ts';
import { asInstant, partnerIdOf } from '../../support/ids.ts';
import { configurationWith } from '../stored-configuration.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');
const PAST = asInstant('2026-04-01T09:00:00.000Z');
const SOON = asInstant('2026-06-01T09:00:00.000Z');
const LATER = asInstant('2027-06-01T09:00:00.000Z');

const TOP: Subscription = {
  alias: 'top',
  channel: 'c0',
  profile: 'standard',
  delayMinutes: 120,
  territory: ['AT', 'DE'],
  until: SOON,
};
const OUTLET: Partner = { id: partnerIdOf('outlet'), name: 'The Outlet', tokens: [], subscriptions: [TOP] };
const CONFIGURATION = configurationWith(1);
const [CHANNEL] = CONFIGURATION.channels;
const SOURCE: Source = { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [] };

const partnerGrants = (was: Partner | undefined, is: Partner | undefined): string[] =>
  grantsOf(
    { before: CONFIGURATION, after: CONFIGURATION },
    { before: was ? [was] : [], after: is ? [is] : [] },
    NOW,
  );
const withTop = (members: Partial<Subscription>): Partner => ({
  ...OUTLET,
  subscriptions: [{ ...TOP, ...members }],
});
const { until: _, ...ENDLESS } = TOP;

describe('of a partner, the rights are named', () => {
  test.each<[string, Partner | undefined, Partner | undefined, string[]]>([
    ['nothing', OUTLET, OUTLET, []],
    [
      'a new partner',
      undefined,
      OUTLET,
      ['partner outlet gets a token', expect.stringMatching(/^outlet\/top may read c0/)],
    ],
    [
      'an enabled partner',
      { ...OUTLET, disabled: PAST },
      OUTLET,
      [
        'partner outlet may read again: its tokens work again',
        expect.stringMatching(/^outlet\/top may read c0/),
      ],
    ],
    [
      'a new subscription',
      { ...OUTLET, subscriptions: [] },
      OUTLET,
      [expect.stringMatching(/^outlet\/top may read c0/)],
    ],
    [
      'a shorter delay',
      OUTLET,
      withTop({ delayMinutes: 0 }),
      ['outlet/top may read after PT0M instead of PT2H'],
    ],
    [
      'a wider territory',
      OUTLET,
      withTop({ territory: ['AT', 'CH', 'DE'] }),
      ['outlet/top may be read in CH'],
    ],
    ['all countries', OUTLET, withTop({ territory: [] }), ['outlet/top may be read in all countries']],
    [
      'articles for fewer countries',
      OUTLET,
      withTop({ territory: ['AT'] }),
      ['outlet/top may read articles that are cleared for AT only'],
    ],
    [
      'a later end',
      OUTLET,
      withTop({ until: LATER }),
      [`outlet/top may read until ${LATER} instead of ${SOON}`],
    ],
    [
      'no end',
      OUTLET,
      { ...OUTLET, subscriptions: [ENDLESS] },
      [`outlet/top may read until it is ended instead of ${SOON}`],
    ],
    [
      'a subscription that had ended',
      withTop({ until: PAST }),
      OUTLET,
      [expect.stringMatching(/^outlet\/top may read c0/)],
    ],
    [
      'another channel',
      OUTLET,
      withTop({ channel: 'c1' }),
      ['outlet/top may read the channel c1 instead of c0'],
    ],
  ])('%s', (__, was, is, expected) => {
    expect(partnerGrants(was, is)).toEqual(expected);
  });

  test.each<[string, Partner | undefined]>([
    ['the partner is removed', undefined],
    ['the partner is disabled', { ...OUTLET, disabled: PAST }],
    ['the subscription ends', { ...OUTLET, subscriptions: [] }],
    ['the delay is longer', withTop({ delayMinutes: 240 })],
    ['the end is earlier', withTop({ until: PAST })],
  ])('and none if %s', (__, is) => {
    expect(partnerGrants(OUTLET, is)).toEqual([]);
  });
});

describe('of a configuration, the rights are named', () => {
  const grants = (
    was: Partial<StoredConfiguration> | undefined,
    is: Partial<StoredConfiguration>,
  ): string[] =>
    grantsOf(
      { before: was && { ...CONFIGURATION, ...was }, after: { ...CONFIGURATION, ...is } },
      { before: [OUTLET], after: [OUTLET] },
      NOW,
    );
  const channels = (members: Partial<Channel>): Partial<StoredConfiguration> =>
    CHANNEL === undefined ? {} : { channels: [{ ...CHANNEL, ...members }] };
  const sources = (members: Partial<Source>): Partial<StoredConfiguration> => ({
    sources: [{ ...SOURCE, ...members }],
  });

  test.each<[string, Partial<StoredConfiguration> | undefined, Partial<StoredConfiguration>, string[]]>([
    [
      'the first apply',
      undefined,
      sources({}),
      ['source desk may send articles', 'channel c0: everybody may read it'],
    ],
    [
      'a channel that becomes public',
      channels({ public: false }),
      channels({}),
      ['channel c0: everybody may read it'],
    ],
    ['a channel that is no longer public', channels({}), channels({ public: false }), []],
    [
      'another selector',
      channels({}),
      channels({ select: { source: 'desk' } }),
      ['channel c0: everybody, outlet/top may read other articles; two selectors cannot be compared'],
    ],
    [
      'more items',
      channels({ items: 5 }),
      channels({ items: 9 }),
      ['channel c0: everybody, outlet/top may read 9 articles instead of 5'],
    ],
    ['fewer items', channels({ items: 9 }), channels({ items: 5 }), []],
    [
      'a territory of a source',
      sources({ territory: ['AT'] }),
      sources({}),
      ['source desk: its articles are cleared for all countries instead of AT'],
    ],
    [
      'dates in the future',
      sources({}),
      sources({ futureDates: 'now' }),
      ['source desk: articles with a date in the future are published at once'],
    ],
  ])('%s', (__, was, is, expected) => {
    expect(grants(was, is)).toEqual(expected);
  });
});
