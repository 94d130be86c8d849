import fc from 'fast-check';
import { expect } from 'vitest';
import { INPUT_FORMATS } from '../../shared/domain/media-type.ts';
import { legalText } from '../../shared/domain/text.ts';
import { sanitise } from '../../shared/reading/markup/sanitise.ts';
import { readSubmission } from '../../shared/reading/read.ts';
import { DEFAULTS } from './drafted.ts';
import { active } from './markup/judge.ts';

/** Pieces of text that are difficult for parsers. */
const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE ',
  '&',
  '&#',
  '&#x',
  ';',
  '"',
  "'",
  '<item>',
  '</item>',
  '<entry>',
  '</channel>',
  '<title>',
  '<p>',
  '<b>',
  '<table>',
  '<svg>',
  '<script>',
  '<xmp>',
  '<iframe ',
  '<img src=',
  ' onerror=x() ',
  ' href="javascript:x()"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\u0000',
  '\u0003',
  '\u202E',
  '\uFEFF',
  '\uFFFF',
  '\uD800',
  '\n',
  '\r\n',
  '\t',
  '漢',
  'é',
  '𝄞',
  '2026-02-30',
  '\u0085',
];

interface Edit {
  /** Where the edit begins, in thousandths of the document. */
  at: number;
  length: number;
  piece: string;
}

const edit = fc.record<Edit>({
  // Not `fc.double`: almost all of its numbers are close to 0, and then only the first bytes are damaged.
  at: fc.noBias(fc.nat({ max: 1000 })),
  length: fc.nat(40),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })),
});

/** Submissions to try: one of the documents `seeds`, with some parts replaced, under any media type. */
export const submissions = (seeds: readonly Buffer[]): fc.Arbitrary<{ bytes: Buffer; mediaType: string }> =>
  fc.record({
    bytes: fc
      .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 6 }))
      .map(([seed, edits]) => edits.reduce(replaced, seed)),
    mediaType: fc.constantFrom(
      ...Object.keys(INPUT_FORMATS),
      'text/html; charset=gbk',
      'text/xml; charset=utf-16',
    ),
  });

function replaced(bytes: Buffer, { at, length, piece }: Edit): Buffer {
  const from = Math.floor((at * bytes.length) / 1000);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(piece), bytes.subarray(from + length)]);
}

/**
 * Checks that a submission gives at least one draft or rejection. Checks that each draft has nothing that can run
 * script and no forbidden characters, and that the sanitiser does not change its body.
 */
export function holdsFor(submission: { bytes: Buffer; mediaType: string }): void {
  const drafted = readSubmission(submission, DEFAULTS);
  expect(drafted.length).toBeGreaterThan(0);
  for (const item of drafted) {
    if (!item.ok) continue;
    const { body, headline, summary = '' } = item.draft.content;
    expect(active(body)).toEqual([]);
    expect(sanitise(body)).toEqual({ ok: true, html: body });
    expect([body, headline, summary].map(legalText)).toEqual([body, headline, summary]);
    expect(headline).not.toMatch(/[\r\n\u202A-\u202E]/);
  }
}
