import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legalText, lineOfText } from '../../shared/domain/text.ts';
import type { FeedItem } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/registry.ts';
import { addressOf, FORMATS, golden, readItems, write } from './reading.ts';

/**
 * Texts that made a feed invalid in the past: the end of a CDATA section, markup, references, control characters, lone surrogates, line ends.
 */
const HOSTILE = [
  ']]>',
  '<![CDATA[',
  '<b>',
  '</item>',
  '</entry>',
  '<!--',
  '<?x',
  '&',
  '&amp;',
  '&#3;',
  '&lt',
  '"',
  "'",
];
const CHARACTERS = [
  '\u0000',
  '\u000B',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\uFFFE',
  '\uD800',
  '\uDC00',
  '\r\n',
  '\r',
  '𠮷',
  '%',
];

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...HOSTILE, ...CHARACTERS), fc.string({ unit: 'binary', maxLength: 2 })),
  maxLength: 30,
});
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const item: fc.Arbitrary<FeedItem> = fc.record({
  id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
  link: text.map((path) => `https://www.example.com/${path}`),
  published: instant,
  updated: instant,
  content: fc.record(
    {
      headline: text.map((headline) => `${headline}H`),
      summary: text,
      bylines: fc.array(fc.record({ name: text, role: text }, { requiredKeys: ['name'] }), { maxLength: 4 }),
      language: text,
      body: text,
      subjects: fc.array(fc.record({ name: text, uri: text }, { requiredKeys: ['name'] }), { maxLength: 3 }),
      genres: fc.constant([]),
      places: fc.constant([]),
      associations: fc.array(
        fc.record(
          {
            href: fc.oneof(text, fc.webUrl()),
            contenttype: text,
            width: fc.double(),
            caption: text,
            credit: text,
          },
          { requiredKeys: ['href'] },
        ),
        { maxLength: 2 },
      ),
      copyrightnotice: text,
      usageterms: text,
    },
    {
      requiredKeys: [
        'headline',
        'bylines',
        'language',
        'body',
        'subjects',
        'genres',
        'places',
        'associations',
      ],
    },
  ),
});

/** The body without characters that XML does not allow, and with `]]>` escaped as HTML. */
const publishedBody = (body: string): string =>
  legalText(body).replace(/\r\n?/g, '\n').replaceAll(']]>', ']]&gt;');

const { head } = golden('plain');
const second = (iso: string): string => `${iso.slice(0, 19)}Z`;

test.each(FORMATS)('%s: any text is parsed back as it was given', (format) => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 3 }), (items) => {
      const document = write(format, head, items);
      expect(formats[format].check(document, items.length)).toBeUndefined();
      const names = (from: FeedItem): string[] => from.content.bylines.map(({ name }) => lineOfText(name));
      const meant = items.map((from) => ({
        id: from.id,
        published: second(from.published),
        updated: second(from.updated),
        title: lineOfText(from.content.headline),
        html: publishedBody(from.content.body),
        authors: [...new Set(names(from).filter((name) => name !== ''))],
      }));
      expect(readItems[format](document)).toMatchObject(meant);
    }),
    { numRuns: 300 },
  );
});

test('an item reads the same from all three formats', () => {
  fc.assert(
    fc.property(item, (from) => {
      const [rss, ...others] = FORMATS.map((format) => readItems[format](write(format, head, [from])));
      for (const other of others) expect(other).toEqual(rss);
    }),
    { numRuns: 300 },
  );
});

test.each(FORMATS)(
  '%s: equal items give equal fragments in every call, and the call does not change the items',
  (format) => {
    fc.assert(
      fc.property(item, (from) => {
        const before = structuredClone(from);
        const first = formats[format].fragment(from, head);
        expect(formats[format].fragment(before, { ...head })).toEqual(first);
        expect(from).toEqual(before);
      }),
      { numRuns: 100 },
    );
  },
);

test.each(FORMATS)(
  '%s: a document that is written again from some of its items has the same bytes as a new document of these items',
  (format) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 5 }),
        fc.array(fc.nat(5), { maxLength: 5 }),
        (items, chosen) => {
          const removed = new Set(chosen.map((index) => items[index]?.id ?? 'urn:uuid:of-no-item'));
          const kept = items.filter(({ id }) => !removed.has(id));
          const remaining = formats[format]
            .items(write(format, head, items))
            .filter(({ id }) => !removed.has(id));
          const texts = remaining.map(({ text }) => text);
          expect(formats[format].document({ ...head, self: addressOf(format) }, texts)).toBe(
            write(format, head, kept),
          );
        },
      ),
      { numRuns: 100 },
    );
  },
);
