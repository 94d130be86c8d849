import { describe, expect, test } from 'vitest';
import { createFragmentCache } from '../../../../functions/publish/rules/fragment-cache.ts';
import {
  fragmentKey,
  type ItemResult,
  itemsThatFit,
  type RenderedItem,
  renderItem,
  renderItems,
} from '../../../../functions/publish/rules/items.ts';
import type { ArticleContent, Head } from '../../../../shared/domain/article.ts';
import type { Source } from '../../../../shared/domain/source.ts';
import { type ArticleId, articleUri } from '../../../../shared/domain/identity.ts';
import { articleIdOf, feedIdOf } from '../../../support/ids.ts';
import { at, CONTENT, entryOf, FEED, headOf, headsOf, id, ids, UNWRITABLE } from '../fixture.ts';

const IMPRINT = {
  publisher: { name: 'The Desk', url: 'https://desk.example/' },
  feedsUrl: 'https://f.example',
};
const LINK = 'https://desk.example/1';
const ITEM = { entry: entryOf(id(1)), content: CONTENT, link: LINK };

const SOURCE: Source = {
  id: 'desk',
  order: 'arrival',
  language: 'en',
  boilerplate: [],
  tokenHashes: [],
};

function rendered(
  contents: Record<string, ArticleContent>,
  { heads = {}, link }: { heads?: Record<string, Head>; link?: string } = {},
) {
  const articles = Object.keys(contents).map(articleIdOf);
  return renderItems(
    articles.map((article) => entryOf(article)),
    {
      feed: FEED,
      heads: headsOf(...articles.map((article) => heads[article] ?? headOf(article))),
      contents: new Map(articles.map((article) => [article, contents[article] ?? CONTENT])),
      unreadable: new Map(),
      sources: [{ ...SOURCE, ...(link !== undefined && { link }) }],
      imprint: IMPRINT,
      fragments: createFragmentCache(0),
    },
  );
}

describe('an item', () => {
  test('is written in every format under its own id', () => {
    const result = renderItem(ITEM, FEED, IMPRINT);
    if (!result.ok) throw new Error(result.reason);
    for (const text of Object.values(result.item.fragments)) expect(text).toContain(articleUri(id(1)));
  });

  test('that one format cannot contain is written in no format, and the reason names that format', () => {
    const result = renderItem({ ...ITEM, content: UNWRITABLE }, FEED, IMPRINT);
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(/^rss: /) });
  });

  test('that cannot be written does not affect the other items', () => {
    const { rendered: items, withheld } = rendered({
      [id(1)]: CONTENT,
      [id(2)]: UNWRITABLE,
      [id(3)]: CONTENT,
    });
    expect(items.map(({ article }) => article)).toEqual([id(1), id(3)]);
    expect(withheld).toEqual([{ article: id(2), reason: expect.any(String) }]);
  });

  test('that cannot be read is left out with the beginning of the reason', () => {
    const { rendered: items, withheld } = renderItems(
      [entryOf(id(1)), entryOf(id(2))],
      materialOf([id(1), id(2)], [id(2)], new Map([[id(1), 'x'.repeat(1000)]])),
    );
    expect(items.map(({ article }) => article)).toEqual([id(2)]);
    expect(withheld).toEqual([{ article: id(1), reason: 'x'.repeat(200) }]);
  });

  test.each<[string, Partial<ArticleContent>, string | undefined, string]>([
    ['its own link', { link: LINK }, 'https://wire.example/{id}', LINK],
    [
      'the address that its source gives for its id',
      {},
      'https://wire.example/{id}.html',
      'https://wire.example/a%2Fb.html',
    ],
    ['the link of the channel', {}, undefined, FEED.channel.link],
    [
      'the address that its source gives, if its own link is no web address',
      { link: 'mailto:desk@wire.example' },
      'https://wire.example/{id}',
      'https://wire.example/a%2Fb',
    ],
    [
      'the link of the channel, if neither its own link nor that of its source is a web address',
      { link: '/2026/04/flood' },
      'wire.example/{id}',
      FEED.channel.link,
    ],
  ])('has as its address %s', (_, content, template, link) => {
    const heads = { [id(1)]: { ...headOf(id(1)), declaredId: 'a/b' } };
    const options = { heads, ...(template !== undefined && { link: template }) };
    const [item] = rendered({ [id(1)]: { ...CONTENT, ...content } }, options).rendered;
    expect(item?.fragments.rss).toContain(`<link>${link}</link>`);
  });
});

