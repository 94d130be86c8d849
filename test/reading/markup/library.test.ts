import sanitizeHtml from 'sanitize-html';
import { expect, test } from 'vitest';

/**
 * These tests fail if an old version of sanitize-html is installed (all of them with 2.17.3). They call the library
 * with its default options or with the options that its advisories name, because our allow-list is so strict that the
 * known bypasses of old versions have no effect with it.
 */
test.each([
  ['CVE-2026-44990, fixed in 2.17.4', '<xmp><img src=x onerror=alert(1)></xmp>', {}],
  [
    'GHSA-jxwj-j7wr-gfrw, fixed in 2.17.6',
    '<textarea></textarea><textarea><img src=x onerror=alert(1)></textarea>',
    { allowedTags: ['textarea'] },
  ],
])('sanitize-html does not have the bypass %s', (_, html, options) => {
  const clean = sanitizeHtml(html, { ...options, allowVulnerableTags: true });
  expect(clean).not.toContain('<img');
});

test('sanitize-html does not let an animation set an address (fixed in 2.17.7)', () => {
  const html = '<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>';
  const clean = sanitizeHtml(html, { allowedTags: ['svg', 'a', 'animate'], allowedAttributes: false });
  expect(clean).not.toContain('javascript:');
});
