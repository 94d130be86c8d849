import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, textEitherWay, textOfHtml } from '../../shared/formats/plain.ts';
import { asHtml } from './reading.ts';

describe('the text of HTML', () => {
  test.each([
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['<p>un<b>believ</b>able</p>', 'unbelievable'],
    ['a<br>b<img src="x" alt="y">c', 'a b c'],
    ['<ul><li>1</li><li>2</li></ul>', '1 2'],
    ['&lt;b&gt; &amp;amp; &copy;', '<b> &amp; ©'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ])('of %s is %s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('is extracted only until it has the wanted length', () => {
    const text = textOfHtml('<div>\n\n    <p>word</p>\n</div>'.repeat(100_000), 50);
    expect(text.length).toBeGreaterThanOrEqual(50);
    expect(text.length).toBeLessThan(60);
  });
});

describe('an excerpt', () => {
  test('is the whole text if it fits', () => {
    expect(excerpt('a'.repeat(300))).toBe('a'.repeat(300));
  });

  test('ends with a whole word', () => {
    expect(excerpt('one two three', 10)).toBe('one two…');
    expect(excerpt('one two three', 8)).toBe('one two…');
    expect(excerpt('unbelievable', 6)).toBe('unbel…');
  });

  test('ends with a whole character in a script without spaces', () => {
    expect(excerpt('圖'.repeat(301))).toBe(`${'圖'.repeat(299)}…`);
    expect(excerpt('𠮷'.repeat(200))).toBe(`${'𠮷'.repeat(149)}…`);
    expect(excerpt(`${'圖'.repeat(297)}👩‍👩‍👧‍👦${'圖'.repeat(20)}`)).toBe(`${'圖'.repeat(297)}…`);
  });

  test('is cut between code points if one cluster is longer than the excerpt', () => {
    const cluster = `👩${'\u200D👩'.repeat(20)}`;
    expect(excerpt(cluster, 29)).toBe(`${cluster.slice(0, 27)}…`);
  });

  test('is never longer than the length asked for, and never ends in half a character', () => {
    const unit = fc.oneof(
      fc.constantFrom(' ', '\u0301', '\u200D', '👩', '圖'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 5, maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, length) => {
          const short = excerpt(text, length);
          expect(short.length).toBeLessThanOrEqual(length);
          expect(short.isWellFormed()).toBe(true);
          expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('text that some feed readers take as plain text and others as HTML', () => {
  test.each([
    'Plain',
    'AT&T',
    '1 < 2 & 3 > 2',
    'Q&A; R&D',
    '"quoted"',
    '圖書館',
    ']]>',
    'a <- b',
    'I <3 you',
  ])('%s is written unchanged, because both kinds of feed readers show it in the same way', (text) => {
    expect(textEitherWay(text)).toBe(text);
  });

  test.each(['<b>', 'a &amp; b', '&lt', '&#65;', '&copy 2026', '</p>', '<!--', '<?php', 'x <i y'])(
    '%s is escaped, so that a feed reader that takes it as HTML shows these characters',
    (text) => {
      expect(textEitherWay(text)).not.toBe(text);
      expect(asHtml(textEitherWay(text))).toBe(text);
    },
  );
});
