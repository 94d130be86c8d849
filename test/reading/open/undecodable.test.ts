import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

/** The text in UTF-8, with an invalid byte for each ¤. */
const damaged = (text: string): Uint8Array =>
  Buffer.concat(
    text.split('¤').flatMap((part, at) => [Buffer.from(at === 0 ? [] : [0xff]), Buffer.from(part)]),
  );

const RSS = 'application/rss+xml; charset=utf-8';
const item = (id: string, title: string): string =>
  `<item><guid>${id}</guid><title>${title}</title><description>It is there, they said.</description></item>`;
const rss = (items: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>F¤ed</title>${items}</channel></rss>`;

describe('a few invalid bytes reject the items that contain them, and no other items', () => {
  test('RSS', () => {
    const drafted = read(damaged(rss(item('1', 'One') + item('2', 'T¤w¤o') + item('3', 'Thr\uFFFDe'))), RSS);
    expect(outcomes(drafted)).toEqual(['One', 'ENCODING_INVALID', 'Thr\uFFFDe']);
    expect(drafted[1]).toMatchObject({
      declaredId: '2',
      rejection: { detail: 'sequences of bytes in the article that are not utf-8: 2' },
    });
  });

  test('NDJSON', () => {
    const line = (title: string): string =>
      JSON.stringify({ id: title, title, content_text: 'It is there.' });
    const drafted = read(damaged(['One', 'T¤o', 'Three'].map(line).join('\n')), 'application/x-ndjson');
    expect(outcomes(drafted)).toEqual(['One', 'ENCODING_INVALID', 'Three']);
    expect(drafted[1]).not.toHaveProperty('declaredId');
  });

  test('a few invalid bytes reject a submission of one article; many invalid bytes reject a whole feed', () => {
    const text = 'The bridge\n\nIt opens ¤again, the council said on Monday, after three years of work.';
    expect(outcomes(read(damaged(text), 'text/plain; charset=utf-8'))).toEqual(['ENCODING_INVALID']);
    expect(outcomes(read(damaged(rss(item('1', '¤'.repeat(60)) + item('2', 'Two'))), RSS))).toEqual([
      'ENCODING_INVALID',
    ]);
  });

  test('invalid bytes outside the article, such as in a comment, give only a note', () => {
    const draft = readOne(
      damaged(`<!-- ¤ --><h1>The bridge</h1><p>It opens again, they said.</p>`),
      'text/html; charset=utf-8',
    );
    expect(draft.content.headline).toBe('The bridge');
    expect(draft.notes).toContain('sequences of bytes that are not utf-8: 1');
  });
});
