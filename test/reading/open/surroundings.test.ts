import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const RSS = 'application/rss+xml';
const ITEM = '<item><title>Ferry sails</title><description>The ferry sailed at noon.</description></item>';
const rss = (item = ITEM): string => `<rss version="2.0"><channel><title>Pier</title>${item}</channel></rss>`;
const XML = `<?xml version="1.0" encoding="UTF-8"?>\n${rss()}`;
const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Pier',
  items: [{ id: '1', title: 'Ferry sails', content_text: 'The ferry sailed at noon.' }],
});

describe('what a server writes around a document is left out, and a note quotes it', () => {
  test.each([
    [
      'a message of PHP in HTML',
      `<br />\n<b>Warning</b>:  foo() failed in <b>/w/f.php</b> on line <b>7</b><br />\n${XML}`,
      'foo() failed',
    ],
    ['a message of PHP as text', `PHP Deprecated:  old() in C:\\w\\f.php on line 7\n${XML}`, 'old()'],
    [
      'two messages',
      `Notice: one in /w/f.php on line 7\nNotice: two in /w/f.php on line 8\n${XML}`,
      'Notice: two',
    ],
    [
      'a message before a feed without a declaration',
      `Warning: x in /w/f.php on line 7\n${rss()}`,
      'Warning: x',
    ],
    ['a comment before the declaration', `<!-- served by two -->\n${XML}`, 'served by two'],
    ['the length of the response', `1c4\r\n${XML}\r\n0\r\n`, '1c4'],
    [
      'a table of a debugger',
      `<font size='1'><table class='e'><tr><td>Notice</td></tr></table></font>${XML}`,
      'Notice',
    ],
    ['a script after the end', `${XML}\n<script>count(1)</script>`, 'count(1)'],
    ['text after the end', `${XML}\nThe page took 3 ms.`, 'took 3 ms'],
    ['a second declaration', `<?xml version="1.0"?>\n${XML}`, 'second XML declaration'],
  ])('%s', (_, text, quoted) => {
    for (const mediaType of [RSS, 'application/xml']) {
      const draft = readOne(text, mediaType);
      expect(draft.content.headline).toBe('Ferry sails');
      expect(draft.notes.join('\n')).toContain(quoted);
    }
  });
  test.each([`\n\n${XML}`, `\n\uFEFF${XML}`, `\uFEFF\uFEFF${XML}`, `${XML}\n\n<!-- end -->`])(
    'white space, byte order marks and comments at the end need no note',
    (text) => expect(readOne(text, RSS).notes.join()).not.toContain('left out'),
  );
  test.each([
    [")]}'\n", ''],
    ['for (;;);', ''],
    ['while(1);', ''],
    ['showFeed(', ');'],
    ['/**/pier.show(', ')'],
    ['a7\r\n', '\r\n0'],
    ['<b>Notice</b>: x in <b>/w/f.php</b> on line <b>7</b><br />\n', ''],
    ['', '<!-- 31 queries -->'],
  ])('JSON after %j and before %j', (before, after) => {
    const draft = readOne(before + FEED + after, 'application/feed+json');
    expect(draft.content.headline).toBe('Ferry sails');
    expect(draft.notes.join()).toContain('the document was left out');
  });
});

describe('what may belong to the document stays', () => {
  test('a second document after the first gives one rejection', () => {
    expect(outcomes(read(XML + rss(), RSS))).toEqual(['Ferry sails', 'XML_ILLFORMED']);
  });
  test('another root element before the feed is refused', () => {
    expect(outcomes(read(`<opml><body/></opml>${rss()}`, RSS))).toEqual(['XML_ROOT']);
  });
  test('a page of an error, which is not a feed, is refused', () => {
    expect(outcomes(read('<html><body><h1>502</h1></body></html>', RSS))).toEqual(['XML_ROOT']);
  });
  test('JSON that was cut off is refused', () => {
    expect(outcomes(read(FEED.slice(0, -30), 'application/feed+json'))).toEqual(['JSON_INVALID']);
  });
  test('lines of JSON of which the last was cut off are refused', () => {
    expect(outcomes(read(`${FEED}\n${FEED.slice(0, 40)}`, 'application/json'))).not.toEqual(['Ferry sails']);
  });
  test('a story that begins with the word Notice or Warning', () => {
    const draft = readOne(
      'Notice: the ferry waits\n\nWarning: it waits in St. Mary on line 3 of the pier.',
      'text/plain',
    );
    expect(draft.content.headline).toBe('Notice: the ferry waits');
    expect(draft.content.body).toContain('Warning: it waits');
  });
});

describe('an encoding that is declared behind something else is used', () => {
  const cyrillic = (text: string): Buffer =>
    Buffer.from([...text].map((c) => (c < '\u0080' ? c.charCodeAt(0) : c.charCodeAt(0) - 0x410 + 0xc0)));
  const declared = `<?xml version='1.0' encoding='windows-1251'?>${rss(ITEM.replace('Ferry sails', 'Паром ушёл'.replace('ё', 'е')))}`;
  test.each(['', '\r\n\r\n', '  ', '<!-- c -->\n', 'Warning: x in /w/f.php on line 7\n', '3f0\r\n'])(
    'after %j',
    (before) => {
      for (const mediaType of [RSS, 'text/xml']) {
        expect(readOne(cyrillic(before + declared), mediaType).content.headline).toBe('Паром ушел');
      }
    },
  );
});
