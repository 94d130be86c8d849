import { describe, expect, test } from 'vitest';
import {
  changeBetween,
  chooseEntries,
  killedAmong,
  manifestFrom,
  MAX_FAILED,
  type ShownChange,
  updatedOf,
} from '../../../../functions/publish/rules/manifest.ts';
import type { Head } from '../../../../shared/domain/article.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../../shared/domain/identity.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import { articleIdOf } from '../../../support/ids.ts';
import {
  at,
  decided,
  DELAYED_FEED,
  entryOf,
  FEED,
  feedOfItems,
  headOf,
  headsOf,
  id,
  ids,
  manifestOf,
  NOW,
  stateOf,
} from '../fixture.ts';

describe('a feed chooses an article', () => {
  test.each<[string, boolean, Head, Feed?]>([
    ['that is usable and selected', true, headOf('a')],
    ['that the channel does not select', false, headOf('a', { source: 'wire' })],
    ['that is killed', false, headOf('a', { decisions: decided('kill') })],
    ['that is held', false, headOf('a', { decisions: decided('hold') })],
    ['that the sender withheld', false, headOf('a', { current: { pubstatus: 'withheld' } })],
    ['before the end of its embargo', false, headOf('a', { current: { embargoed: at(13) } })],
    ['at the end of its embargo', true, headOf('a', { current: { embargoed: NOW } })],
    ['before it expires', true, headOf('a', { current: { expires: at(13) } })],
    ['when it expires', false, headOf('a', { current: { expires: NOW } })],
    [
      'that was withdrawn from the channel',
      false,
      headOf('a', { decisions: decided('withdraw', { target: 'news' }, 'withdrawal:news') }),
    ],
    ['whose delay is over', true, headOf('a'), DELAYED_FEED],
    ['whose delay is not over', false, headOf('a', { current: { received: at(11) } }), DELAYED_FEED],
  ])('%s: %s', (_, isChosen, head, feed = FEED) => {
    expect(chooseEntries([head], feed, NOW).map(({ article }) => article)).toEqual(isChosen ? ['a'] : []);
  });
});

describe('the entries of a manifest', () => {
  test.each<[string, Head, { released: Instant; changed: Instant }]>([
    ['are released when the article was created', headOf('a'), { released: at(9), changed: at(9) }],
    [
      'have as `released` the instant at which the article was created',
      headOf('a'),
      { released: at(9), changed: at(9) },
    ],
    [
      'have as `released` and `changed` the end of an embargo that is later',
      headOf('a', { current: { embargoed: at(11), changed: at(10) } }),
      { released: at(11), changed: at(11) },
    ],
    [
      'have as `changed` the instant of the last change of the article',
      headOf('a', { current: { changed: at(10) } }),
      { released: at(9), changed: at(10) },
    ],
  ])('%s', (_, head, dates) => {
    expect(chooseEntries([head], FEED, NOW)).toEqual([entryOf('a', false, dates)]);
  });

  test('are ordered by release, newest first, then by id', () => {
    const created = (article: string, hour: number) => headOf(article, { current: { created: at(hour) } });
    const heads = [created('b', 9), created('d', 10), created('c', 9), created('a', 9)];
    expect(chooseEntries(heads, FEED, NOW).map(({ article }) => article)).toEqual(['d', 'a', 'b', 'c']);
  });
});

describe('a manifest', () => {
  const manifest = (failed: ArticleId[]) =>
    manifestFrom(
      ids(0, 250).map((article) => entryOf(article, false)),
      { shown: new Set([id(1), id(2)]), failed: new Set(failed) },
      feedOfItems(2),
    );
  const heldBy = (failed: ArticleId[]): ArticleId[] => manifest(failed).map(({ article }) => article);

  test('holds twice as many entries as the feed shows, and marks what is shown', () => {
    expect(manifest([]).map(({ article, shown }) => [article, shown])).toEqual([
      [id(0), false],
      [id(1), true],
      [id(2), true],
      [id(3), false],
    ]);
  });

  test('also keeps articles that cannot be rendered; they take no place of others', () => {
    expect(heldBy([id(0), id(4)])).toEqual(ids(0, 6));
  });

  test('keeps the newest of very many articles that cannot be rendered', () => {
    const failed = ids(3, 240);
    expect(heldBy(failed)).toEqual([...ids(0, 3), ...ids(3, 3 + MAX_FAILED), id(240)]);
  });
});

