import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const rss = (title: string, body = 'It is there, they said.'): string =>
  `<rss version="2.0"><channel><title>Pier</title><item><title>${title}</title><description>${body}</description></item></channel></rss>`;
const feed = (title: string): string =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"Pier","items":[{"id":"1","title":"${title}","content_text":"It is there."}]}`;

describe('C1 controls are read as the characters of windows-1252 (HTML Standard)', () => {
  const WANTED = 'They don’t want “it” – for €5…';
  test.each([
    ['characters in XML', rss('They don\u0092t want \u0093it\u0094 \u0096 for \u00805\u0085'), 'text/xml'],
    ['references in XML', rss('They don&#146;t want &#x93;it&#x94; &#150; for &#128;5&#133;'), 'text/xml'],
    [
      'references in markup in XML',
      rss('They don&amp;#146;t want &amp;#x93;it&amp;#148; &amp;#150; for &amp;#128;5&amp;#x85;'),
      'text/xml',
    ],
    [
      'references in CDATA',
      rss('<![CDATA[They don&#146;t want &#147;it&#148; &#150; for &#128;5&#133;]]>'),
      'text/xml',
    ],
    [
      'escapes in JSON',
      feed('They don\\u0092t want \\u0093it\\u0094 \\u0096 for \\u00805\\u0085'),
      'application/json',
    ],
    [
      'HTML',
      '<h1>They don\u0092t want &#147;it\u0094 &#150; for \u00805&#133;</h1><p>It is.</p>',
      'text/html',
    ],
    [
      'plain text',
      'They don\u0092t want \u0093it\u0094 \u0096 for \u00805\u0085\n\nIt is there.',
      'text/plain',
    ],
    [
      'Markdown',
      '# They don\u0092t want \u0093it\u0094 \u0096 for \u00805\u0085\n\nIt is there.',
      'text/markdown',
    ],
  ])('%s', (_, text, mediaType) => {
    const draft = readOne(text, mediaType);
    expect(draft.content.headline).toBe(WANTED);
    expect(draft.notes.join()).toContain('characters of windows-1252: 6');
  });
  test('the five that windows-1252 does not define are removed, with a note', () => {
    const draft = readOne(rss('One\u0081 two&#141;'), 'text/xml');
    expect(draft.content.headline).toBe('One two');
    expect(draft.notes).toContain('control characters were removed: 2');
  });
  test('U+0085 stays a line end in plain text that has no other line ends', () => {
    expect(
      readOne('The ferry sails\u0085\u0085It sailed at noon, they said.', 'text/plain').content,
    ).toMatchObject({
      headline: 'The ferry sails',
      body: '<p>It sailed at noon, they said.</p>',
    });
  });
  test('an escaped backslash in JSON does not begin an escape', () => {
    expect(readOne(feed('C:\\\\u0092 and \\\\\\u0092'), 'application/json').content.headline).toBe(
      'C:\\u0092 and \\’',
    );
  });
});

describe('a character that was written as two references', () => {
  test.each([
    ['decimal', rss('The cup &#55356;&#57286; is ours')],
    ['hexadecimal', rss('The cup &#xD83C;&#xdfc6; is ours')],
    ['mixed, escaped twice', rss('The cup &amp;#xD83C;&amp;#57286; is ours')],
    ['in CDATA', rss('<![CDATA[The cup &#55356;&#57286; is ours]]>')],
  ])('%s', (_, text) => {
    const draft = readOne(text, 'text/xml');
    expect(draft.content.headline).toBe('The cup 🏆 is ours');
    expect(draft.notes.join()).toContain('were put together: 1');
  });
  test('two in a row, and half of one', () => {
    const draft = readOne(
      rss('A &#55356;&#57286;&#55357;&#56832; b&#55356; c', '&lt;p&gt;Half &amp;#xDFC6;of it.&lt;/p&gt;'),
      'text/xml',
    );
    expect(draft.content).toMatchObject({ headline: 'A 🏆😀 b c', body: '<p>Half of it.</p>' });
    expect(draft.notes).toContain('halves of characters were removed: 2');
  });
  test('in HTML and in JSON', () => {
    expect(readOne('<h1>Cup &#55356;&#57286;</h1><p>x</p>', 'text/html').content.headline).toBe('Cup 🏆');
    expect(readOne(feed('Cup \\ud83c\\udfc6 \\ud83c'), 'application/json')).toMatchObject({
      content: { headline: 'Cup 🏆' },
      notes: expect.arrayContaining(['halves of characters were removed: 1']) as unknown,
    });
  });
  test('references to Korean letters with similar numbers stay', () => {
    expect(readOne(rss('&#55197;&#57345;'), 'text/xml').content.headline).toBe('힝\uE001');
  });
  test('plain text keeps what it says about references', () => {
    const text = 'Write &#55356;&#57286; for a cup\n\nIt is &#146; for an apostrophe.';
    expect(readOne(text, 'text/plain').content.headline).toBe('Write &#55356;&#57286; for a cup');
  });
});
