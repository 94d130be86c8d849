import { expect, test } from 'vitest';
import { outcomes, read, readOne } from '../../drafted.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const entry = (p: string, declared = ''): string =>
  `<${p}entry${declared}><${p}id>urn:e:1</${p}id><${p}title>Ferry sails</${p}title><${p}author><${p}name>Jane Roe</${p}name></${p}author>` +
  `<${p}link href="https://example.com/1"/><${p}category term="sea"/><${p}content type="html">&lt;p>It sailed.&lt;/p></${p}content></${p}entry>`;
const feed = (p: string, declared: string, inside: string): string =>
  `<${p}feed${declared}><${p}title>Pier</${p}title>${inside}</${p}feed>`;

test.each([
  ['declared on the entry', feed('', ` xmlns="${ATOM}"`, entry('ns2:', ` xmlns:ns2="${ATOM}"`))],
  ['declared on the feed', feed('', ` xmlns="${ATOM}" xmlns:x="${ATOM}"`, entry('x:'))],
  ['another one than that of the feed', feed('a:', ` xmlns:a="${ATOM}"`, entry('b:', ` xmlns:b="${ATOM}"`))],
  ['none, in a feed with one', feed('a:', ` xmlns:a="${ATOM}"`, entry('', ` xmlns="${ATOM}"`))],
  ['of a namespace with a slash too many', feed('a:', ` xmlns:a="${ATOM}/"`, entry('a:'))],
  ['of a namespace with https', feed('', ` xmlns="https://www.w3.org/2005/Atom"`, entry(''))],
  ['of a single entry', entry('z:', ` xmlns:z="${ATOM}"`)],
])('an Atom entry with a prefix: %s', (_, xml) => {
  expect(readOne(xml, 'application/atom+xml')).toMatchObject({
    declaredId: 'urn:e:1',
    content: {
      headline: 'Ferry sails',
      body: '<p>It sailed.</p>',
      link: 'https://example.com/1',
      bylines: [{ name: 'Jane Roe' }],
      subjects: [{ name: 'sea' }],
    },
  });
});

test.each([
  ['the whole feed', 'r:', 'r:', ' xmlns:r="http://backend.userland.com/rss2"', ''],
  ['only the items', '', 'r:', '', ' xmlns:r="http://backend.userland.com/rss2"'],
  ['only the items, not declared', '', 'news:', '', ''],
])('an RSS item with a prefix: %s', (_, p, q, onFeed, onItem) => {
  const xml =
    `<${p}rss version="2.0"${onFeed}><${p}channel><${p}title>Pier</${p}title><${q}item${onItem}><${q}title>Ferry sails</${q}title>` +
    `<${q}guid>1</${q}guid><${q}description>It sailed.</${q}description></${q}item></${p}channel></${p}rss>`;
  expect(readOne(xml, 'application/rss+xml')).toMatchObject({
    declaredId: '1',
    content: { headline: 'Ferry sails', body: '<p>It sailed.</p>' },
  });
});

test('an element of an extension that is called entry or item is no article', () => {
  const atom = feed(
    '',
    ` xmlns="${ATOM}" xmlns:w="urn:words"`,
    `<w:entry><w:title>No</w:title></w:entry>${entry('')}`,
  );
  expect(outcomes(read(atom, 'application/atom+xml'))).toEqual(['Ferry sails']);
  const rss =
    '<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><media:item/><item><title>Yes</title></item></channel></rss>';
  expect(outcomes(read(rss, 'application/rss+xml'))).toEqual(['Yes']);
});

test('the element content of RSS, with or without the namespace of Atom, is the text of the item', () => {
  for (const declared of ['', ` xmlns="${ATOM}" type="html"`]) {
    const xml = `<rss><channel><item><title>Ferry sails</title><content${declared}>&lt;p>It sailed.&lt;/p></content></item></channel></rss>`;
    expect(readOne(xml, 'application/rss+xml').content.body).toBe('<p>It sailed.</p>');
  }
});