describe('a change', () => {
  const corrected = [entryOf('a', true, { contentHash: 'hash 2' })];
  test.each([
    ['is empty for equal manifests', manifestOf(['a']), manifestOf(['a']), {}],
    ['adds an article that is shown', manifestOf(['a']), manifestOf(['b', 'a']), { added: ['b'] }],
    ['does not add an article in the reserve', manifestOf(['a']), manifestOf(['a'], ['b']), {}],
    [
      'adds an article that was in the reserve',
      manifestOf(['a'], ['b']),
      manifestOf(['a', 'b']),
      { added: ['b'] },
    ],
    ['changes an article that has other contents', manifestOf(['a']), corrected, { changed: ['a'] }],
    [
      'removes an article that left the manifest',
      manifestOf(['a', 'b']),
      manifestOf(['a']),
      { removed: ['b'] },
    ],
    [
      'removes an article that moved to the reserve',
      manifestOf(['a', 'b']),
      manifestOf(['a'], ['b']),
      { removed: [articleIdOf('b')] },
    ],
    ['does not remove an article that was in the reserve', manifestOf(['a'], ['b']), manifestOf(['a']), {}],
  ])('%s', (_, before, after, expected) => {
    expect(changeBetween(before, after)).toEqual({ added: [], changed: [], removed: [], ...expected });
  });
});

test.each<[string, Head[], object]>([
  ['a killed article', [headOf('a', { decisions: decided('kill') })], { killed: ['a'] }],
  ['an erased article', [headOf('a', { decisions: decided('erase', {}, 'erasure') })], { killed: ['a'] }],
  ['a held article', [headOf('a', { decisions: decided('hold') })], {}],
  ['a usable article', [headOf('a')], {}],
  ['an article without a head', [], {}],
])(
  'killedAmong finds the articles that were killed or erased among those that left a feed: %s',
  (_, heads, expected) => {
    expect(killedAmong([articleIdOf('a')], headsOf(...heads), NOW)).toEqual(expected);
  },
);

describe('the date of a feed', () => {
  const nothing: ShownChange = { added: [], changed: [], removed: [] };
  const dateOf = (change: Partial<ShownChange>, heads: Head[], updated?: Instant, feed = FEED) =>
    updatedOf({
      before: updated === undefined ? undefined : stateOf([], { updated }),
      change: { ...nothing, ...change },
      heads: headsOf(...heads),
      feed,
      now: NOW,
    });

  test.each<[string, Partial<ShownChange>, Head[], Instant | undefined, string | undefined]>([
    ['is absent before the first item', {}, [headOf('a')], undefined, undefined],
    ['is the release of an added item', { added: [articleIdOf('a')] }, [headOf('a')], undefined, at(9)],
    [
      'is the newest release if several items are added',
      { added: [articleIdOf('a'), articleIdOf('b')] },
      [headOf('a'), headOf('b', { current: { created: at(10) } })],
      undefined,
      at(10),
    ],
    [
      'is the instant of a correction',
      { changed: [articleIdOf('a')] },
      [headOf('a', { current: { changed: at(10) } })],
      at(9),
      at(10),
    ],
    [
      'is the instant of a kill',
      { removed: [articleIdOf('a')] },
      [headOf('a', { decisions: decided('kill') })],
      at(9),
      at(11),
    ],
    [
      'is the instant of an expiry',
      { removed: [articleIdOf('a')] },
      [headOf('a', { current: { expires: at(10) } })],
      at(9),
      at(10),
    ],
    ['never goes back', { added: [articleIdOf('a')] }, [headOf('a')], at(10), at(10)],
    [
      'ignores articles that did not change in the feed',
      {},
      [headOf('a', { current: { changed: at(11) } })],
      at(9),
      at(9),
    ],
    [
      'ignores the future end of an embargo',
      { removed: [articleIdOf('a')] },
      [headOf('a', { current: { embargoed: at(13) } })],
      at(9),
      at(9),
    ],
  ])('%s', (_, change, heads, updated, expected) => {
    expect(dateOf(change, heads, updated)).toBe(expected);
  });

  test('is later by the delay if the feed has one', () => {
    expect(dateOf({ added: [articleIdOf('a')] }, [headOf('a')], undefined, DELAYED_FEED)).toBe(at(11));
  });
});
