import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAddress } from '../../shared/formats/address.ts';

test.each([
  ['https://www.example.com/a?b=c&d=e#f', 'https://www.example.com/a?b=c&d=e#f'],
  ['https://bücher.example/ä b', 'https://xn--bcher-kva.example/%C3%A4%20b'],
  ['HTTP://EXAMPLE.COM:80/A', 'http://example.com/A'],
  ['http://127.0.0.1:4510/news/rss.xml', 'http://127.0.0.1:4510/news/rss.xml'],
  ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a'],
  [
    'https://example.com/a[1]|b^c`{d}?e={f}|g#h#i',
    'https://example.com/a%5B1%5D%7Cb%5Ec%60%7Bd%7D?e=%7Bf%7D%7Cg#h%23i',
  ],
  ['https://example.com/100%?a=%zz&b=%C3', 'https://example.com/100%25?a=%25zz&b=%C3'],
  ['https://name:secret@example.com/a', 'https://example.com/a'],
])('%s is written %s', (given, written) => {
  expect(webAddress(given)).toBe(written);
});

test.each([
  '',
  '/a',
  '//example.com/a',
  'example.com',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.com/',
  'http://',
  'mailto:a@example.com',
])('%j is not a web address', (given) => {
  expect(webAddress(given)).toBeUndefined();
});

/** A URI of RFC 3986 sections 2 and 3. Brackets are allowed in the host only. */
const URI =
  /^https?:\/\/[^/?#]+(?:\/(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*)(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/;

test('webAddress makes a valid URI of an address with any text after the host, and does not change this URI', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/', '/?', '/#', '?', '#', '/a?b#'),
      (rest, before) => {
        const written = webAddress(`https://example.com${before}${rest}`);
        expect(written).toMatch(URI);
        expect(webAddress(written ?? '')).toBe(written);
        expect(new URL(written ?? '').href).toBe(written);
      },
    ),
    { numRuns: 1000 },
  );
});
