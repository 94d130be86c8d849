import { expect, test } from 'vitest';
import { readSubmission } from '../../../../shared/reading/read.ts';
import { DEFAULTS } from '../../drafted.ts';

const titled = (title: string): Uint8Array =>
  Buffer.from(
    `<rss version="2.0"><channel><title>F</title><item><guid>a</guid><title>${title}</title></item></channel></rss>`,
  );
const titleOf = (title: string): unknown => {
  const [drafted] = readSubmission({ bytes: titled(title), mediaType: 'application/rss+xml' }, DEFAULTS);
  return drafted?.ok && drafted.draft.content.headline;
};

test('a title with 100,000 nested elements is read without a stack overflow', () => {
  expect(titleOf(`${'&lt;b&gt;'.repeat(100_000)}Deep`)).toBe('Deep');
  expect(titleOf('One &lt;b&gt;two&lt;/b&gt;&lt;script&gt;three()&lt;/script&gt; four')).toBe('One two four');
});
