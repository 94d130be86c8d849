import { describe, expect, test } from 'vitest';
import type { Association } from '../../../shared/domain/article.ts';
import { DEFAULTS, readOne } from '../drafted.ts';

const PROSE = '<p>The bridge stays closed until May, the council said on Monday.</p>';
const BASE = 'https://example.com/news/';
const picturesOf = (html: string): Association[] =>
  readOne(`<h1>The bridge</h1>${PROSE}${html}`, 'text/html', { ...DEFAULTS, base: BASE }).content
    .associations;
const href = 'https://example.com/news/a.jpg';

describe('pictures of a body are listed as associations', () => {
  test.each<[string, string, Partial<Association>]>([
    [
      'size and alternative text',
      '<img src="a.jpg" width="800" height="450px" alt=" A\n bridge ">',
      { width: 800, height: 450, alt: 'A bridge' },
    ],
    ['an invalid size is ignored', '<img src="a.jpg" width="100%" height="0">', {}],
    [
      'the caption of a figure',
      '<figure><a href="/big"><img src="a.jpg"></a><figcaption>The <b>bridge</b></figcaption></figure>',
      { caption: 'The bridge' },
    ],
    [
      'a credit with a class',
      '<figure><img src="a.jpg"><figcaption>At dawn <span class="photo-credit">Photo: Jane Roe</span></figcaption></figure>',
      { caption: 'At dawn', credit: 'Jane Roe' },
    ],
    [
      'a credit next to the caption',
      '<figure><img src="a.jpg"><div itemprop="copyrightHolder">Jane Roe</div><figcaption>At dawn</figcaption></figure>',
      { caption: 'At dawn', credit: 'Jane Roe' },
    ],
    [
      'a credit at the end of a caption',
      '<figure><img src="a.jpg"><figcaption>Die Brücke am Morgen. Foto: Erika Mustermann/dpa</figcaption></figure>',
      { caption: 'Die Brücke am Morgen.', credit: 'Erika Mustermann/dpa' },
    ],
    [
      'a credit in brackets',
      '<figure><img src="a.jpg"><figcaption>清晨的大橋。（攝影：張三）</figcaption></figure>',
      { caption: '清晨的大橋。', credit: '張三' },
    ],
    [
      'brackets with a photographer',
      '<figure><img src="a.jpg"><figcaption>清晨的大橋。（資料照，記者張三攝）</figcaption></figure>',
      { caption: '清晨的大橋。', credit: '記者張三' },
    ],
    [
      'brackets with an agency',
      '<figure><img src="a.jpg"><figcaption>The bridge at dawn. (EX Photo/Jane Roe)</figcaption></figure>',
      { caption: 'The bridge at dawn.', credit: 'EX Photo/Jane Roe' },
    ],
    [
      'brackets that say when a picture was taken are no credit',
      '<figure><img src="a.jpg"><figcaption>大橋（攝於清晨）</figcaption></figure>',
      { caption: '大橋（攝於清晨）' },
    ],
    [
      'a caption that speaks about a photo is no credit',
      '<figure><img src="a.jpg"><figcaption>The photo: a bridge that nobody wanted</figcaption></figure>',
      { caption: 'The photo: a bridge that nobody wanted' },
    ],
    [
      'a caption that a content system marks with a class',
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">At dawn</p></div>',
      { caption: 'At dawn' },
    ],
    [
      'the media type of the `source` whose address is used',
      '<picture><source srcset="a.jpg 800w" type="image/jpeg"><img alt="x"></picture>',
      { contenttype: 'image/jpeg', alt: 'x' },
    ],
  ])('%s', (_, html, details) => {
    expect(picturesOf(html)).toEqual([{ href, ...details }]);
  });

  test('each picture is listed once, and only if it stays in the body', () => {
    const html =
      '<img src="a.jpg"><p><img src="/b.jpg"></p><img src="a.jpg"><img src="data:x"><img src="ftp://example.com/c.jpg">';
    expect(picturesOf(html).map((picture) => picture.href)).toEqual([href, 'https://example.com/b.jpg']);
  });

  test('a credit next to a picture is cut, and the picture stays', () => {
    const html = `<h1>The bridge</h1>${PROSE}<p>It is old.</p><p><img src="a.jpg"> Photo: Jane Roe</p>`;
    const { content } = readOne(html, 'text/html', { ...DEFAULTS, base: BASE });
    expect(content.body).toContain(`<img src="${href}"`);
    expect(content.bylines).toEqual([{ name: 'Jane Roe', role: 'Photo' }]);
    expect(content.associations).toEqual([{ href }]);
  });

  test('a heading below a picture is still the headline', () => {
    const { content } = readOne(`<img src="${href}"><h1>The bridge</h1>${PROSE}`, 'text/html');
    expect(content.headline).toBe('The bridge');
    expect(content.body).toContain('<img');
  });
});

describe('a picture that is also declared outside the body', () => {
  test('is listed once, with the details of both', () => {
    const feed = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>The bridge</title>
      <media:content url="${href}" type="image/jpeg" width="1600"/><description><![CDATA[${PROSE}
      <figure><img src="${href}" width="800" alt="A bridge"><figcaption>At dawn</figcaption></figure><img src="${BASE}b.png">]]></description></item></channel></rss>`;
    expect(readOne(feed, 'application/rss+xml').content.associations).toEqual([
      { href, contenttype: 'image/jpeg', width: 1600, alt: 'A bridge', caption: 'At dawn' },
      { href: `${BASE}b.png` },
    ]);
  });

  test('is listed once for ninjs too', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      bodies: [{ contentType: 'text/html', value: `${PROSE}<img src="${href}" alt="A bridge">` }],
      associations: [{ type: 'picture', renditions: [{ href, contentType: 'image/jpeg', width: 800 }] }],
    };
    expect(readOne(JSON.stringify(item), 'application/json').content.associations).toEqual([
      { href, contenttype: 'image/jpeg', width: 800, alt: 'A bridge' },
    ]);
  });
});

test('pictures that the scripts of a page would load are found', () => {
  const text = `<p>${'The bridge stays closed until May, the council said on Monday, and people go round. '.repeat(5)}</p>`;
  const page = `<!doctype html><html lang="en"><head><title>The bridge</title><link rel="canonical" href="https://example.com/news/1">
    <meta property="og:image" content="https://example.com/news/a.jpg"><meta property="og:image:type" content="image/jpeg"></head>
    <body><article><h1>The bridge</h1><figure><img src="a.jpg"><figcaption>At dawn <em class="credit">Jane Roe</em></figcaption></figure>
    ${text}<img src="/blank.gif" data-src="late.jpg"><noscript><img src="late.jpg"></noscript>${text}<noscript><img src="none.jpg"></noscript>${text}</article></body></html>`;
  expect(readOne(page, 'text/html').content.associations).toEqual([
    { href, contenttype: 'image/jpeg', caption: 'At dawn', credit: 'Jane Roe' },
    { href: `${BASE}late.jpg` },
    { href: `${BASE}none.jpg` },
  ]);
});

test.each(['pixel-9-review.jpg', 'lazy-days.jpg', 'unloading.png'])(
  '%s is a picture, although its name has a word like those of placeholders',
  (name) => {
    expect(picturesOf(`<img src="${name}">`)).toEqual([{ href: BASE + name }]);
  },
);

test.each(['pixel.gif', 'img/1x1.png', 'lazy_placeholder.jpg', 'loading.svg?v=1'])(
  '%s is a placeholder and is not listed',
  (name) => {
    expect(picturesOf(`<img src="${name}">`)).toEqual([]);
  },
);
