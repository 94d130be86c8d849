import { type Hostile, repeated } from './repeated.ts';

const RSS = 'application/rss+xml';
const ATOM = 'application/atom+xml';

const FEED =
  '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Feed</title>';
const ITEM = '<item><guid>a</guid><title>A</title>';

const ITEMS: readonly string[] = [
  '<item/>',
  '<item><title>x</title></item>',
  '<item><guid>$</guid><title>x</title><description>y</description></item>',
  '<item>',
  '</item>',
  '<item></x></item>',
  '<item></x$></item>',
  '<item></x',
  '<item>&x;</item>',
  '<item><a><b></a></b></item>',
  '</x>',
  '</x$>',
  '<x/>',
  '<x>',
  '<x></y>',
  '<$/>',
  '<x a="1"/>',
  '<x a=1>',
  '<x a>',
  '<a:b/>',
  '<item a:b="c"/>',
  '<!-- -->',
  '<!--',
  '<!-- -- -->',
  '<![CDATA[',
  '<![CDATA[]]>',
  '<![CDATA[x]]>',
  '<?a?>',
  '<?',
  '<!DOCTYPE rss>',
  '<!',
  '<',
  '< ',
  '>',
  ']]>',
  '&',
  '& ',
  '&a',
  '&amp;',
  '&#1;',
  '&#x6A4B;',
  '&#',
  '&x;',
  '&nbsp;',
  '&#0;',
  ' ',
  '\n',
  'x',
  'x ',
  '\u0001',
  '\uFFFE',
  '<channel>',
  '<rss>',
  '<channel><item>',
  '<item><item>',
  '<item><title>',
  '<entry>',
  '<entry/>',
  '<item><description>&lt;p&gt;x&lt;/p&gt;</description></item>',
  '<item><description><![CDATA[<b>]]></description></item>',
  '<item><dc:creator>x</dc:creator></item>',
  '<title>x</title>',
  '<title>',
];

const WITHIN: readonly string[] = [
  '<category>x</category>',
  '<category>$</category>',
  '<category domain="x">y</category>',
  '<author>a@b.c (x)</author>',
  '<dc:creator>x</dc:creator>',
  '<enclosure url="https://a.example/$.jpg" type="image/jpeg" length="1"/>',
  '<media:content url="https://a.example/$.jpg"/>',
  '<media:group><media:content url="a"/></media:group>',
  '<media:group>',
  '<media:thumbnail url="a"/>',
  '<media:credit>x</media:credit>',
  '<media:content url="a"><media:credit>x</media:credit></media:content>',
  '<link>x</link>',
  '<description>x</description>',
  '<content:encoded>x</content:encoded>',
  '<pubDate>x</pubDate>',
  '<pubDate>Mon, 13 Apr 2026 09:30:00 GMT</pubDate>',
  '<body>x</body>',
  '<a/>',
  '<a>x</a>',
  '<a b="c"/>',
  '<$/>',
  '<a:$/>',
  '<x:y/>',
];

const TEXTS: readonly string[] = [
  'x',
  'x ',
  ' ',
  '&lt;',
  '&lt;b&gt;',
  '&lt;p&gt;x&lt;/p&gt;',
  '&amp;amp;',
  '&#1;',
  '&#x6A4B;',
  '&',
  ']]>',
  '&lt;!--',
  '(',
  '@',
  'a@',
  '&lt;a href=&quot;',
  '記者張三',
];

