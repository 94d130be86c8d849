import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  documentKeys,
  type FeedContents,
  isAudited,
  wantedDocuments,
  writeDocuments,
} from '../../../../functions/publish/rules/documents.ts';
import { type RenderedItem, renderItem } from '../../../../functions/publish/rules/items.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import { articleUri, feedUri } from '../../../../shared/domain/identity.ts';
import type { FeedState } from '../../../../shared/domain/manifest.ts';
import { feedIdOf } from '../../../support/ids.ts';
import { at, CONTENT, DELAYED_FEED, entryOf, FEED, id, stateOf } from '../fixture.ts';

const IMPRINT = {
  publisher: { name: 'The Desk', url: 'https://desk.example/' },
  feedsUrl: 'https://f.example',
};

function itemOf(number: number, language = 'en'): RenderedItem {
  const item = {
    entry: entryOf(id(number)),
    content: { ...CONTENT, language },
    link: 'https://desk.example/1',
  };
  const result = renderItem(item, FEED, IMPRINT);
  if (!result.ok) throw new Error(result.reason);
  return result.item;
}

function written(contents: Partial<FeedContents> = {}) {
  const result = writeDocuments({
    feed: FEED,
    items: [itemOf(1)],
    updated: at(10),
    imprint: IMPRINT,
    audited: false,
    ...contents,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.documents;
}

const withLanguage = (language: string): Feed => ({ ...FEED, channel: { ...FEED.channel, language } });

describe('the documents of a feed', () => {
  test('have its id, its title and its items, in every format', () => {
    for (const document of Object.values(written({ items: [itemOf(1), itemOf(2)] }))) {
      expect(document).toContain('News');
      expect(document.indexOf(articleUri(id(1)))).toBeLessThan(document.indexOf(articleUri(id(2))));
      expect(document.indexOf(articleUri(id(1)))).toBeGreaterThan(0);
    }
    expect(written().atom).toContain(`<id>${feedUri(feedIdOf('f'))}</id>`);
  });

  test.each<[string, Partial<FeedContents>, string | undefined]>([
    ['of the channel', { feed: withLanguage('fr') }, 'fr'],
    ['of all items, if the channel has none', { items: [itemOf(1, 'de'), itemOf(2, 'de')] }, 'de'],
    [
      'undefined, if the items have several languages',
      { items: [itemOf(1, 'de'), itemOf(2, 'en')] },
      undefined,
    ],
    ['undefined, if there are no items', { items: [] }, undefined],
  ])('have the language %s', (_, contents, language) => {
    expect((JSON.parse(written(contents).json) as { language?: string }).language).toBe(language);
  });

  test.each<[string, Partial<FeedContents>, RegExp, boolean]>([
    ['their own address, if the feed is public', {}, /https:\/\/f\.example\/news\/rss\.xml/, true],
    ['no address of their own, if partners read them', { feed: DELAYED_FEED }, /f\.example/, false],
    ['the date of the feed', {}, /<lastBuildDate>/, true],
    [
      'no date, if the feed never showed an item',
      { items: [], updated: undefined },
      /<lastBuildDate>/,
      false,
    ],
    ['the rights of the publisher', { imprint: { ...IMPRINT, rights: '© The Desk' } }, /© The Desk/, true],
  ])('have %s', (_, contents, pattern, isThere) => {
    expect(pattern.test(written(contents).rss)).toBe(isThere);
  });

  test.each([
    [
      'is not well-formed',
      [{ ...itemOf(1), fragments: { ...itemOf(1).fragments, atom: '<entry>' } }],
      /^atom: /,
    ],
    ['has the same item twice', [itemOf(1), itemOf(1)], /same id/],
  ])('do not pass an audit if one %s', (_, items, reason) => {
    const result = writeDocuments({
      feed: FEED,
      items,
      updated: undefined,
      imprint: IMPRINT,
      audited: true,
    });
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test('do not pass the gate without an audit if they have the same item twice', () => {
    const items = [itemOf(1), itemOf(1)];
    const contents = { feed: FEED, items, updated: undefined, imprint: IMPRINT, audited: false };
    expect(writeDocuments(contents)).toEqual({ ok: false, reason: 'Two items have the same id' });
  });

  test('are the same with and without an audit', () => {
    expect(written({ audited: true })).toEqual(written({ audited: false }));
  });
});

test.each<[string, Partial<FeedState> | undefined, boolean]>([
  ['has no state yet', undefined, true],
  ['is at its first rev', { rev: 1 }, false],
  ['is at rev 19', { rev: 19 }, false],
  ['is at rev 20', { rev: 20 }, true],
  ['was stopped at the gate', { rev: 21, stopped: { since: at(9), reason: 'rss: ' } }, true],
])('the documents of a feed that %s: audited %s', (_, state, audited) => {
  expect(isAudited(state && { ...stateOf([]), ...state })).toBe(audited);
});

describe('the stored objects', () => {
  const documents = { rss: '<rss/>', atom: '<feed/>', json: '{}' };
  const wanted = wantedDocuments(feedIdOf('f'), documents);

  test('are each document and its gzip copy, under the keys of the feed', () => {
    expect(wanted.map(({ key }) => key)).toEqual([
      'feeds/f/rss.xml',
      'feeds/f/rss.xml.gz',
      'feeds/f/atom.xml',
      'feeds/f/atom.xml.gz',
      'feeds/f/feed.json',
      'feeds/f/feed.json.gz',
    ]);
    expect(documentKeys(feedIdOf('f'))).toEqual(wanted.map(({ key }) => key));
  });

  test('have the MD5 of their bytes as the ETag, as S3 gives it', () => {
    for (const { etag, document } of wanted)
      expect(etag).toBe(`"${createHash('md5').update(document.bytes).digest('hex')}"`);
  });

  test('have the same text, compressed or not, and state whether they are compressed', () => {
    const [plain, packed] = wanted.map(({ document }) => document);
    expect(Buffer.from(plain?.bytes ?? []).toString('utf8')).toBe('<rss/>');
    expect(gunzipSync(packed?.bytes ?? Buffer.alloc(0)).toString('utf8')).toBe('<rss/>');
    expect([plain?.contentEncoding, packed?.contentEncoding]).toEqual([undefined, 'gzip']);
  });
});
