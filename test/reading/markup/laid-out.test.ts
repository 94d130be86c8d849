import { describe, expect, test } from 'vitest';
import { DEFAULTS, readOne } from '../drafted.ts';
import { stored } from './stored.ts';

describe('a story that is laid out in one element is split into its paragraphs', () => {
  test.each([
    [
      'indents, and lines that go on without one',
      '<p>    The mill burned on\nMonday, the town said.\n    "It was old," the mayor said.\n    Nobody was hurt.</p>',
      '<p>    The mill burned on\nMonday, the town said.</p>\n<p>"It was old," the mayor said.</p>\n<p>Nobody was hurt.</p>',
    ],
    [
      'a line for each paragraph',
      '<p>Mill in flames\n    The mill burned on Monday, the town said in a statement that it sent to all its citizens.\n    "It was old," the mayor said.\n    Nobody was hurt.</p>',
      '<p>Mill in flames</p>\n<p>The mill burned on Monday, the town said in a statement that it sent to all its citizens.</p>\n<p>"It was old," the mayor said.</p>\n<p>Nobody was hurt.</p>',
    ],
    [
      'ideographic spaces',
      '<p>　　大橋星期一重新開放。\n　　市長說，這是美好的一天。\n　　沒有人受傷。</p>',
      '<p>　　大橋星期一重新開放。</p>\n<p>市長說，這是美好的一天。</p>\n<p>沒有人受傷。</p>',
    ],
    [
      'blank lines',
      '<p>The mill burned.\n\nIt was old.\n\nIt had <b>two</b> wheels.</p>',
      '<p>The mill burned.</p>\n<p>It was old.</p>\n<p>It had <b>two</b> wheels.</p>',
    ],
    [
      'blank lines in text without a tag',
      'The mill burned.\n\nIt was <i>old</i>.',
      '<p>The mill burned.</p>\n<p>It was <i>old</i>.</p>',
    ],
    [
      'preformatted text',
      '<pre>    The mill burned on Monday, the\ntown said. It was old.\n    "It was dry," the mayor said.</pre>',
      '<p>    The mill burned on Monday, the\ntown said. It was old.</p>\n<p>"It was dry," the mayor said.</p>',
    ],
  ])('%s', (_, html, expected) => expect(stored(html)).toBe(expected));

  test('its byline is read', () => {
    const { content } = readOne(
      '<h1>The mill</h1><p>    By Jane Roe\n    NEWTOWN, March 12 - The mill burned on\nMonday, the town said.\n    Nobody was hurt.</p>',
      'text/html',
      DEFAULTS,
    );
    expect(content.bylines).toEqual([{ name: 'Jane Roe' }]);
  });
});

describe('other line ends do not end a paragraph', () => {
  test.each([
    [
      'lines of the source code',
      '<p>\n        The mill burned on Monday, and the whole town\n        came to see it. Then the\n        mayor spoke.\n      </p>',
    ],
    [
      'a first line without an indent',
      '<p>The mill burned on Monday, and the whole town came\n        to see it. Then the\n        mayor spoke to all.</p>',
    ],
    ['one sentence in each line', '<p>The mill burned.\nIt was old.\nNobody was hurt.</p>'],
    ['a blank line in a sentence', '<p>The mill,\n\n  which was old,\n\n  burned.</p>'],
    ['a table in preformatted text', '<pre>Team     Won   Lost\nMill     3     1\nQuay     2     2</pre>'],
    ['code', '<pre>if (x) { y(); }\nz = 1;\nreturn z;</pre>'],
  ])('%s', (_, html) => {
    expect(stored(html)).toBe(html);
  });
});