export const HOSTILE_XML: readonly Hostile[] = [
  ...ITEMS.flatMap((unit) => [
    repeated(`feed: ${unit}`, RSS, unit, { head: FEED, tail: '</channel></rss>' }),
    repeated(`feed after an item: ${unit}`, RSS, unit, {
      head: `${FEED}${ITEM}</item>`,
      tail: `${ITEM}</item></channel></rss>`,
    }),
    repeated(`item: ${unit}`, RSS, unit, { head: FEED + ITEM, tail: '</item></channel></rss>' }),
  ]),
  ...WITHIN.map((unit) =>
    repeated(`item: ${unit}`, RSS, unit, { head: FEED + ITEM, tail: '</item></channel></rss>' }),
  ),
  ...['title', 'description', 'guid', 'link', 'author', 'pubDate', 'category', 'content:encoded'].flatMap(
    (name) =>
      TEXTS.map((unit) =>
        repeated(`${name}: ${unit}`, RSS, unit, {
          head: `${FEED}<item><${name}>`,
          tail: `</${name}></item></channel></rss>`,
        }),
      ),
  ),
  repeated('feed: attributes', RSS, 'a$="1" ', {
    head: '<rss ',
    tail: '><channel><item><title>x</title></item></channel></rss>',
  }),
  repeated('feed: attributes of an item', RSS, 'a$="1" ', {
    head: `${FEED}<item `,
    tail: '><title>x</title></item></channel></rss>',
  }),
  repeated('feed: namespaces', RSS, 'xmlns:a$="b" ', {
    head: '<rss ',
    tail: '><channel><item><title>x</title></item></channel></rss>',
  }),
  repeated('feed: an attribute', RSS, 'x', {
    head: '<rss a="',
    tail: '"><channel><item><title>x</title></item></channel></rss>',
  }),
  repeated('feed: a name', RSS, 'x', { head: `${FEED}<`, tail: '/></channel></rss>' }),
  repeated('feed: an entity name', RSS, 'x', {
    head: `${FEED}<item><title>&`,
    tail: ';</title></item></channel></rss>',
  }),
  repeated('feed: a large root, many items', RSS, '<item><title>$</title></item>', {
    head: `<rss a="${'x'.repeat(200_000)}"><channel>`,
    tail: '</channel></rss>',
  }),
  repeated('feed: a large root, many faults', RSS, '<item></x></item>', {
    head: `<rss a="${'x'.repeat(200_000)}"><channel>`,
    tail: '</channel></rss>',
  }),
  repeated('feed: large namespaces, many items', RSS, '<item><title>$</title></item>', {
    head: `<rss ${Array.from({ length: 5000 }, (_, at) => `xmlns:a${at}="b"`).join(' ')}><channel>`,
    tail: '</channel></rss>',
  }),
  repeated('DOCTYPE: elements', RSS, '<!ELEMENT a (b)>', {
    head: '<!DOCTYPE rss [',
    tail: `]>${FEED}${ITEM}</item></channel></rss>`,
  }),
  repeated('DOCTYPE: brackets', RSS, '[', {
    head: '<!DOCTYPE rss [',
    tail: `]>${FEED}${ITEM}</item></channel></rss>`,
  }),
  repeated('DOCTYPE: entities', RSS, '<!ENTITY a$ "&a;">', {
    head: '<!DOCTYPE rss [',
    tail: `]>${FEED}${ITEM}</item></channel></rss>`,
  }),
  repeated('before the root: comments', RSS, '<!-- -->', { tail: `${FEED}${ITEM}</item></channel></rss>` }),
  repeated('before the root: instructions', 'application/xml', '<?a?>', {
    tail: `${FEED}${ITEM}</item></channel></rss>`,
  }),
  repeated('Atom: entries', ATOM, '<entry><id>$</id><title>x</title></entry>', {
    head: '<feed xmlns="http://www.w3.org/2005/Atom">',
    tail: '</feed>',
  }),
  repeated('Atom: authors of the feed', ATOM, '<author><name>x</name></author>', {
    head: '<feed xmlns="http://www.w3.org/2005/Atom">',
    tail: `${'<entry><id>a</id><title>x</title></entry>'.repeat(500)}</feed>`,
  }),
  repeated('Atom: links', ATOM, '<link href="a"/>', {
    head: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>x</title>',
    tail: '</entry></feed>',
  }),
  repeated('Atom: XHTML', ATOM, '<p>x</p>', {
    head: '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>x</title><content type="xhtml"><div>',
    tail: '</div></content></entry></feed>',
  }),
  repeated('Atom: base64', ATOM, 'PGI+', {
    head: '<feed><entry><id>a</id><title>x</title><content mode="base64" type="text/html">',
    tail: '</content></entry></feed>',
  }),
  repeated('Atom: base64, many', ATOM, '<content mode="base64">PGI+</content>', {
    head: '<feed><entry><id>a</id><title>x</title>',
    tail: '</entry></feed>',
  }),
  repeated('RDF: items', 'application/rdf+xml', '<item rdf:about="$"><title>x</title></item>', {
    head: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
    tail: '</rdf:RDF>',
  }),
  repeated('HTML as XML', 'application/xml', '<p>x</p>', { head: '<html><body>', tail: '</body></html>' }),
];
