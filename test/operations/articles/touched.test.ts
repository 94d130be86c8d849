import { beforeAll, describe, expect, test } from 'vitest';
import { feedsOf } from '../../../shared/contract/feeds.ts';
import {
  feedOfSubscription,
  idOfPartnerFeed,
  partnerFeedsOf,
} from '../../../shared/contract/partner-feeds.ts';
import type { Partner } from '../../../shared/domain/partner.ts';
import { touchedBy } from '../../../shared/operations/articles/touched.ts';
import { linesOfDecided, warningOfDecided } from '../../../cli/decision-lines.ts';
import { articleIdOf, partnerIdOf, receiptIdOf } from '../../support/ids.ts';
import { memoryCloud } from '../../support/memory/cloud.ts';
import { at, headOf, NOW } from '../../functions/publish/fixture.ts';
import { configurationWith } from '../stored-configuration.ts';

const partner = (id: string, delayMinutes: number): Partner => ({
  id: partnerIdOf(id),
  name: `Outlet ${id}`,
  tokens: [],
  subscriptions: [{ alias: 'top', channel: 'c0', profile: 'standard', delayMinutes, territory: [] }],
});
/** Two partners share a feed, and a third one has a feed of its own. */
const PARTNERS = [partner('one', 0), partner('two', 0), partner('three', 30)];
const head = headOf('a');

/** A public channel and the feeds of its partners, all of which show the article except that of `three`. */
const cloud = memoryCloud();
beforeAll(async () => {
  const configuration = {
    ...configurationWith(2),
    partnerFeeds: [...partnerFeedsOf(PARTNERS, new Map(), new Map()).values()],
  };
  cloud.configuration.set(configuration);
  for (const each of PARTNERS) await cloud.partners.put(each, 0);
  const late = configuration.partnerFeeds.find(({ terms }) => terms.delayMinutes > 0);
  for (const { id, channel } of feedsOf(configuration)) {
    if (channel.id !== 'c0' || (late && id === idOfPartnerFeed(late))) continue;
    const entry = { article: head.article, version: '1', contentHash: 'h', released: at(9), changed: at(9) };
    const last = { at: NOW, added: [], changed: [], removed: [], withheld: [] };
    const state = { rev: 1, settled: 1, manifest: [{ ...entry, shown: true }], documents: {}, last };
    await cloud.feeds.commit(id, state, 0);
  }
});

const [one] = PARTNERS;
const shared = one?.subscriptions[0] && feedOfSubscription(one.id, one.subscriptions[0]);

describe('a decision touches', () => {
  test.each([
    ['a kill', { action: 'kill' }, { effect: 'leaves', feeds: 2, partners: 2, public: true }],
    [
      'a withdrawal from a channel',
      { action: 'withdraw', target: 'c0' },
      { effect: 'leaves', feeds: 2, partners: 2, public: true },
    ],
    [
      'a withdrawal from a channel that never had it',
      { action: 'withdraw', target: 'c1' },
      { effect: 'leaves', feeds: 0, partners: 0, public: false },
    ],
    [
      'a withdrawal from a partner',
      { action: 'withdraw', target: 'partner:one' },
      { effect: 'leaves', feeds: 1, partners: 1, public: false },
    ],
    [
      'an exclusion for a subscription',
      { action: 'exclude', target: 'partner:two/top' },
      { effect: 'leaves', feeds: 1, partners: 1, public: false },
    ],
    [
      'a withdrawal from a shared feed',
      { action: 'withdraw', target: `feed:${shared}` },
      { effect: 'leaves', feeds: 1, partners: 2, public: false },
    ],
    [
      'a new embargo',
      { action: 'embargo', until: at(13) },
      { effect: 'leaves', feeds: 2, partners: 2, public: true },
    ],
    [
      'the end of an embargo',
      { action: 'embargo' },
      { effect: 'may-enter', feeds: 4, partners: 3, public: true },
    ],
    [
      'an inclusion for a partner',
      { action: 'include', target: 'partner:three' },
      { effect: 'may-enter', feeds: 1, partners: 1, public: false },
    ],
  ] as const)('%s', async (_, decision, touched) => {
    expect(await touchedBy(cloud, head, decision)).toEqual(touched);
  });
});

describe('the answer to a decision', () => {
  const decided = { article: articleIdOf('a'), receipt: receiptIdOf('r'), known: true, headline: 'Flood' };

  test('has the headline, and what the decision touches', () => {
    const touches = { effect: 'leaves', feeds: 3, partners: 5, public: true } as const;
    expect(linesOfDecided('kill', { ...decided, touches })).toEqual([
      `kill of ${articleIdOf('a')} "Flood" is accepted; receipt r`,
      'it leaves 3 feeds read by the public and 5 partners',
    ]);
    const one = { effect: 'may-enter', feeds: 1, partners: 1, public: false } as const;
    expect(linesOfDecided('unkill', { ...decided, touches: one })[1]).toBe(
      'it may appear in 1 feed read by 1 partner',
    );
    expect(warningOfDecided('desk:flood', { ...decided, touches })).toBeUndefined();
  });

  test('warns that no story is known under a mistyped id', () => {
    const unknown = { ...decided, known: false, headline: null, touches: null };
    expect(warningOfDecided('desk:flod', unknown)).toContain('no story is known as desk:flod');
    expect(linesOfDecided('kill', unknown)).toHaveLength(1);
  });
});
