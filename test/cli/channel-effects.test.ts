import { expect, test } from 'vitest';
import { channelEffects } from '../../cli/channel-effects.ts';
import type { Channel } from '../../shared/domain/channel.ts';

const channel = (changes: Partial<Channel> = {}): Channel => ({
  ...{ id: 'news', title: 'News', link: 'https://desk.example/', items: 50, public: true },
  select: { all: [] },
  ...changes,
});
const hidden = channel({ public: false });
const PATHS = '/news/rss.xml, /news/atom.xml, /news/feed.json';

test.each<[string, Channel | undefined, Channel | undefined, string[], string[]]>([
  ['comes', undefined, channel(), ['p/top'], ['is there for its public readers, p/top']],
  ['comes for nobody yet', undefined, hidden, [], ['is there for nobody']],
  ['goes', channel(), undefined, [], ['is gone for its public readers']],
  [
    'is public no longer',
    channel(),
    hidden,
    ['outlet/top'],
    [`its public readers lose it: ${PATHS} answer 404 from then on; no change for outlet/top`],
  ],
  ['becomes public', hidden, channel(), [], [`anybody may read it from then on, at ${PATHS}`]],
  [
    'shows fewer',
    channel(),
    channel({ items: 20 }),
    ['p/top'],
    ['shows the newest 20 and no longer 50: older ones leave for its public readers, p/top'],
  ],
  [
    'shows more',
    hidden,
    channel({ public: false, items: 80 }),
    ['p/top'],
    ['shows up to 80 and no longer 50: older ones come for p/top, at first at most 50 of them'],
  ],
  [
    'selects anew',
    channel(),
    channel({ select: { source: 'desk' } }),
    [],
    [
      'selects anew for its public readers: what it does not select now leaves (a feed that would lose more than half is held), and what it selects now comes in, from the last 14 days',
    ],
  ],
  [
    'is called differently',
    channel(),
    channel({ title: 'The news', language: 'en' }),
    ['p/top'],
    ['reads differently for its public readers, p/top'],
  ],
  [
    'changes in two ways, a line for each and of public readers one',
    channel(),
    channel({ public: false, title: 'The news' }),
    ['p/top'],
    [
      `its public readers lose it: ${PATHS} answer 404 from then on; no change for p/top`,
      'reads differently for p/top',
    ],
  ],
])('a channel that %s', (_, was, is, partners, effects) => {
  expect(channelEffects(was, is, partners)).toEqual(effects);
});
