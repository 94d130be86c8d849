import { describe, expect, test } from 'vitest';
import {
  areLossesAllowed,
  mustBeHeld,
  unexplainedLosses,
} from '../../../../functions/publish/rules/guard.ts';
import type { Head } from '../../../../shared/domain/article.ts';
import type { ArticleId } from '../../../../shared/domain/identity.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import type { FeedState, ManifestEntry } from '../../../../shared/domain/manifest.ts';
import { at, decided, FEED, headOf, headsOf, ids, manifestOf, NOW, stateOf } from '../fixture.ts';

const fromWire = (articles: string[]): Head[] =>
  articles.map((article) => headOf(article, { source: 'wire' }));
const withDecision = (articles: string[], decisions: NonNullable<Head['decisions']>): Head[] =>
  articles.map((article) => headOf(article, { decisions }));

const FACTS = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A' };

interface Case {
  name: string;
  before: string[];
  after: ManifestEntry[];
  /** Heads of some articles. Each other article is usable and comes from the source `desk`. */
  heads?: Head[];
  withheld?: ArticleId[];
  lost: string[];
  /** How many of the losses count; without it all of `lost`. */
  count?: number;
  held: boolean;
}

const CASES: Case[] = [
  {
    name: 'all items stay',
    before: ids(0, 8),
    after: manifestOf(ids(0, 8)),
    lost: [],
    held: false,
  },
  {
    name: 'newer articles replace all items',
    before: ids(0, 8),
    after: manifestOf(ids(100, 110), ids(110, 120)),
    lost: [],
    held: false,
  },
  {
    name: 'the channel no longer selects most of the items',
    before: ids(0, 8),
    after: manifestOf(ids(0, 3)),
    heads: fromWire(ids(3, 8)),
    lost: ids(3, 8),
    held: true,
  },
  {
    name: 'the channel selects other articles instead',
    before: ids(0, 8),
    after: manifestOf(ids(100, 108)),
    heads: fromWire(ids(0, 8)),
    lost: ids(0, 8),
    held: true,
  },
  {
    name: 'the channel shows fewer items',
    before: ids(0, 8),
    after: manifestOf(ids(0, 3), ids(3, 6)),
    lost: ids(3, 8),
    held: true,
  },
  {
    name: 'most items are killed',
    before: ids(0, 8),
    after: manifestOf(ids(0, 2)),
    heads: withDecision(ids(2, 8), decided('kill')),
    lost: [],
    held: false,
  },
  {
    name: 'most items are withdrawn from the channel',
    before: ids(0, 8),
    after: manifestOf(ids(0, 2)),
    heads: withDecision(ids(2, 8), decided('withdraw', { target: 'news' }, 'withdrawal:news')),
    lost: [],
    held: false,
  },
  {
    name: 'most items are excluded from the channel',
    before: ids(0, 8),
    after: manifestOf(ids(0, 2)),
    heads: withDecision(ids(2, 8), decided('exclude', { target: 'news' }, 'selection:news')),
    lost: [],
    held: false,
  },
  {
    name: 'most items have expired',
    before: ids(0, 8),
    after: manifestOf(ids(0, 2)),
    heads: ids(2, 8).map((article) => headOf(article, { current: { expires: at(11) } })),
    lost: [],
    held: false,
  },
  {
    name: 'half of the items are killed and articles of the reserve are shown instead',
    before: ids(0, 8),
    after: manifestOf(ids(4, 12)),
    heads: withDecision(ids(0, 4), decided('kill')),
    lost: [],
    held: false,
  },
  {
    name: 'most items cannot be rendered',
    before: ids(0, 8),
    after: manifestOf(ids(0, 3), ids(3, 8)),
    withheld: ids(3, 8),
    lost: ids(3, 8),
    held: true,
  },
  {
    name: 'most items cannot be rendered and other articles are shown instead',
    before: ids(0, 8),
    after: manifestOf([...ids(100, 105), ...ids(0, 3)], ids(3, 8)),
    withheld: ids(3, 8),
    lost: [],
    held: false,
  },
  {
    name: 'most items cannot be rendered and articles of the reserve are shown instead of most of them',
    before: ids(0, 8),
    after: manifestOf([...ids(0, 3), ...ids(8, 11)], ids(3, 8)),
    withheld: ids(3, 8),
    lost: ids(3, 8),
    count: 2,
    held: false,
  },
  {
    name: 'some items are deselected, others cannot be rendered, and nothing is shown instead',
    before: ids(0, 8),
    after: manifestOf(ids(0, 3), ids(5, 8)),
    heads: fromWire(ids(3, 5)),
    withheld: ids(5, 8),
    lost: ids(3, 8),
    held: true,
  },
  {
    name: 'most items are no longer cleared for a feed that is read everywhere',
    before: ids(0, 8),
    after: manifestOf(ids(0, 2)),
    heads: ids(2, 8).map((article) =>
      headOf(article, { current: { facts: { ...FACTS, territory: ['TW'] } } }),
    ),
    lost: [],
    held: false,
  },
  {
    name: 'exactly half of the items are lost',
    before: ids(0, 8),
    after: manifestOf(ids(0, 4)),
    heads: fromWire(ids(4, 8)),
    lost: ids(4, 8),
    held: false,
  },
  {
    name: 'the feed has three items and loses all of them',
    before: ids(0, 3),
    after: [],
    heads: fromWire(ids(0, 3)),
    lost: ids(0, 3),
    held: false,
  },
  {
    name: 'the feed has four items and loses three of them',
    before: ids(0, 4),
    after: manifestOf(ids(0, 1)),
    heads: fromWire(ids(1, 4)),
    lost: ids(1, 4),
    held: true,
  },
];

describe('a feed that would lose items', () => {
  test.each(CASES)(
    'is held: $held, if $name',
    ({ before, after, heads = [], withheld = [], lost, count, held }) => {
      const known = headsOf(...[...before, ...ids(0, 120)].map((article) => headOf(article)), ...heads);
      const state = stateOf(manifestOf(before));
      const found = unexplainedLosses({
        before: state,
        manifest: after,
        withheld: withheld.map((article) => ({ article, reason: 'rss: not well-formed' })),
        heads: known,
        feed: FEED,
        now: NOW,
      });
      expect(found).toEqual({ lost, count: count ?? lost.length });
      expect(mustBeHeld(state, found.count)).toBe(held);
    },
  );
});

const heldSince = (since: Instant): FeedState =>
  stateOf(manifestOf(ids(0, 8)), { held: { since, lost: ids(3, 8) } });

test.each<[string, boolean, FeedState | undefined, number]>([
  ['without a state', false, undefined, 1],
  ['that is held and loses one item', true, heldSince(at(11)), 1],
  ['that is held and no longer loses anything', false, heldSince(at(11)), 0],
])('a feed %s must be held: %s', (_, expected, before, losses) => {
  expect(mustBeHeld(before, losses)).toBe(expected);
});

test.each<[string, boolean, FeedState | undefined, string | undefined]>([
  ['nobody allowed the losses', false, heldSince(at(11)), undefined],
  ['somebody allowed them after the hold began', true, heldSince(at(10)), at(11)],
  ['somebody allowed them at the instant at which the hold began', true, heldSince(at(11)), at(11)],
  ['somebody allowed them before this hold began', false, heldSince(at(11)), at(10)],
  ['the feed is not held', false, stateOf([]), at(11)],
  ['the feed has no state', false, undefined, at(11)],
])('the losses of a feed are allowed if %s: %s', (_, expected, before, allowedUntil) => {
  expect(areLossesAllowed(before, allowedUntil)).toBe(expected);
});
