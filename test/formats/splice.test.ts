import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf, faultOfItem, joinParts, type Shape } from '../../shared/formats/xml-document.ts';
import type { FeedHead } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/registry.ts';
import { FORMATS, golden, write } from './reading.ts';

/**
 * A fragment that passes the check alone, in any document whose head passes the check, makes a document that passes
 * it. publish relies on this and parses only what is new, so it must hold for every text, also for a text that no
 * writer of this project would write.
 */

const SHAPE: Shape = { path: ['rss', 'channel'], item: 'item', id: 'guid', separator: '\n  ' };
const ROOT = '<rss xmlns:a="urn:a"><channel>';
const CLOSE = '\n</channel></rss>\n';

/** Pieces from which texts are made that a parser could read in another way at another place. */
const PIECES = [
  ...[
    '<item>',
    '</item>',
    '<guid>',
    '</guid>',
    '<item/>',
    '<a:b>',
    '</a:b>',
    '<b:c/>',
    '<c xmlns="urn:a">',
    '</c>',
  ],
  ...[
    '<channel>',
    '</channel>',
    '<rss>',
    '</rss>',
    '<![CDATA[',
    ']]>',
    ']]',
    '>',
    '<!--',
    '--',
    '-->',
    '<?p',
    '?>',
  ],
  ...[
    '&amp;',
    '&',
    'amp;',
    '&#60;',
    'text',
    '\n',
    ' ',
    '"',
    "'",
    '<',
    '<b x="',
    '<!DOCTYPE rss>',
    '<?xml version="1.0"?>',
  ],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((list) => list.join(''));

/** An item with the id, mostly well-formed, with pieces in it, before it and after it. */
const item = (id: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.oneof({ weight: 6, arbitrary: fc.constant('') }, pieces), pieces, pieces)
    .chain(([outside, first, second]) =>
      fc.constantFrom(
        `${outside}<item>${first}<guid>${id}</guid>${second}</item>`,
        `<item><guid>${id}</guid>${first}</item>${outside}`,
        `<item>${first}<guid><![CDATA[${id}]]></guid><c xmlns="urn:a">${second}</c></item>`,
      ),
    );

const tried = { documents: 0, withItems: 0 };

test('items that pass alone make a document that passes, whatever head they have', () => {
  fc.assert(
    fc.property(pieces, fc.tuple(item('1'), item('2'), item('3')), (head, texts) => {
      const frame = { head: ROOT + head, tail: CLOSE };
      if (faultOf(joinParts({ ...frame, fragments: [] }, SHAPE), SHAPE, 0) !== undefined) return;
      const fragments = texts.filter(
        (text, at) =>
          faultOfItem({ text, id: String(at + 1), open: ROOT, close: CLOSE }, SHAPE) === undefined,
      );
      tried.documents++;
      if (fragments.length > 0) tried.withItems++;
      expect(faultOf(joinParts({ ...frame, fragments }, SHAPE), SHAPE, fragments.length)).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(tried.withItems).toBeGreaterThan(300);
});

const text = fc.string({ unit: 'binary', maxLength: 40 });
const { head: plain, items } = golden('plain');

test.each(FORMATS)(
  '%s: a head with any text passes without items exactly if it passes with items',
  (name) => {
    const format = formats[name];
    fc.assert(
      fc.property(text, text, text, (title, description, rights) => {
        const head: FeedHead = { ...plain, title, description, rights };
        const [empty, whole] = [write(name, head, []), write(name, head, items)];
        expect(format.check(empty, 0)).toBe(format.check(whole, items.length));
      }),
      { numRuns: 200 },
    );
  },
);
