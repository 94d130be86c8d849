import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const json = (value: unknown): string => JSON.stringify(value);
const page = (head: string): string =>
  `<!doctype html><html><head><title>One</title>${head}</head><body><article><h1>One</h1><p>The text of the story.</p></article></body></html>`;
const rss = (item: string, channel = '<link>https://site.example/</link>', names = ''): string =>
  `<rss version="2.0"${names}><channel><title>T</title>${channel}<item><title>One</title>${item}<description>The text.</description></item></channel></rss>`;

/** By the name of the format: its media type, and a document whose article has this address. */
const FORMATS: Record<string, [mediaType: string, document: (address: string) => string]> = {
  RSS: ['application/rss+xml', (link) => rss(`<guid isPermaLink="false">1</guid><link>${xml(link)}</link>`)],
  'RSS without a link of the channel': [
    'application/rss+xml',
    (link) => rss(`<link>${xml(link)}</link>`, ''),
  ],
  'a post of WordPress in RSS': [
    'application/rss+xml',
    (link) =>
      rss(
        `<link>${xml(link)}</link><guid isPermaLink="false">1</guid><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>`,
        '<link>https://site.example/</link><wp:wxr_version>1.2</wp:wxr_version>',
        ' xmlns:wp="http://wordpress.org/export/1.2/"',
      ),
  ],
  'RSS 1.0': [
    'application/rdf+xml',
    (link) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://site.example/feed"><title>T</title><link>https://site.example/</link></channel><item rdf:about="urn:x:1"><title>One</title><link>${xml(link)}</link><description>The text.</description></item></rdf:RDF>`,
  ],
  Atom: [
    'application/atom+xml',
    (link) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>urn:x:1</id><title>One</title><link href="${xml(link)}"/><content>The text.</content></entry></feed>`,
  ],
  'JSON Feed': [
    'application/feed+json',
    (url) =>
      json({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'https://site.example/',
        items: [{ id: '1', url, title: 'One', content_text: 'The text.' }],
      }),
  ],
  ninjs: [
    'application/json',
    (link) => json({ uri: 'urn:x:1', link, headlines: [{ value: 'One' }], bodies: [{ value: 'The text.' }] }),
  ],
  'AP JSON': [
    'application/json',
    (link) =>
      json({
        data: {
          items: [
            {
              item: {
                altids: { itemid: '1' },
                type: 'text',
                headline: 'One',
                link,
                body_nitf: '<p>The text.</p>',
              },
            },
          ],
        },
      }),
  ],
  'a post of WordPress in JSON': [
    'application/json',
    (link) =>
      json({
        id: 5,
        type: 'post',
        link,
        title: { rendered: 'One' },
        content: { rendered: '<p>The text.</p>' },
      }),
  ],
  Ghost: [
    'application/json',
    (url) =>
      json({
        posts: [{ id: '1', uuid: '1', title: 'One', html: '<p>The text.</p>', url, status: 'published' }],
      }),
  ],
  'a schema.org article': [
    'application/ld+json',
    (url) =>
      json({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'One',
        url,
        articleBody: 'The text.',
      }),
  ],
  'Apple News': [
    'application/json',
    (canonicalURL) =>
      json({
        version: '1.9',
        identifier: '1',
        title: 'One',
        layout: {},
        metadata: { canonicalURL },
        components: [{ role: 'body', text: 'The text.' }],
      }),
  ],
  'the canonical link of a page': ['text/html', (link) => page(`<link rel="canonical" href="${xml(link)}">`)],
  'a meta element of a page': [
    'text/html',
    (link) => page(`<meta property="og:url" content="${xml(link)}">`),
  ],
  'JSON-LD in a page': [
    'text/html',
    (url) =>
      page(
        `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: 'One', url })}</script>`,
      ),
  ],
  'front matter': ['text/markdown', (link) => `---\ntitle: One\nlink: ${json(link)}\n---\nThe text.\n`],
};

const NO_ADDRESSES = [
  'ask the desk',
  'ftp://site.example/story',
  'javascript:alert(1)',
  'mailto:desk@site.example',
  'http://',
  'http://[story/',
  'tag:site.example,2026:story',
  String.raw`c:\stories\one.html`,
];

/** NITF, NewsML-G2 and NewsML 1.2 are not in the table: they have no address of the article. */
describe.each(Object.keys(FORMATS))('an address that is no web address, in %s', (format) => {
  const [mediaType, document] = FORMATS[format] ?? ['', () => ''];

  test.each(NO_ADDRESSES)('%s: the story is stored without it, and a note names it', (address) => {
    const { content, notes } = readOne(document(address), mediaType);
    expect(content.headline).toBe('One');
    expect(content).not.toHaveProperty('link');
    expect(notes).toContain(`the link is not a web address and was left out: ${address}`);
  });

  test('a web address is the link, without a note', () => {
    const { content, notes } = readOne(document('https://site.example/story'), mediaType);
    expect(content.link).toBe('https://site.example/story');
    expect(notes.filter((note) => note.includes('address'))).toEqual([]);
  });
});

describe('an article with two addresses', () => {
  test.each<[string, string, string]>([
    [
      'an RSS item whose guid is an address',
      'application/rss+xml',
      rss('<link>ask the desk</link><guid>https://site.example/story</guid>'),
    ],
    [
      'a ninjs item whose uri is an address',
      'application/json',
      json({ uri: 'https://site.example/story', link: 'ask the desk', headlines: [{ value: 'One' }] }),
    ],
    [
      'a page with another address',
      'text/html',
      page(
        '<link rel="canonical" href="javascript:"><meta property="og:url" content="https://site.example/story">',
      ),
    ],
  ])(
    'is published at the one that is a web address, and a note names the other: %s',
    (_, mediaType, text) => {
      const { content, notes } = readOne(text, mediaType);
      expect(content.link).toBe('https://site.example/story');
      expect(notes).toContainEqual(
        expect.stringMatching(
          /^the link is not a web address and was left out: (?:ask the desk|javascript:)$/,
        ),
      );
    },
  );
});

test('a note quotes no password', () => {
  const { content, notes } = readOne(
    '---\ntitle: One\nlink: https://jane:secret@site.example/a\n---\nThe text.\n',
    'text/markdown',
  );
  expect(content).not.toHaveProperty('link');
  expect(notes).toContain('the link is not a web address and was left out: https://…@site.example/a');
});
