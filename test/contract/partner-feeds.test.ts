import { describe, expect, test } from 'vitest';
import { FIRST_INSTANT, LAST_INSTANT } from '../../shared/domain/instant.ts';
import type { PartnerFeed } from '../../shared/contract/configuration.ts';
import {
  EDGE_LIMITS,
  edgeOverflow,
  edgeRecord,
  feedsOfEdgeRecord,
} from '../../shared/contract/edge-record.ts';
import { feedOfSubscription, idOfPartnerFeed, partnerFeedsOf } from '../../shared/contract/partner-feeds.ts';
import type { FeedId, PartnerId } from '../../shared/domain/identity.ts';
import type { Partner, Subscription } from '../../shared/domain/partner.ts';
import { asInstant, feedIdOf, partnerIdOf } from '../support/ids.ts';

const AT = asInstant('2026-04-13T09:00:00.000Z');

const reading = (alias: string, terms: Partial<Subscription> = {}): Subscription => ({
  alias,
  channel: 'news',
  profile: 'standard',
  delayMinutes: 0,
  territory: [],
  ...terms,
});
const partner = (id: string, ...subscriptions: Subscription[]): Partner => ({
  id: partnerIdOf(id),
  name: id,
  subscriptions,
  tokens: [{ hash: id.charCodeAt(0).toString(16).padEnd(64, '0'), created: AT }],
});

describe('the feeds that partners need', () => {
  const feeds = (
    partners: Partner[],
    before = new Map<FeedId, PartnerFeed>(),
    edge = new Map<string, FeedId>(),
  ): Map<FeedId, PartnerFeed> => partnerFeedsOf(partners, before, edge);

  test('are shared by subscriptions with equal terms, whatever their aliases are', () => {
    const slow = { delayMinutes: 120, territory: ['TW', 'HK'] };
    const same = { delayMinutes: 120, territory: ['HK', 'TW'] };
    const three = feeds([
      partner('a', reading('top', slow)),
      partner('b', reading('front', same), reading('fast')),
      partner('c', reading('top', { ...same, apart: true })),
    ]);
    expect([...three.values()].map(({ terms }) => terms)).toEqual([
      { delayMinutes: 120, territory: ['HK', 'TW'] },
      { delayMinutes: 0, territory: [] },
      { delayMinutes: 120, territory: ['HK', 'TW'], apart: 'c/top' },
    ]);
    for (const [id, feed] of three) expect(idOfPartnerFeed(feed)).toBe(id);
  });

  test('inherit from every feed that was read at the same address before, also several changes ago', () => {
    const [fast, slow, slower] = [0, 60, 120].map((delayMinutes) => reading('top', { delayMinutes }));
    if (!fast || !slow || !slower) throw new Error('three subscriptions');
    const ids = [fast, slow, slower].map((subscription) =>
      feedOfSubscription(partnerIdOf('a'), subscription),
    );
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('three feeds');
    const one = feeds([partner('a', fast)]);
    const two = feeds([partner('a', slow)], one, new Map([['a/top', first]]));
    expect(two.get(second)?.inherits).toEqual([first]);
    const three = feeds([partner('a', slower)], two, new Map([['a/top', second]]));
    expect(three.get(third)?.inherits).toEqual([first, second].toSorted());
    // Equal terms that are applied again change nothing. When the first terms come back, their feed does not inherit
    // from itself.
    expect(feeds([partner('a', slower)], three, new Map([['a/top', third]])).get(third)).toEqual(
      three.get(third),
    );
    const back = feeds([partner('a', fast)], three, new Map([['a/top', third]]));
    expect(back.get(first)?.inherits).toEqual([second, third].toSorted());
  });
});

describe('a partner’s entry in the KeyValueStore', () => {
  test('has the tokens and the feeds with their end dates; the feeds can be read from the entry', () => {
    const outlet: Partner = {
      ...partner('a', reading('top'), reading('late', { until: asInstant('2027-01-01T00:00:00.000Z') })),
      tokens: [
        { hash: '1'.repeat(64), created: AT },
        { hash: '2'.repeat(64), created: AT, until: asInstant('2026-04-14T09:00:00.000Z') },
      ],
    };
    const record = edgeRecord(outlet, (alias) => feedIdOf(`feed-${alias}`));
    expect(record).toBe(
      `${'1'.repeat(32)},${'2'.repeat(32)}~1776157200|top:feed-top,late:feed-late~1798761600`,
    );
    expect([...feedsOfEdgeRecord(record ?? '')]).toEqual([
      ['top', 'feed-top'],
      ['late', 'feed-late'],
    ]);
  });

  test('of a partner with ends before 1970 and at the end of 9999 has ends that the viewer-request function accepts', () => {
    const until = [FIRST_INSTANT, LAST_INSTANT];
    const outlet = partner('a', ...until.map((end, index) => reading(`s${index}`, { until: end })));
    const tokens = until.map((end) => ({ hash: '1'.repeat(64), created: AT, until: end }));
    const record = edgeRecord({ ...outlet, tokens }, () => feedIdOf('f'));
    const hash = '1'.repeat(32);
    expect(record).toBe(`${hash}~0,${hash}~253402300799|s0:f~0,s1:f~253402300799`);
  });

  test('does not exist for a partner that is disabled or has no token', () => {
    expect(
      edgeRecord({ ...partner('a', reading('top')), disabled: AT }, () => feedIdOf('f')),
    ).toBeUndefined();
    expect(edgeRecord({ ...partner('a', reading('top')), tokens: [] }, () => feedIdOf('f'))).toBeUndefined();
  });

  test.each<[string, Map<PartnerId, string>, RegExp | undefined]>([
    [
      'a value of the greatest allowed length',
      new Map([[partnerIdOf('a'), 'x'.repeat(EDGE_LIMITS.value)]]),
      undefined,
    ],
    [
      'a value that is too long',
      new Map([[partnerIdOf('b'), 'x'.repeat(EDGE_LIMITS.value + 1)]]),
      /partner b needs 1025 bytes/,
    ],
    [
      'too many entries',
      new Map(
        Array.from({ length: 5200 }, (_, at) => [
          partnerIdOf(`p${String(at).padStart(4, '0')}`),
          'x'.repeat(1015),
        ]),
      ),
      /with partner p5140 the entries need more/,
    ],
  ])('is checked against the limits of the KeyValueStore: %s', (_, entries, problem) => {
    if (problem === undefined) expect(edgeOverflow(entries)).toBeUndefined();
    else expect(edgeOverflow(entries)).toMatch(problem);
  });
});
