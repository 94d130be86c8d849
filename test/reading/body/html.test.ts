import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { absoluteAddress } from '../../../shared/reading/markup/address.ts';
import { reduced } from '../../../shared/reading/markup/reduce.ts';
import { sanitise } from '../../../shared/reading/markup/sanitise.ts';
import { DEFAULTS, readOne } from '../drafted.ts';

const BASE = 'https://example.com/news/';
const stored = (html: string): string =>
  readOne(`<h1>The bridge</h1><p>It stays closed, the council said.</p>${html}`, 'text/html', {
    ...DEFAULTS,
    base: BASE,
  })
    .content.body.replace('<p>It stays closed, the council said.</p>', '')
    .trim();
const img = (address: string): string => `<p><img src="${address}" /></p>`;

describe('pictures that wait for a script', () => {
  test.each([
    [
      'data-src',
      '<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg">',
      img('https://example.com/a.jpg'),
    ],
    [
      'a placeholder of its own',
      '<img src="/blank.gif" data-original="b.jpg">',
      img('https://example.com/news/b.jpg'),
    ],
    [
      'a switch beside the address',
      '<picture><source srcset="s.jpg 320w, l.jpg 1280w"><img src="/blank.gif" data-lazy="1"></picture>',
      img('https://example.com/news/l.jpg'),
    ],
    ['no src at all', '<img data-lazy-src="https://example.org/c.jpg">', img('https://example.org/c.jpg')],
    [
      'srcset, the widest',
      '<img srcset="s.jpg 320w, l.jpg 1280w, m.jpg 640w">',
      img('https://example.com/news/l.jpg'),
    ],
    ['srcset with densities', '<img srcset="one.jpg, two.jpg 2x">', img('https://example.com/news/two.jpg')],
    [
      'an address with a comma',
      '<img srcset="a,b.jpg 1x, c,d.jpg 2x">',
      img('https://example.com/news/c,d.jpg'),
    ],
    [
      'picture',
      '<picture><source srcset="w.webp 800w"><img src="w.jpg"></picture>',
      img('https://example.com/news/w.jpg'),
    ],
    [
      'picture whose img is empty',
      '<picture><source srcset="w.webp 800w, x.webp 900w"><img></picture>',
      img('https://example.com/news/x.webp'),
    ],
    [
      'noscript',
      '<img class="lazy"><noscript><img src="n.jpg"></noscript>',
      img('https://example.com/news/n.jpg'),
    ],
    [
      'noscript that repeats',
      '<img data-src="n.jpg"><noscript><img src="n.jpg"></noscript>',
      img('https://example.com/news/n.jpg'),
    ],
    ['a pixel that counts', '<img src="https://example.org/t.gif" width="1" height="1">', ''],
    ['a source that never comes', '<img src="data:image/gif;base64,R0lGOD">', ''],
  ])('%s', (_, html, expected) => {
    expect(stored(html)).toBe(expected);
  });
});

describe('embeds', () => {
  test.each([
    [
      '<iframe src="https://www.youtube.com/embed/abc_DEF-123" title="A film"></iframe>',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">A film</a></p>',
    ],
    [
      '<iframe src="//player.vimeo.com/video/42"></iframe>',
      '<p><a href="https://vimeo.com/42">Vimeo</a></p>',
    ],
    ['<iframe src="https://www.youtube.com.example.org/embed/abcdef"></iframe>', ''],
    ['<iframe src="https://www.youtube.com/account"></iframe>', ''],
    ['<iframe src="javascript:alert(1)//www.youtube.com/embed/abcdef"></iframe>', ''],
  ])('%s', (html, expected) => {
    expect(stored(html)).toBe(expected);
  });

  test('one that is left out is noted', () => {
    expect(reduced(parseDocument('<iframe src="https://ads.example.org/x"></iframe>')).notes).toEqual([
      'an embed was left out: https://ads.example.org/x',
    ]);
  });

  test('what stands within a frame is never shown, so it is no text of the article', () => {
    expect(sanitise('<p>a<iframe src="x">hidden</iframe>b</p>')).toEqual({ ok: true, html: '<p>ab</p>' });
  });

  test('a frame closed as in XHTML does not swallow the article', () => {
    expect(stored('<iframe src="https://ads.example.org/x" /><p>The rest of it.</p>')).toBe(
      '<p>The rest of it.</p>',
    );
  });
});

describe('addresses', () => {
  test.each([
    ['https://example.com/a?utm_source=x&id=7&UTM_Medium=y', 'https://example.com/a?id=7'],
    ['https://example.com/a?fbclid=x#part', 'https://example.com/a#part'],
    ['https://example.com/a?q=a+b&c=%20&gclid=1', 'https://example.com/a?q=a+b&c=%20'],
    ['https://example.com/a?utm=1&source=2', 'https://example.com/a?utm=1&source=2'],
    ['https://example.com/?', 'https://example.com/?'],
    ['https://user:pass@example.com/', undefined],
  ])('%s', (address, expected) => {
    expect(absoluteAddress(address)).toBe(expected);
  });
});

test('what separates and illustrates stays where it was', () => {
  const html =
    '<p><img src="https://example.com/1.jpg"></p><hr><p>Second paragraph of the text.</p><figure><img src="https://example.com/2.jpg"><figcaption>Two</figcaption></figure>';
  expect(stored(html).replaceAll('\n', '')).toBe(
    '<p><img src="https://example.com/1.jpg" /></p><hr /><p>Second paragraph of the text.</p><figure><img src="https://example.com/2.jpg" /><figcaption>Two</figcaption></figure>',
  );
});

describe('elements for text around blocks are opened', () => {
  test.each([
    [
      'a document in one element',
      '<b><h2>What next</h2><p>Buses <i>run</i>.</p><br><ul><li><p>Line 12</p></li></ul></b>',
      '<h2>What next</h2>\n<p>Buses <i>run</i>.</p>\n<ul><li><p>Line 12</p></li></ul>',
    ],
    ['within one another', '<span><b><p>One.</p><p>Two.</p></b></span>', '<p>One.</p>\n<p>Two.</p>'],
    [
      'in a paragraph',
      '<p>One <b>two <ul><li>three</li></ul></b></p>',
      '<p>One </p>\n<p>two </p>\n<ul><li>three</li></ul>',
    ],
    [
      'parts without what they are parts of',
      '<p><td><b>One</b><p>Two.</p></td></p><li>Three</li><tr><td>Four</td></tr>',
      '<p><b>One</b></p>\n<p>Two.</p>\n<p>Three</p>\n<p>Four</p>',
    ],
    [
      'but not around text',
      '<p><b>One</b> <a href="/x"><i>two</i></a></p>',
      '<p><b>One</b> <a href="https://example.com/x"><i>two</i></a></p>',
    ],
  ])('%s', (_, html, body) => expect(stored(html)).toBe(body));
});
