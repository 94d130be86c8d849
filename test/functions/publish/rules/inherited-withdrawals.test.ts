import { describe, expect, test } from 'vitest';
import {
  inheritedWithdrawals,
  rememberedWithdrawals,
} from '../../../../functions/publish/rules/inherited-withdrawals.ts';
import type { Head } from '../../../../shared/domain/article.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../../shared/domain/identity.ts';
import type { FeedState } from '../../../../shared/domain/manifest.ts';
import { articleIdOf, feedIdOf } from '../../../support/ids.ts';
import { at, decided, FEED, headOf, headsOf, manifestOf, NOW, stateOf } from '../fixture.ts';

const HEIR: Feed = { ...FEED, inherits: [feedIdOf('old')] };
const killed = headOf('a', { decisions: decided('kill') });

interface Case {
  name: string;
  head?: Head;
  feed?: Feed;
  before?: FeedState;
  touched?: ArticleId[];
  inherits: boolean;
}

describe('a feed inherits the withdrawal of an article', () => {
  test.each<Case>([
    { name: 'that is killed', head: killed, inherits: true },
    {
      name: 'that is erased',
      head: headOf('a', { decisions: decided('erase', {}, 'erasure') }),
      inherits: true,
    },
    { name: 'that is held', head: headOf('a', { decisions: decided('hold') }), inherits: true },
    { name: 'that the channel does not select', head: headOf('a', { source: 'wire' }), inherits: true },
    {
      name: 'that was withdrawn from the channel',
      head: headOf('a', { decisions: decided('withdraw', { target: 'news' }, 'withdrawal:news') }),
      inherits: true,
    },
    { name: 'that is usable', head: headOf('a'), inherits: false },
    {
      name: 'that is under embargo',
      head: headOf('a', { current: { embargoed: at(13) } }),
      inherits: false,
    },
    { name: 'that has expired', head: headOf('a', { current: { expires: at(11) } }), inherits: false },
    { name: 'without a head', inherits: false },
    { name: 'if the feed took over no address', head: killed, feed: FEED, inherits: false },
    { name: 'that the message does not name', head: killed, touched: [articleIdOf('b')], inherits: false },
    {
      name: 'that the feed shows itself',
      head: killed,
      before: stateOf(manifestOf(['a'])),
      inherits: false,
    },
    {
      name: 'that is in the reserve of the feed',
      head: killed,
      before: stateOf(manifestOf([], ['a'])),
      inherits: true,
    },
    {
      name: 'that the feed has inherited before',
      head: killed,
      before: stateOf([], { withdrawnFor: [articleIdOf('a')] }),
      inherits: false,
    },
    {
      name: 'once, if the message names the article twice',
      head: killed,
      touched: [articleIdOf('a'), articleIdOf('a')],
      inherits: true,
    },
  ])('$name: $inherits', ({ head, feed = HEIR, before, touched = [articleIdOf('a')], inherits }) => {
    const heads = headsOf(...(head ? [head] : []));
    const found = inheritedWithdrawals({ feed, touched, before, heads, now: NOW });
    expect(found).toEqual(inherits ? ['a'] : []);
  });
});

test.each<[string, FeedState | undefined, ArticleId[], string[]]>([
  ['nothing before the first withdrawal', undefined, [], []],
  [
    'new withdrawals after old withdrawals',
    stateOf([], { withdrawnFor: [articleIdOf('a')] }),
    [articleIdOf('b')],
    ['a', 'b'],
  ],
  [
    'the last thousand withdrawals',
    stateOf([], { withdrawnFor: Array.from({ length: 1000 }, (_, index) => articleIdOf(`old ${index}`)) }),
    [articleIdOf('new')],
    [...Array.from({ length: 999 }, (_, index) => `old ${index + 1}`), 'new'],
  ],
])('a feed remembers %s', (_, before, inherited, remembered) => {
  expect(rememberedWithdrawals(before, inherited)).toEqual(remembered);
});
