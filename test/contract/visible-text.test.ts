import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleInJson, visibleJson, visibleLine } from '../../shared/contract/visible-text.ts';
import { SEED } from '../support/seed.ts';

/** Characters that a terminal obeys, that begin a line, or that turn text around. */
const HOSTILE = [
  '\u0000\u0007\b\t\n\u000b\f\r\u001b\u001f\u007f\u0080\u0085\u0090\u009b\u009c\u009f',
  '\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f\ufff9',
].join('');
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...HOSTILE, '\ud800', '\udc00', 'a', '"', '\\', '\u{1f600}', '\u3042') }),
);
const isUnsafe = (character: string): boolean => HOSTILE.includes(character) || !character.isWellFormed();

describe('a visible line', () => {
  test('has no character that a terminal obeys, whatever the text is', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect([...visibleLine(given)].filter(isUnsafe)).toEqual([]);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  test('keeps all other text, in every script, and shows what it replaced', () => {
    const plain =
      'Zo\u00eb \u2013 \u300c\u5c71\u7530\u300d \u05e9\u05dc\u05d5\u05dd \u{1f469}\u200d\u{1f680} \\u{1b}';
    expect(visibleLine(plain)).toBe(plain);
    expect(visibleLine('\u001b[2J\u009b2J\nby chief\u202e')).toBe(
      String.raw`\u{1b}[2J\u{9b}2J\u{a}by chief\u{202e}`,
    );
  });
});

describe('visible JSON', () => {
  test('reads back to the value, and has no unsafe character beside the ends of its lines', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = visibleJson(value);
        expect([...json.replaceAll('\n', '')].filter(isUnsafe)).toEqual([]);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

test('a text in a log entry is one line without unsafe characters', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect([...JSON.stringify(visibleInJson(given))].filter(isUnsafe)).toEqual([]);
    }),
    { seed: SEED, numRuns: 1000 },
  );
});
