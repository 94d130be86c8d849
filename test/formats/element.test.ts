import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legalText } from '../../shared/domain/text.ts';
import { escapeXml, writeElements } from '../../shared/formats/element.ts';
import { readXml } from './reading.ts';

test('special characters are written as hexadecimal references (RSS Best Practices Profile, "Character Data")', () => {
  expect(escapeXml('a & b < c > d "e"')).toBe('a &#x26; b &#x3C; c &#x3E; d &#x22;e&#x22;');
});

test('white space in an attribute is kept by an XML parser (XML 1.0 section 3.3.3)', () => {
  expect(readXml(`<x a="${escapeXml('\t\n\r ')}"/>`).attributes['a']).toBe('\t\n\r ');
});

test('any text and any attribute value is parsed back, without the characters that XML does not allow', () => {
  const unit = fc.oneof(
    fc.constantFrom(']]>', '&', '<', '"', '\r', '\n', '\uD800', '\uFFFF'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const [node] = readXml(
        `<x>${writeElements([{ name: 'y', attributes: { z: text }, content: text }], ' ')}</x>`,
      ).children;
      expect(node).toMatchObject({ attributes: { z: legalText(text) }, text: legalText(text) });
    }),
    { numRuns: 500 },
  );
});

test('undefined attributes and empty contents are not written', () => {
  const written = writeElements([{ name: 'a', attributes: { b: undefined, c: 0 }, content: [] }], '  ');
  expect(written).toBe('\n  <a c="0"/>');
});