function materialOf(articles: ArticleId[], loaded: ArticleId[], unreadable = new Map<ArticleId, string>()) {
  return {
    feed: { ...FEED, channel: { ...FEED.channel, items: 3 } },
    heads: headsOf(...articles.map((article) => headOf(article))),
    contents: new Map(loaded.map((article) => [article, CONTENT])),
    unreadable,
    sources: [SOURCE],
    imprint: IMPRINT,
    fragments: createFragmentCache(0),
  };
}

describe('the entries to load next', () => {
  const all = ids(0, 60);
  const nextOf = (loaded: ArticleId[], unreadable = new Map<ArticleId, string>()): ArticleId[] =>
    renderItems(
      all.map((article) => entryOf(article)),
      materialOf(all, loaded, unreadable),
    ).next.map(({ article }) => article);
  const broken = (articles: ArticleId[]) => new Map(articles.map((article) => [article, 'broken'] as const));

  test.each<[string, ArticleId[], ReturnType<typeof broken>, ArticleId[]]>([
    ['are the first ones at the beginning', [], broken([]), ids(0, 20)],
    ['are none if enough items are rendered', ids(0, 3), broken([]), []],
    ['are those after an item that cannot be read', ids(1, 3), broken([id(0)]), ids(3, 23)],
    ['are none if the reserve ends', [], broken(all), []],
  ])('%s', (_, loaded, unreadable, expected) => {
    expect(nextOf(loaded, unreadable)).toEqual(expected);
  });
});

describe('the key of an item in the fragment cache', () => {
  const key = fragmentKey(ITEM, FEED, IMPRINT);

  test.each<[string, Parameters<typeof fragmentKey>]>([
    ['the article', [{ ...ITEM, entry: entryOf(id(2)) }, FEED, IMPRINT]],
    ['the contents', [{ ...ITEM, entry: entryOf(id(1), true, { contentHash: 'hash 2' }) }, FEED, IMPRINT]],
    ['the release', [{ ...ITEM, entry: entryOf(id(1), true, { released: at(10) }) }, FEED, IMPRINT]],
    ['the date of change', [{ ...ITEM, entry: entryOf(id(1), true, { changed: at(10) }) }, FEED, IMPRINT]],
    ['the link of the item', [{ ...ITEM, link: 'https://desk.example/2' }, FEED, IMPRINT]],
    ['the profile', [ITEM, { ...FEED, profile: 'other' }, IMPRINT]],
    ['the language', [ITEM, { ...FEED, channel: { ...FEED.channel, language: 'fr' } }, IMPRINT]],
    ['the publisher', [ITEM, FEED, { ...IMPRINT, publisher: { name: 'Other', url: 'https://o.example/' } }]],
  ])('depends on %s', (_, args) => {
    expect(fragmentKey(...args)).not.toBe(key);
  });

  test('is the same for another feed, another channel and another number of items', () => {
    const other = { ...FEED, id: feedIdOf('g'), channel: { ...FEED.channel, id: 'other', items: 3 } };
    expect(fragmentKey({ ...ITEM, entry: entryOf(id(1), false) }, other, IMPRINT)).toBe(key);
  });
});

describe('the items that fit into the largest document', () => {
  const itemOf = (article: ArticleId, bytes: number): RenderedItem => ({
    article,
    language: 'en',
    fragments: { rss: 'x', atom: 'x'.repeat(bytes), json: 'x' },
  });

  test.each([
    ['all items, if they fit together', [3_000_000, 5_000_000], ['0', '1']],
    ['the items before the first item that does not fit', [3_000_000, 5_000_001, 1], ['0']],
    ['no item, if the first item is too large', [8_000_001, 1], []],
  ])('are %s', (_, sizes, expected) => {
    const items = sizes.map((bytes, index) => itemOf(articleIdOf(String(index)), bytes));
    expect(itemsThatFit(items).map(({ article }) => article)).toEqual(expected);
  });
});

test('the fragment cache keeps the items that were used last, and renders an item again after the item was dropped', () => {
  const cache = createFragmentCache(2);
  const made: string[] = [];
  const ask = (key: string): ItemResult =>
    cache.get(key, () => {
      made.push(key);
      return { ok: false, reason: key };
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toEqual({ ok: false, reason: key });
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
