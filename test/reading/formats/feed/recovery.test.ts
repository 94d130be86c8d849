import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../../drafted.ts';

const RSS = 'application/rss+xml';
const rss = (items: string): string =>
  `<rss version="2.0"><channel><title>F</title><link>https://example.com/</link>${items}</channel></rss>`;
const item = (title: string, more = ''): string => `<item><title>${title}</title>${more}</item>`;

describe('a bad item does not affect the other items', () => {
  test.each([
    ['a tag that is not closed', '<item><title>x</item>', 'XML_ILLFORMED'],
    ['an end tag of another element', '<item><title>x</b></title></item>', 'XML_ILLFORMED'],
    ['an attribute without quotes', '<item a=b><title>x</title></item>', 'XML_ILLFORMED'],
    ['a stray <', '<item><title>1 < 2</title></item>', 'XML_ILLFORMED'],
    ['the same attribute twice', '<item a="1" a="2"><title>x</title></item>', 'XML_ILLFORMED'],
    ['too many levels', `<item>${'<b>'.repeat(20_000)}${'</b>'.repeat(20_000)}</item>`, 'XML_TOO_DEEP'],
    ['a second document type', '<item><!DOCTYPE a><title>x</title></item>', 'XML_ILLFORMED'],
    ['an empty item', '<item></item>', 'FIELD_MISSING'],
    ['only a link', '<item><link>https://example.com/1</link></item>', 'FIELD_MISSING'],
    [
      'HTML with too many levels',
      `<item><description>${'&lt;b>'.repeat(300)}x</description></item>`,
      'HTML_TOO_DEEP',
    ],
  ])('%s', (_, bad, code) => {
    const feed = rss(`${item('one')}${bad}${item('two')}${item('three')}`);
    expect(outcomes(read(feed, RSS))).toEqual(['one', code, 'two', 'three']);
  });

  test('ten bad items of different kinds do not affect the other ninety', () => {
    const bad = [
      '<item><b></item>',
      '<item/>',
      '<item a=b></item>',
      '<item><!DOCTYPE x></item>',
      '<item></b></item>',
    ];
    const items = Array.from({ length: 100 }, (_, at) =>
      at % 10 === 3 ? (bad[((at - 3) / 10) % 5] ?? '') : item(`n${at}`),
    );
    const drafted = read(rss(items.join('\n')), RSS);
    expect(drafted).toHaveLength(100);
    expect(drafted.map((item, at) => item.ok === (at % 10 !== 3))).not.toContain(false);
  });
});

test('an item without an end tag is rejected', () => {
  expect(outcomes(read(rss(`${item('one')}<item><title>two</title>`), RSS))).toEqual([
    'one',
    'XML_ILLFORMED',
  ]);
});

test('a truncated feed gives its complete items and one rejection', () => {
  const whole = rss(`${item('one')}${item('two', '<description>Some text of it</description>')}`);
  const at = (text: string): number => whole.indexOf(text) + text.length;
  expect(outcomes(read(whole.slice(0, at('Some te')), RSS))).toEqual(['one', 'XML_TRUNCATED']);
  expect(outcomes(read(whole.slice(0, at('<title>t')), RSS))).toEqual(['one', 'XML_TRUNCATED']);
  expect(outcomes(read(whole.slice(0, at('</item></ch')), RSS))).toEqual(['one', 'two', 'XML_TRUNCATED']);
  expect(outcomes(read(whole, RSS))).toEqual(['one', 'two']);
});

test('a feed that is cut off at any character gives the complete items before the cut and one rejection', () => {
  const whole = rss(
    `${item('one &amp; only')}${item('two', '<link>https://example.com/2</link>')}${item('three')}`,
  );
  const titles = ['one & only', 'two', 'three'];
  for (let end = 1; end < whole.length; end++) {
    const drafted = outcomes(read(whole.slice(0, end), 'application/xml'));
    const taken = drafted.filter((outcome) => !/^[A-Z]+_/.test(outcome));
    expect(taken, whole.slice(0, end)).toEqual(titles.slice(0, taken.length));
    expect(drafted.length, whole.slice(0, end)).toBe(taken.length + 1);
  }
});

describe('faults in a feed that are repaired or have no effect', () => {
  test.each([
    ['AT&T and <b>Q&A</b>'.replaceAll('<', '&lt;'), 'AT&T and Q&A'],
    ['a &nbsp; b &eacute;', 'a b é'],
    ['a \u0003 b', 'a b'],
    ['a &#3; b', 'a b'],
  ])('%j is repaired', (title, headline) => {
    expect(readOne(rss(item(title)), RSS).content.headline).toBe(headline);
  });

  test('a note on the article counts the repairs', () => {
    expect(readOne(rss(item('AT&T')), RSS).notes).toContain('stray ampersands escaped: 1');
    expect(readOne(rss(item('a\u0003b')), RSS).notes).toContain('characters that XML forbids removed: 1');
  });

  test('bare ampersands in an address are escaped', () => {
    const draft = readOne(rss(item('x', '<link>https://example.com/?a=1&b=2&c</link>')), RSS);
    expect(draft.content.link).toBe('https://example.com/?a=1&b=2&c');
  });

  test('an ampersand in CDATA is not changed', () => {
    const draft = readOne(rss(item('x', '<description><![CDATA[<p>A & B &amp; C</p>]]></description>')), RSS);
    expect(draft.content.body).toBe('<p>A &amp; B &amp; C</p>');
  });
});

test.each([
  ['<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss><channel/></rss>', 'XML_ENTITY'],
  ['<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><rss><channel/></rss>', 'XML_ENTITY'],
  [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    'XML_ENTITY',
  ],
  ['<opml><body/></opml>', 'XML_ROOT'],
  ['no markup at all', 'XML_ILLFORMED'],
  ['<rss version="2.0"><channel><title>x</title></channel></rss>', 'FEED_EMPTY'],
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'FEED_EMPTY'],
])('%s is rejected as a whole: %s', (xml, code) => {
  expect(outcomes(read(xml, RSS))).toEqual([code]);
});

test('a document type without entity declarations is accepted', () => {
  const doctype =
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
  expect(outcomes(read(`<?xml version="1.0"?>${doctype}${rss(item('one'))}`, RSS))).toEqual(['one']);
});

test('of two documents in one submission, the first is read and the second gives one rejection', () => {
  expect(outcomes(read(rss(item('one')) + rss(item('two')), RSS))).toEqual(['one', 'XML_ILLFORMED']);
});

test('elements named like properties of JavaScript objects do not change Object.prototype', () => {
  const drafted = read(rss(item('one', '<__proto__>x</__proto__><constructor>y</constructor>')), RSS);
  expect(outcomes(drafted)).toEqual(['one']);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('all items beyond the limit of 2,000 items together give one rejection', () => {
  const drafted = outcomes(read(rss(item('x').repeat(2003)), RSS));
  expect(drafted).toHaveLength(2001);
  expect(drafted.at(-1)).toBe('SIZE_ITEMS');
});
