import { describe, expect, test } from 'vitest';
import { read, readOne } from '../../drafted.ts';

const rss = (item: string): string =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>A feed</title>
   <language>en-gb</language><item><title>The bridge</title>${item}</item></channel></rss>`;
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A feed</title><entry><title>The bridge</title><id>1</id>${entry}</entry></feed>`;

describe('a vocabulary address that ends with / or #, with the term of a category, is the URI of the subject', () => {
  test.each([
    ['http://cv.example.com/topics/', 'http://cv.example.com/topics/Road%20traffic'],
    ['http://cv.example.com/topics#', 'http://cv.example.com/topics#Road%20traffic'],
    // Without / or # at the end, adding the term to the address would not give the address of a concept.
    ['http://cv.example.com/topics', undefined],
    ['Syndic8', undefined],
  ])('%s', (domain, uri) => {
    const { content } = readOne(
      rss(`<category domain="${domain}">Road traffic</category>`),
      'application/rss+xml',
    );
    expect(content.subjects).toEqual([{ name: 'Road traffic', ...(uri !== undefined && { uri }) }]);
  });

  test('an Atom category has its name from the label and its URI from the term', () => {
    const entry = '<category term="20000002" scheme="http://cv.example.com/topics/" label="Traffic"/>';
    expect(readOne(atom(entry), 'application/atom+xml').content.subjects).toEqual([
      { name: 'Traffic', uri: 'http://cv.example.com/topics/20000002' },
    ]);
  });
});

test('contributors of an entry are credited after its authors', () => {
  const entry = '<contributor><name>John Doe</name></contributor><author><name>Jane Roe</name></author>';
  expect(readOne(atom(entry), 'application/atom+xml').content.bylines).toEqual([
    { name: 'Jane Roe' },
    { name: 'John Doe', role: 'contributor' },
  ]);
});

test('the picture of a podcast episode is an association of the article', () => {
  const { content } = readOne(rss('<itunes:image href="https://example.com/a.jpg"/>'), 'application/rss+xml');
  expect(content.associations).toEqual([{ href: 'https://example.com/a.jpg' }]);
});

test('a language tag is written in the case that RFC 5646 recommends', () => {
  expect(readOne(rss('<description>A text.</description>'), 'application/rss+xml').content.language).toBe(
    'en-GB',
  );
});

test.each([
  ['<description xml:lang="fr">Un texte.</description>', 'fr'],
  ['<body xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><p>Un texte.</p></body>', 'fr'],
  ['<description xml:lang="&lt;x">A text.</description>', 'en-GB'],
])(
  'a valid language tag on the contents is used in place of the language of the feed: %s',
  (item, language) => {
    expect(readOne(rss(item), 'application/rss+xml').content.language).toBe(language);
  },
);

describe('JSON Feed', () => {
  const feed = (item: object): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A feed',
      home_page_url: 'https://example.com/',
      items: [item],
    });

  test('the address of an attachment may be relative', () => {
    const item = {
      id: 1,
      url: '/news/1',
      title: 'A',
      attachments: [{ url: 'a.png', mime_type: 'image/png' }],
    };
    expect(readOne(feed(item), 'application/feed+json').content.associations).toEqual([
      { href: 'https://example.com/news/a.png', contenttype: 'image/png' },
    ]);
  });

  test('a rejected item keeps its declared id', () => {
    expect(read(feed({ id: 7, title: 5 }), 'application/feed+json')).toMatchObject([
      { ok: false, declaredId: '7', rejection: { code: 'FIELD_TYPE' } },
    ]);
  });
});

test.each([
  ['Jane Roe, John Doe', ['Jane Roe', 'John Doe']],
  ['Jane Roe and John Doe', ['Jane Roe', 'John Doe']],
  ['Roe, Jane', ['Roe, Jane']],
  ['Example and Sons', ['Example and Sons']],
  ['記者張三、李四', ['張三/記者', '李四/記者']],
  ['By Jane Roe', ['Jane Roe']],
])('an author element gives one byline for each person that it names: %s', (author, bylines) => {
  const { content } = readOne(rss(`<itunes:author>${author}</itunes:author>`), 'application/rss+xml');
  expect(content.bylines.map(({ name, role }) => (role === undefined ? name : `${name}/${role}`))).toEqual(
    bylines,
  );
});

test('the description and the files of an item may be in a media group', () => {
  const entry = `<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>The bridge</media:title>
    <media:content url="https://example.com/v/1" type="video/mp4"/><media:thumbnail url="https://example.com/1.jpg" width="480" height="360"/>
    <media:description>It stays closed, the council said.</media:description></media:group>`;
  const { content } = readOne(atom(entry), 'application/atom+xml');
  expect(content.body).toBe('<p>It stays closed, the council said.</p>');
  expect(content.associations.map(({ href }) => href)).toEqual([
    'https://example.com/v/1',
    'https://example.com/1.jpg',
  ]);
});

test('the line that WordPress adds to each item is removed', () => {
  const footer =
    '<p>The post <a href="https://example.com/1">The bridge</a> appeared first on The Example.</p>';
  const item = `<description><![CDATA[<p>It stays closed.</p>${footer}]]></description>
    <c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>It stays closed.</p><p>Buses run.</p>${footer}]]></c:encoded>`;
  const { content } = readOne(rss(item), 'application/rss+xml');
  expect(content.summary).toBe('It stays closed.');
  expect(content.body).toBe('<p>It stays closed.</p>\n<p>Buses run.</p>');
});
