import { expect, test } from 'vitest';
import { FORMATS } from '../../shared/domain/feed.ts';
import { formats } from '../../shared/formats/registry.ts';
import { goldenFeeds } from './documents.ts';

/**
 * Each feed in each format. Its document is compared byte for byte with a stored document. What a document must
 * contain, and why, is checked in test/formats.
 */
const cases = Object.entries(goldenFeeds).flatMap(([name, feed]) =>
  FORMATS.map((format) => ({ name, feed, format: formats[format] })),
);

test.each(cases)('$name as $format.name equals the stored document', async ({ name, feed, format }) => {
  const fragments = feed.items.map((item) => {
    const fragment = format.fragment(item, feed.head);
    expect(fragment).toEqual({ ok: true, text: expect.any(String) });
    return fragment.ok ? fragment.text : '';
  });
  const self = `https://feeds.example.com/news/${format.file}`;
  const document = format.document({ ...feed.head, self }, fragments);
  expect(format.check(document, feed.items.length)).toBeUndefined();
  await expect(document).toMatchFileSnapshot(`documents/${name}.${format.file}`);
});
