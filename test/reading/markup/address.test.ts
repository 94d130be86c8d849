import { expect, test } from 'vitest';
import { absoluteAddress } from '../../../shared/reading/markup/address.ts';

test.each([
  ['https://example.com/a?utm_source=x&id=7&UTM_Medium=y', 'https://example.com/a?id=7'],
  ['https://example.com/a?fbclid=x#part', 'https://example.com/a#part'],
  ['https://example.com/a?q=a+b&c=%20&gclid=1', 'https://example.com/a?q=a+b&c=%20'],
  ['https://example.com/a?utm=1&source=2', 'https://example.com/a?utm=1&source=2'],
  ['https://example.com/?', 'https://example.com/?'],
  ['https://user:pass@example.com/', undefined],
])('%s without tracking parameters is %s', (address, expected) => {
  expect(absoluteAddress(address)).toBe(expected);
});

test.each([
  ['../a', 'https://example.com/news/', 'https://example.com/a'],
  ['//example.org/a', undefined, 'https://example.org/a'],
  ['//example.org/a', 'http://example.com/', 'http://example.org/a'],
  ['a.html', undefined, undefined],
  ['https://', undefined, undefined],
])('%s with the base %s becomes %s', (address, base, expected) => {
  expect(absoluteAddress(address, base)).toBe(expected);
});
