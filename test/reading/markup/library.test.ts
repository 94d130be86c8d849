import sanitizeHtml from 'sanitize-html';
import { expect, test } from 'vitest';

/**
 * The library by itself, under its own defaults and under lists that advisories were about. Our allow-list would hide
 * a version with a known bypass; these go red with it (2.17.3 fails each).
 */
test.each([
  ['CVE-2026-44990, fixed in 2.17.4', '<xmp><img src=x onerror=alert(1)></xmp>', {}],
  [
    'GHSA-jxwj-j7wr-gfrw, fixed in 2.17.6',
    '<textarea></textarea><textarea><img src=x onerror=alert(1)></textarea>',
    { allowedTags: ['textarea'] },
  ],
])('the library has no %s', (_, html, options) => {
  const clean = sanitizeHtml(html, { ...options, allowVulnerableTags: true });
  expect(clean).not.toContain('<img');
});

test('the library lets no animation set an address (fixed in 2.17.7)', () => {
  const html = '<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>';
  const clean = sanitizeHtml(html, { allowedTags: ['svg', 'a', 'animate'], allowedAttributes: false });
  expect(clean).not.toContain('javascript:');
});
