import { describe, expect, test } from 'vitest';
import { isPlaceholder, largestCandidate } from '../../../shared/reading/markup/pictures.ts';
import { stored } from './stored.ts';

const img = (address: string): string => `<p><img src="${address}" /></p>`;

describe('a picture that a script loads, or that has several addresses, is stored with one address', () => {
  test.each([
    [
      'an address in data-src',
      '<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg">',
      img('https://example.com/a.jpg'),
    ],
    [
      'a placeholder in src, and the real address in another attribute',
      '<img src="/blank.gif" data-original="b.jpg">',
      img('https://example.com/news/b.jpg'),
    ],
    [
      'a data attribute that is not an address; the address of the source element is used',
      '<picture><source srcset="s.jpg 320w, l.jpg 1280w"><img src="/blank.gif" data-lazy="1"></picture>',
      img('https://example.com/news/l.jpg'),
    ],
    [
      'an address in data-lazy-src, without a src',
      '<img data-lazy-src="https://example.org/c.jpg">',
      img('https://example.org/c.jpg'),
    ],
    [
      'the widest picture of a srcset',
      '<img srcset="s.jpg 320w, l.jpg 1280w, m.jpg 640w">',
      img('https://example.com/news/l.jpg'),
    ],
    [
      'the densest picture of a srcset',
      '<img srcset="one.jpg, two.jpg 2x">',
      img('https://example.com/news/two.jpg'),
    ],
    [
      'an address with a comma',
      '<img srcset="a,b.jpg 1x, c,d.jpg 2x">',
      img('https://example.com/news/c,d.jpg'),
    ],
    [
      'a picture element whose img has an address',
      '<picture><source srcset="w.webp 800w"><img src="w.jpg"></picture>',
      img('https://example.com/news/w.jpg'),
    ],
    [
      'a picture element whose img is empty',
      '<picture><source srcset="w.webp 800w, x.webp 900w"><img></picture>',
      img('https://example.com/news/x.webp'),
    ],
    [
      'a picture whose address is only in noscript',
      '<img class="lazy"><noscript><img src="n.jpg"></noscript>',
      img('https://example.com/news/n.jpg'),
    ],
    [
      'a picture that is repeated in noscript is stored once',
      '<img data-src="n.jpg"><noscript><img src="n.jpg"></noscript>',
      img('https://example.com/news/n.jpg'),
    ],
    ['a tracking pixel is not stored', '<img src="https://example.org/t.gif" width="1" height="1">', ''],
    ['a picture without a web address is not stored', '<img src="data:image/gif;base64,R0lGOD">', ''],
  ])('%s', (_, html, expected) => {
    expect(stored(html)).toBe(expected);
  });
});

test.each([
  ['', undefined],
  ['data:image/gif;base64,R0lGOD 1x', undefined],
  ['a.jpg', 'a.jpg'],
  ['a.jpg 1x, b.jpg 1.5x', 'b.jpg'],
  ['a.jpg,b.jpg 2x', 'a.jpg,b.jpg'],
  [' , a.jpg 320w,b.jpg 640w , ', 'b.jpg'],
])('the largest candidate of %j is %s', (srcset, address) => {
  expect(largestCandidate(srcset)).toBe(address);
});

test.each([
  [undefined, true],
  ['about:blank', true],
  ['/img/spacer.gif?v=1', true],
  ['lazyload_1x1.png', true],
  ['/img/pixel-9-review.jpg', false],
  [`/${'placeholder'.repeat(10)}.gif`, false],
])('%s is a placeholder: %s', (address, expected) => {
  expect(isPlaceholder(address)).toBe(expected);
});
