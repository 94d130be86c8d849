import { gzipSync } from 'node:zlib';
import { type BadInput, RSS, rejected, stored } from './bad-input.ts';

const item = (id: string, title: string, description = 'It is there.'): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><description>${description}</description></item>`;

const rss = (items: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`;

const newsItem = (inside: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<newsItem guid="tag:a,2026:1" version="1">${inside}</newsItem>`;

const NEWSML = 'application/vnd.iptc.g2.newsitem+xml';
const NITF = 'application/nitf+xml';

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('');
const BILLION_LAUGHS = `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>`;
const QUADRATIC = `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(50_000)}">]>`;
const EXTERNAL = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/p.dtd"> %p;]>';

const DEEP = 20_000;

export const XML: readonly BadInput[] = [
  {
    input: 'not well-formed: one item of three',
    type: RSS,
    body: rss(
      item('ill-1', 'First') + item('ill-2', 'Second', '<b><i>crossed</b></i>') + item('ill-3', 'Third'),
    ),
    answer: [stored({ title: 'First' }), rejected('XML_ILLFORMED'), stored({ title: 'Third' })],
  },
  {
    input: 'not well-formed: no element',
    type: RSS,
    body: '<?xml version="1.0"?>',
    answer: [rejected('XML_TRUNCATED')],
  },
  {
    input: 'not well-formed: no markup',
    type: RSS,
    body: 'Service unavailable',
    answer: [rejected('XML_ILLFORMED')],
  },
  {
    input: 'not well-formed: NewsML-G2',
    type: NEWSML,
    body: newsItem('<itemMeta><title>Crossed</itemMeta></title>'),
    answer: [rejected('XML_ILLFORMED')],
  },
  {
    input: 'not well-formed: NITF',
    type: NITF,
    body: '<nitf><body><body.content><p>Open</body.content></body></nitf>',
    answer: [rejected('XML_ILLFORMED')],
  },
  {
    input: 'billion laughs: nested entities that expand to a huge text',
    type: RSS,
    body: rss(item('laughs', '&l9;'), BILLION_LAUGHS),
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'billion laughs: NewsML-G2',
    type: NEWSML,
    body: newsItem('<itemMeta><title>&l9;</title></itemMeta>', BILLION_LAUGHS.replace('rss', 'newsItem')),
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'quadratic entities: one large entity that is used many times',
    type: RSS,
    body: rss(item('quadratic', 'Quadratic', '&a;'.repeat(50_000)), QUADRATIC),
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'external entity',
    type: RSS,
    body: rss(item('xxe', '&x;'), EXTERNAL),
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'external entity: NITF',
    type: NITF,
    body: `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.head><hedline><hl1>&x;</hl1></hedline></body.head></body></nitf>`,
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'parameter entities',
    type: RSS,
    body: rss(item('parameter', 'Parameter'), PARAMETER),
    answer: [rejected('XML_ENTITY')],
  },
  {
    input: 'repeated DOCTYPE',
    type: RSS,
    body: rss(item('doctype', 'Doctype'), '<!DOCTYPE rss><!DOCTYPE rss>'),
    answer: [rejected('XML_ILLFORMED')],
  },
  {
    input: 'repeated DOCTYPE that hides entities',
    type: RSS,
    body: rss(item('doctype-2', '&l9;'), `<!DOCTYPE rss>${BILLION_LAUGHS}`),
    answer: [rejected('XML_ILLFORMED')],
  },
  {
    input: 'a DOCTYPE without entities is harmless',
    type: RSS,
    body: rss(
      item('doctype-3', 'Netscape'),
      '<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">',
    ),
    answer: [stored({ title: 'Netscape' })],
  },
  {
    input: '20,000 levels deep: the feed',
    type: RSS,
    body: rss('<a>'.repeat(DEEP) + '</a>'.repeat(DEEP)),
    answer: [rejected('XML_TOO_DEEP')],
  },
  {
    input: '20,000 levels deep: one item of two',
    type: RSS,
    body: rss(
      `<item><guid>deep</guid>${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}</item>${item('deep-2', 'Shallow')}`,
    ),
    answer: [rejected('XML_TOO_DEEP'), stored({ title: 'Shallow' })],
  },
  {
    input: '20,000 levels deep: NewsML-G2',
    type: NEWSML,
    body: newsItem('<a>'.repeat(DEEP) + '</a>'.repeat(DEEP)),
    answer: [rejected('XML_TOO_DEEP')],
  },
  {
    input: 'the largest number of character references that fits into a request',
    type: RSS,
    body: gzipSync(rss(item('references-2', 'References', '&#34;'.repeat(830_000)))),
    answer: [rejected('SIZE_ITEM')],
  },
  {
    input: '__proto__ as a tag',
    type: RSS,
    body: rss(
      `<item><guid>proto</guid><title>Proto</title><__proto__><polluted>1</polluted></__proto__>` +
        `<constructor>x</constructor><hasOwnProperty>x</hasOwnProperty></item>${item('proto-2', 'After it')}`,
    ),
    answer: [stored({ title: 'Proto' }), stored({ title: 'After it' })],
  },
  {
    input: ']]> in text',
    type: RSS,
    body: rss(
      item('cdata', 'Ends', 'a ]]> b') +
        item('cdata-2', 'After it', '<![CDATA[<p>one ]]]]><![CDATA[> two</p>]]>'),
    ),
    answer: [
      stored({ title: 'Ends', note: /not well-formed/ }),
      stored({ title: 'After it', body: /one \]\]&gt; two/ }),
    ],
  },
  {
    input: '-- in a comment',
    type: RSS,
    body: rss(`<!-- a -- b -->${item('comment', 'Commented')}`),
    answer: [stored({ title: 'Commented', note: /not well-formed/ })],
  },
  {
    input: 'illegal characters',
    type: RSS,
    body: rss(item('illegal', 'Il\u0001le\u0008gal', 'be\u000Bfore\uFFFE after')),
    answer: [stored({ title: 'Illegal', body: /before after/, note: /forbids/ })],
  },
  {
    input: 'illegal characters: as references',
    type: RSS,
    body: rss(item('illegal-2', 'Refer&#8;red', 'be&#8;fore&#xFFFE; after&#xD800;')),
    answer: [stored({ title: 'Referred', body: /before after/ })],
  },
  {
    input: 'HTML sent as a feed: a short error page',
    type: RSS,
    body:
      '<!doctype html><html lang="en"><head><title>502 Bad Gateway</title></head>' +
      '<body><h1>502 Bad Gateway</h1><p>The server is not there.</p></body></html>',
    answer: [rejected('XML_ROOT', /an HTML page in which no article was found/)],
  },
  {
    input: 'HTML sent as a feed: a long error page',
    type: 'application/atom+xml',
    body: `<!doctype html><title>404 Not Found</title><article><h1>404 Not Found</h1><p>${'Look elsewhere, please. '.repeat(40)}</p></article>`,
    answer: [rejected('XML_ROOT')],
  },
  {
    input: 'HTML sent as a feed: an article',
    type: RSS,
    body:
      '<!doctype html><html lang="en"><head><title>A page for a feed</title></head><body><article><h1>A page for a feed</h1>' +
      `${'<p>The bridge stays closed, the council said on Monday.</p>'.repeat(12)}</article></body></html>`,
    answer: [stored({ note: /sent as application\/rss\+xml, read as an HTML page/ })],
  },
  {
    input: 'two root elements',
    type: RSS,
    body: rss(item('roots', 'First root')) + rss(item('roots-2', 'Second root')),
    answer: [stored({ title: 'First root' }), rejected('XML_ILLFORMED')],
  },
  {
    input: 'unknown root element',
    type: 'application/xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    answer: [rejected('XML_ROOT')],
  },
  { input: 'a feed without items', type: RSS, body: rss(''), answer: [rejected('FEED_EMPTY')] },
  {
    input: 'items without an id',
    type: RSS,
    body: rss(
      '<item><title>By its link</title><link>https://desk.example/by-link</link></item>' +
        '<item><title>By its contents</title><description>It is there.</description></item>',
    ),
    answer: [
      stored({ title: 'By its link', note: /id: taken from the link/ }),
      stored({ title: 'By its contents', note: /id: none was given/ }),
    ],
  },
  {
    input: 'different stories with the same id are kept apart',
    type: RSS,
    body: rss(item('same', 'The bridge') + item('same', 'A ferry')),
    answer: [
      stored({ title: 'The bridge', note: /kept apart/ }),
      stored({ title: 'A ferry', note: /kept apart/ }),
    ],
  },
  {
    input: '__proto__ as the root',
    type: RSS,
    body: '<__proto__><channel/></__proto__>',
    answer: [rejected('XML_ROOT')],
  },
  {
    input: 'a million references to a forbidden character',
    type: RSS,
    body: rss(item('references', 'References', '&#1;'.repeat(1_000_000))),
    answer: [stored({ title: 'References', without: /[^]/ })],
  },
  {
    input: 'illegal characters: NUL',
    type: RSS,
    body: rss(item('illegal-nul', 'Ill\u0000egal', 'before\u0000 after')).padEnd(400),
    answer: [stored({ title: 'Illegal', body: /before after/ })],
  },
];
