import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/registry.ts';
import { FORMATS, golden, write } from './reading.ts';

const { head, items } = golden('plain');
const [item] = items as [FeedItem];

describe.each(FORMATS)('%s refuses an item with a reason, not with an exception', (name) => {
  const refused: [string, FeedItem][] = [
    ['an id that is not urn:uuid', { ...item, id: 'https://example.com/1' }],
    ['a link without a scheme', { ...item, link: '/articles/1' }],
    ['a link that is not a web address', { ...item, link: 'javascript:alert(1)' }],
    ['a publication date with an offset', { ...item, published: '2026-04-13T09:30:00+08:00' }],
    ['a date that does not exist', { ...item, updated: '2026-13-45T00:00:00Z' }],
    [
      'neither headline nor text',
      { ...item, content: { ...item.content, headline: ' \u0000', body: '<p></p>' } },
    ],
    [
      'contents of an unknown shape',
      { ...item, content: JSON.parse('{"headline":"x"}') as FeedItem['content'] },
    ],
  ];
  test.each(refused)('%s', (_, bad) => {
    expect(formats[name].fragment(bad, head)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) });
  });
});

test.each(FORMATS)('%s: an article without a headline gets the beginning of its text as title', (name) => {
  const untitled = { ...item, content: { ...item.content, headline: '', body: '<p>Open until nine.</p>' } };
  const fragment = formats[name].fragment(untitled, head);
  expect(fragment.ok && fragment.text).toMatch(/title.{1,30}Open until nine\./);
});

test.each(FORMATS)('%s: a feed head with an invalid address is an error', (name) => {
  expect(() => formats[name].document({ ...head, self: 'rss.xml' }, [])).toThrow(/rss\.xml/);
});

describe.each(FORMATS)('the gate for a %s document', (name) => {
  const format = formats[name];
  const document = write(name, head, items);
  const faults: [string, string, number?][] = [
    ['a document that is cut short', document.slice(0, -20)],
    ['an empty document', ''],
    ['a document of another format', write(name === 'json' ? 'rss' : 'json', head, items)],
    ['the same item twice', write(name, head, [item, item])],
    ['fewer items than expected', document, 3],
    ['more items than expected', document, 1],
    ['an item without an id', document.replace(/urn:uuid:8c1f7a0e-1111-5222-8333-000000000004/g, '')],
    ['a control character', document.replace('Library', 'Lib\u0003rary')],
    ['another root', document.replace(/<(\/?)(rss|feed)\b/g, '<$1other').replace('"version"', '"versions"')],
  ];
  test.each(faults)('refuses %s', (_, bad, count) => {
    expect(format.check(bad, count)).toEqual(expect.stringMatching(/\w/));
  });

  test('accepts the document', () => {
    expect(format.check(document)).toBeUndefined();
    expect(format.check(document, 2)).toBeUndefined();
  });
});

describe.each(['rss', 'atom'] as const)('the gate for a %s document', (name) => {
  const document = write(name, head, items);
  test.each([
    ['an unbound prefix', document.replace('<generator>', '<x:generator/><generator>')],
    ['an unknown entity', document.replace('Wiredesk', '&nbsp;')],
    ['a document type', document.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
    ['a second channel or feed', document.replace(/<channel>|<author>/, '<channel/></channel><channel>')],
  ])('refuses %s', (_, bad) => {
    expect(formats[name].check(bad)).toEqual(expect.stringMatching(/\w/));
  });
});

test('the gate for a json document refuses another version of JSON Feed', () => {
  const older = write('json', head, items).replace('version/1.1', 'version/1');
  expect(formats.json.check(older)).toMatch(/version/);
});

describe.each(FORMATS)('the items of a %s document', (name) => {
  const format = formats[name];
  const written = (of: readonly FeedItem[]): string[] =>
    of.map((one) => {
      const fragment = format.fragment(one, head);
      return fragment.ok ? fragment.text : fragment.reason;
    });
  const tricky = {
    ...item,
    content: { ...item.content, body: '<p></p></item>\n        <item></entry>\n    <entry>' },
  };

  test.each<[string, readonly FeedItem[]]>([
    ['several items', items],
    ['an item whose text looks like the end of an item', [tricky, ...items.slice(1)]],
    ['no items', []],
  ])('are found with their ids and texts, if it has %s', (_, given) => {
    const found = format.items(write(name, head, given));
    expect(found.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
    expect(found.map(({ text }) => text)).toEqual(written(given));
  });

  test.each([
    ['a document that was cut off', (document: string) => document.slice(0, 400)],
    ['an empty text', () => ''],
    ['a text of another kind', () => 'all of this was removed by hand'],
  ])('cannot be found in %s: it throws', (_, change) => {
    expect(() => format.items(change(write(name, head, items)))).toThrow();
  });
});

test.each(FORMATS)(
  '%s: fragments do not contain the address of the document, so it can be left out of the whole document',
  (name) => {
    const { self, ...secret } = head;
    const fragments = items.flatMap((one) => {
      const fragment = formats[name].fragment(one, head);
      return fragment.ok ? [fragment.text] : [];
    });
    const document = formats[name].document(secret, fragments);
    expect(formats[name].check(document, items.length)).toBeUndefined();
    expect(formats[name].document(head, fragments)).toContain(self);
    expect(document).not.toMatch(/rel="self"|feed_url/);
    expect(document).not.toContain(self);
  },
);
