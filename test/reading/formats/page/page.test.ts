import { describe, expect, test } from 'vitest';
import { DEFAULTS, outcomes, read, readOne } from '../../drafted.ts';

const PARAGRAPHS = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Paragraph ${at}: the bridge over the river, which was built in 1931, stays closed, the council said.</p>`,
).join('\n');
const NAVIGATION = `<nav><ul>${'<li><a href="/x">Section</a></li>'.repeat(20)}</ul></nav>`;
const page = (head: string, body = PARAGRAPHS): string =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${NAVIGATION}
   <article><h1>The bridge stays closed</h1>${body}</article>
   <footer><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer></body></html>`;

describe('a whole page', () => {
  test('gives the article without navigation and footer', () => {
    const { content } = readOne(page('<title>The bridge stays closed | The Example</title>'), 'text/html');
    expect(content.body.match(/<p>Paragraph/g)).toHaveLength(8);
    expect(content.body).not.toMatch(/Imprint|Section/);
    expect(content.headline).toBe('The bridge stays closed');
  });

  test('takes its metadata from Open Graph, Dublin Core and the canonical link', () => {
    const draft = readOne(
      page(`<title>x</title><base href="https://cdn.example.com/a/"><link rel="canonical" href="https://example.com/bridge">
        <meta property="og:title" content="Bridge closed – The Example"><meta property="og:site_name" content="The Example">
        <meta property="og:description" content="It stays closed."><meta property="og:image" content="/i.jpg">
        <meta property="og:image:width" content="1200"><meta property="og:image:alt" content="The bridge">
        <meta name="author" content="By Ada Lovelace and Charles Babbage"><meta name="dcterms.created" content="13 April 2026 09:30 +0800">
        <meta property="article:modified_time" content="2026-04-14T00:00:00Z"><meta name="keywords" content="traffic, bridges">`),
      'text/html',
    );
    expect(draft.versioncreated).toBe('2026-04-14T00:00:00.000Z');
    expect(draft.content).toMatchObject({
      headline: 'Bridge closed',
      summary: 'It stays closed.',
      link: 'https://example.com/bridge',
      bylines: [{ name: 'Ada Lovelace' }, { name: 'Charles Babbage' }],
      subjects: [{ name: 'traffic' }, { name: 'bridges' }],
      associations: [{ href: 'https://cdn.example.com/i.jpg', width: 1200, alt: 'The bridge' }],
      firstcreated: '2026-04-13T01:30:00.000Z',
    });
  });

  test('a relative canonical link is resolved against the base element', () => {
    const head =
      '<title>x</title><base href="https://example.com/news/"><link rel="canonical" href="bridge">';
    expect(readOne(page(head), 'text/html').content.link).toBe('https://example.com/news/bridge');
  });

  test.each([
    [
      '<link rel="canonical" href="/bridge"><meta property="og:url" content="https://example.com/b?x=1">',
      'https://example.com/bridge',
    ],
    [
      '<link rel="canonical" href="bridge"><meta property="og:url" content="https://example.com/news/b">',
      'https://example.com/news/bridge',
    ],
    [
      '<base href="/news/"><link rel="canonical" href="bridge"><meta property="og:url" content="https://example.com/b">',
      'https://example.com/news/bridge',
    ],
    [
      '<base href="https://example.com/news/"><meta property="og:url" content="../b">',
      'https://example.com/b',
    ],
    [
      '<link rel="canonical" href="/bridge"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","url":"https://example.com/n/7"}</script>',
      'https://example.com/bridge',
    ],
    [
      '<base href="https://example.com/"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","url":"/n/7"}</script>',
      'https://example.com/n/7',
    ],
    [
      '<link rel="canonical" href="javascript:void(0)"><meta property="og:url" content="https://example.com/b">',
      'https://example.com/b',
    ],
  ])('a relative address of the page is resolved: %s', (head, link) => {
    expect(readOne(page(`<title>x</title>${head}`), 'text/html').content.link).toBe(link);
  });

  test('a relative canonical link is resolved against the address of the source if nothing else is known', () => {
    const head =
      '<title>x</title><link rel="canonical" href="/bridge"><meta property="og:image" content="i.jpg">';
    const { content } = readOne(page(head), 'text/html', { ...DEFAULTS, base: 'https://example.com/news/' });
    expect(content.link).toBe('https://example.com/bridge');
    expect(content.associations).toEqual([{ href: 'https://example.com/i.jpg' }]);
  });

  test.each([
    ['<meta property="og:image" content="../i.jpg">', 'https://example.com/i.jpg'],
    ['<meta property="og:image" content="//cdn.example.com/i.jpg">', 'https://cdn.example.com/i.jpg'],
    ['<meta property="og:image:url" content="i.jpg">', 'https://example.com/news/i.jpg'],
    ['<meta name="twitter:image" content="/i.jpg">', 'https://example.com/i.jpg'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":"/i.jpg"}</script>',
      'https://example.com/i.jpg',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":[{"@type":"ImageObject","url":"i.jpg"}]}</script>',
      'https://example.com/news/i.jpg',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","image":{"contentUrl":"/c.jpg"}}</script>',
      'https://example.com/c.jpg',
    ],
    [
      '<base href="https://static.example.com/p/"><meta property="og:image" content="i.jpg">',
      'https://static.example.com/p/i.jpg',
    ],
  ])('a relative address of the main picture is resolved against the page: %s', (head, href) => {
    const canonical = '<link rel="canonical" href="https://example.com/news/bridge">';
    const { associations } = readOne(page(`<title>x</title>${head}${canonical}`), 'text/html').content;
    expect(associations).toEqual([{ href }]);
  });

  test('the headline is the title without the name of the site or section, with character references decoded', () => {
    const titled = (title: string, heading: string): string =>
      readOne(
        page(
          `<meta property="og:site_name" content="例新聞"><script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: title })}</script>`,
        ).replace('The bridge stays closed</h1>', `${heading}</h1>`),
        'text/html',
      ).content.headline;
    expect(titled('大橋が通行止めに：例新聞', 'x')).toBe('大橋が通行止めに');
    expect(titled('大橋が通行止めに｜社会', '大橋が通行止めに')).toBe('大橋が通行止めに');
    expect(titled('大橋：例外なし', '大橋')).toBe('大橋：例外なし');
    expect(titled('Bridge &#8211; what&#x2019;s next?', 'x')).toBe('Bridge – what’s next?');
  });

  test('the date of the article comes from a time element only if the element has microdata', () => {
    const times =
      '<time datetime="2026-01-01">1 January</time><time itemprop="datePublished" datetime="2026-04-13T09:30:00Z">today</time>';
    const html = page('').replace('<article>', `<article>${times}`);
    expect(readOne(html, 'text/html').content.firstcreated).toBe('2026-04-13T09:30:00.000Z');
  });

  test('the author may be a whole byline', () => {
    const head = '<meta name="author" content="記者張三／台北報導">';
    expect(readOne(page(head), 'text/html').content.bylines).toEqual([{ name: '張三', role: '記者' }]);
  });

  test('the lead picture has its caption, also if the caption is outside the article', () => {
    const head = `<link rel="canonical" href="https://example.com/1"><meta property="og:image" content="https://example.com/i.jpg?w=1200">`;
    const shown =
      '<header><figure><img src="/i.jpg?w=600" alt="A bridge"><figcaption>At dawn. Photo: Jane Roe</figcaption></figure></header>';
    const { associations } = readOne(
      page(head).replace('<article>', `${shown}<article>`),
      'text/html',
    ).content;
    expect(associations).toEqual([
      { href: 'https://example.com/i.jpg?w=1200', alt: 'A bridge', caption: 'At dawn.', credit: 'Jane Roe' },
    ]);
  });

  test('an author in JSON-LD may refer to a person elsewhere in the graph by @id', () => {
    const graph = [
      {
        '@type': 'NewsArticle',
        headline: 'From JSON-LD',
        author: [{ '@id': '#jane' }, { '@id': '#nobody' }],
      },
      { '@type': 'Person', '@id': '#jane', name: 'Jane Roe' },
    ];
    const head = `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`;
    expect(readOne(page(head), 'text/html').content.bylines).toEqual([{ name: 'Jane Roe' }]);
  });

  test('JSON-LD wins over Open Graph', () => {
    const article = {
      '@graph': [
        { '@type': 'WebSite', name: 'The Example' },
        {
          '@type': ['NewsArticle'],
          headline: 'From JSON-LD',
          datePublished: '2026-04-12T00:00:00Z',
          author: [{ '@type': 'Person', name: 'Ada Lovelace' }],
          image: { url: 'https://example.com/ld.jpg', width: 640, caption: 'A bridge' },
          inLanguage: 'en',
        },
      ],
    };
    const { content } = readOne(
      page(`<script type="application/ld+json">not json</script><script type="application/ld+json">${JSON.stringify(article)}</script>
        <meta property="og:title" content="From Open Graph">`),
      'text/html',
    );
    expect(content).toMatchObject({
      headline: 'From JSON-LD',
      firstcreated: '2026-04-12T00:00:00.000Z',
      bylines: [{ name: 'Ada Lovelace' }],
      associations: [{ href: 'https://example.com/ld.jpg', width: 640, caption: 'A bridge' }],
    });
  });

  test.each([
    ['the same picture', '/small.jpg', { width: 1200, height: 700, caption: 'At dawn' }],
    ['another picture', '/other.jpg', {}],
  ])(
    'the lead picture of Open Graph gets size and caption from JSON-LD only if both mean one picture: %s',
    (_, url, expected) => {
      const article = {
        '@type': 'NewsArticle',
        image: { url, width: 1200, height: 700, caption: 'At dawn' },
      };
      const head = `<link rel="canonical" href="https://example.com/bridge"><meta property="og:image" content="https://example.com/small.jpg">
      <script type="application/ld+json">${JSON.stringify(article)}</script>`;
      expect(readOne(page(head), 'text/html').content.associations).toEqual([
        { href: 'https://example.com/small.jpg', ...expected },
      ]);
    },
  );

  test('gives all of its text, with a note, if no article is found in it', () => {
    const draft = readOne(`<html><body>${'<p>Word by word.</p>'.repeat(13_000)}</body></html>`, 'text/html');
    expect(draft.notes).toContain('no article was found in the page; all of its text was taken');
    expect(draft.content.body).toContain('Word by word.');
  });

  test('gives a body in which nothing can run script', () => {
    const { content } = readOne(
      page('', `${PARAGRAPHS}<p onclick="x()">A <a href="javascript:x()">link</a><svg onload=x()></svg></p>`),
      'text/html',
    );
    expect(content.body).not.toMatch(/onclick|javascript|svg|onload/);
  });

  test('is rejected if it has too many levels of elements', () => {
    expect(
      outcomes(read(`<html><body>${'<b>'.repeat(80_000)}${'</i>'.repeat(80_000)}`, 'text/html')),
    ).toEqual(['HTML_TOO_DEEP']);
  });
});

describe('structured data within marks of XHTML', () => {
  const json = '{"@type":"NewsArticle","headline":"Dredger [new] leaves","author":{"name":"Ana Ruiz"}}';
  test.each([
    ['//<![CDATA[\n', '\n//]]>'],
    ['/*<![CDATA[*/', '/*]]>*/'],
    ['<!--//--><![CDATA[//><!--\n', '\n//--><!]]>'],
    ['<!--\n', '\n-->'],
    ['<![CDATA[', ']]>'],
    ['', ';'],
  ])('%j and %j', (before, after) => {
    const page = `<html lang="en"><head><title>Dredger | Harbour</title><script type="application/ld+json">${before}${json}${after}</script></head>
      <body><article><h1>Dredger leaves</h1>${'<p>The dredger left the harbour on Monday, and many people stood on the quay to see it go.</p>'.repeat(4)}</article></body></html>`;
    expect(readOne(page, 'text/html').content).toMatchObject({
      headline: 'Dredger [new] leaves',
      bylines: [{ name: 'Ana Ruiz' }],
    });
  });
});
