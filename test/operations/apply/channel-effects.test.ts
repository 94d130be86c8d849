import { expect, test } from 'vitest';
import type { Channel } from '../../../shared/domain/channel.ts';
import { channelEffects } from '../../../shared/operations/apply/channel-effects.ts';

const channel = (changes: Partial<Channel> = {}): Channel => ({
  id: 'news',
  title: 'News',
  link: 'https://desk.example/',
  items: 50,
  public: true,
  select: { all: [] },
  ...changes,
});
const hidden = channel({ public: false });
const PATHS = '/news/rss.xml, /news/atom.xml, /news/feed.json';

test.each<[string, Channel | undefined, Channel | undefined, string[], string[]]>([
  ['is new', undefined, channel(), ['p/top'], ['is added for its public readers, p/top']],
  ['is new and has no readers yet', undefined, hidden, [], ['is added for nobody']],
  ['is removed', channel(), undefined, [], ['is removed for its public readers']],
  [
    'is no longer public',
    channel(),
    hidden,
    ['outlet/top'],
    [`its public readers lose it: ${PATHS} answer 404 from then on; no change for outlet/top`],
  ],
  ['becomes public', hidden, channel(), [], [`anybody may read it from then on, at ${PATHS}`]],
  [
    'shows fewer items',
    channel(),
    channel({ items: 20 }),
    ['p/top'],
    ['shows the newest 20 items instead of 50; older items disappear for its public readers, p/top'],
  ],
  [
    'shows more items',
    hidden,
    channel({ public: false, items: 80 }),
    ['p/top'],
    ['shows up to 80 items instead of 50; older items of the last 14 days appear for p/top'],
  ],
  [
    'has a new selector',
    channel(),
    channel({ select: { source: 'desk' } }),
    [],
    [
      'has a new selector for its public readers: articles that it does not select are removed (a feed that would lose more than half of its items is held), and articles of the last 14 days that it selects are added',
    ],
  ],
  [
    'has a new title and language',
    channel(),
    channel({ title: 'The news', language: 'en' }),
    ['p/top'],
    ['has a new title, description, link or language for its public readers, p/top'],
  ],
  [
    'changes in two ways, with a line for each',
    channel(),
    channel({ public: false, title: 'The news' }),
    ['p/top'],
    [
      `its public readers lose it: ${PATHS} answer 404 from then on; no change for p/top`,
      'has a new title, description, link or language for p/top',
    ],
  ],
])('a channel that %s', (_, was, is, partners, effects) => {
  expect(channelEffects(was, is, partners)).toEqual(effects);
});
