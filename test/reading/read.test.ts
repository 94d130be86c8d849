import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { INPUT_FORMATS } from '../../shared/domain/media-type.ts';
import { sanitise } from '../../shared/reading/markup/sanitise.ts';
import { outcomes, read, readOne } from './drafted.ts';

const RSS = '<rss version="2.0"><channel><item><title>One</title></item></channel></rss>';
const PAGE =
  '<!DOCTYPE html><html><head><title>One</title></head><body><p>Some words of a page.</p></body></html>';
const NINJS = JSON.stringify({ uri: 'x:1', headlines: [{ value: 'One' }] });
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'F',
  items: [{ id: '1', title: 'One' }],
});
/** Under the media type of a feed, a page is read only if it clearly has an article. */
const ARTICLE_PAGE = `<!doctype html><title>One</title><article><h1>One</h1>${'<p>It stays closed, the council said on Monday.</p>'.repeat(12)}</article>`;
const NITF = '<nitf><body><body.head><hedline><hl1>One</hl1></hedline></body.head></body></nitf>';
const NEWSML = '<newsItem guid="x:1"><contentMeta><headline>One</headline></contentMeta></newsItem>';

describe('a document that contradicts its media type is read by its contents, with a note', () => {
  test.each([
    ['text/html', RSS, 'an RSS or Atom feed'],
    ['text/plain', RSS, 'an RSS or Atom feed'],
    ['text/plain', NINJS, 'JSON'],
    ['text/plain', `${NINJS}\n${NINJS}`, 'JSON lines'],
    ['text/plain', PAGE, 'an HTML page'],
    ['application/rss+xml', ARTICLE_PAGE, 'an HTML page'],
    ['application/xml', ARTICLE_PAGE, 'an HTML page'],
    ['application/atom+xml', JSON_FEED, 'JSON'],
    ['application/json', RSS, 'an RSS or Atom feed'],
    ['application/rss+xml', NEWSML, 'NewsML-G2'],
    ['application/rss+xml', NITF, 'NITF'],
    ['text/markdown', RSS, 'an RSS or Atom feed'],
  ])('%s', (mediaType, text, form) => {
    const drafted = read(text, mediaType);
    expect(outcomes(drafted)[0]).toBe('One');
    expect(drafted[0]?.ok && drafted[0].draft.notes).toContainEqual(
      `sent as ${mediaType}, read as ${form} because of its contents`,
    );
  });

  test.each([
    ['application/xml', RSS],
    ['text/xml', NEWSML],
    ['application/xml', NITF],
    ['application/json', JSON_FEED],
    ['application/json', NINJS],
    ['text/html', PAGE],
    ['application/x-ndjson', `${NINJS}\n${NINJS}`],
  ])('a document that agrees with its media type has no such note: %s', (mediaType, text) => {
    for (const item of read(text, mediaType)) {
      expect(item.ok && item.draft.notes.filter((note) => note.startsWith('sent as'))).toEqual([]);
    }
  });

  test('plain text that only begins like JSON is read as plain text', () => {
    expect(
      readOne('[Update] The bridge\n\nThe bridge stays closed, the council said.', 'text/plain').content
        .headline,
    ).toBe('[Update] The bridge');
    expect(
      readOne('{not json}\n\nThe bridge stays closed, the council said.', 'text/plain').content.headline,
    ).toBe('{not json}');
    expect(readOne('[1, 2, 3]', 'text/plain').content.headline).toBe('[1, 2, 3]');
  });
});

describe('gzip', () => {
  test('is recognised by its bytes, under any media type', () => {
    for (const mediaType of ['application/rss+xml', 'application/gzip', 'text/plain']) {
      const draft = readOne(gzipSync(RSS), mediaType);
      expect(draft.content.headline).toBe('One');
      expect(draft.notes).toContain('the submission was compressed with gzip');
    }
  });

  test.each([
    ['50 MiB in 51 kB', gzipSync(Buffer.alloc(50 * 1024 * 1024)), 'SIZE_INFLATED'],
    ['one byte more than the limit', gzipSync(Buffer.alloc(4 * 1024 * 1024 + 1, ' ')), 'SIZE_INFLATED'],
    ['exactly the limit', gzipSync(Buffer.alloc(4 * 1024 * 1024, ' ')), 'ENCODING_EMPTY'],
    ['gzip within gzip', gzipSync(gzipSync(RSS)), 'ENCODING_COMPRESSED'],
    ['truncated gzip', gzipSync(RSS).subarray(0, 40), 'ENCODING_COMPRESSED'],
    [
      'damaged gzip',
      Buffer.concat([gzipSync(RSS).subarray(0, 30), Buffer.alloc(40, 7)]),
      'ENCODING_COMPRESSED',
    ],
  ])('%s', (_, bytes, code) => {
    expect(outcomes(read(bytes, 'application/gzip'))).toEqual([code]);
  });
});

describe('encodings that the document declares', () => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const feed = (declaration: string): string =>
    `${declaration}<rss version="2.0"><channel><item><title>Brücke</title></item></channel></rss>`;

  test('in the XML declaration', () => {
    const bytes = latin(feed('<?xml version="1.0" encoding="iso-8859-1"?>'));
    expect(readOne(bytes, 'application/rss+xml').content.headline).toBe('Brücke');
  });

  test('in a meta element of HTML', () => {
    const bytes = latin(
      '<html><head><meta charset="windows-1252"><title>Brücke</title></head><body><p>Die Brücke bleibt zu.</p></body></html>',
    );
    expect(readOne(bytes, 'text/html').content.body).toContain('Brücke');
  });

  test('the encoding in the media type is used, and a note says that the document declares another one', () => {
    const bytes = Buffer.from(feed('<?xml version="1.0" encoding="iso-8859-1"?>'));
    const draft = readOne(bytes, 'application/rss+xml; charset=utf-8');
    expect(draft.content.headline).toBe('Brücke');
    expect(draft.notes).toContainEqual(expect.stringContaining('the document declares windows-1252'));
  });

  test('UTF-16 and UTF-32 are read with and without a byte order mark', () => {
    const text = feed('<?xml version="1.0"?>');
    const utf32 = Buffer.alloc(text.length * 4);
    [...text].forEach((character, at) => utf32.writeUInt32LE(character.codePointAt(0) ?? 0, at * 4));
    const encodings = [
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      utf32,
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32]),
    ];
    for (const bytes of encodings) expect(readOne(bytes, 'application/xml').content.headline).toBe('Brücke');
  });
});

describe('JSON', () => {
  test.each([
    ['{', 'JSON_INVALID'],
    ['['.repeat(100_000), 'JSON_TOO_DEEP'],
    [`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 'JSON_TOO_DEEP'],
    ['[]', 'FEED_EMPTY'],
    ['{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[]}', 'FEED_EMPTY'],
    ['{"version":"https://jsonfeed.org/version/1.1","title":"F"}', 'FIELD_TYPE'],
    ['{}', 'FIELD_MISSING'],
    ['7', 'FIELD_TYPE'],
    ['{"headlines":7}', 'FIELD_TYPE'],
    ['{"__proto__":{"headlines":[{"value":"x"}]}}', 'FIELD_MISSING'],
  ])('%s', (text, code) => {
    expect(outcomes(read(text.slice(0, 200_000), 'application/json'))).toEqual([code]);
  });

  test('brackets within strings do not count as levels', () => {
    const text = JSON.stringify({ headlines: [{ value: `"${'['.repeat(500)}\\` }] });
    expect(outcomes(read(text, 'application/json'))).toEqual([`"${'['.repeat(500)}\\`]);
  });

  test('each line, and each member of an array, is read independently', () => {
    const lines = [
      NINJS,
      '{',
      JSON_FEED,
      '',
      '{"id":"2","content_text":"Words of a text.","title":"Two"}',
      '7',
    ];
    expect(outcomes(read(lines.join('\r\n'), 'application/x-ndjson'))).toEqual([
      'One',
      'JSON_INVALID',
      'One',
      'Two',
      'FIELD_TYPE',
    ]);
    const array = `[${NINJS},7,{"id":"2","content_text":"Words of a text.","title":"Two"}]`;
    expect(outcomes(read(array, 'application/json'))).toEqual(['One', 'FIELD_TYPE', 'Two']);
  });
});

describe('plain text that is an HTML fragment', () => {
  test.each([
    '<p>The bridge stays closed, the council said.</p>',
    '\n<H1 class="x">The bridge</H1>\n<p>It stays closed, the council said.</p>\n',
    '<div>The bridge stays closed.<br></div><hr>',
    '<article><h2>The bridge</h2><p>It stays closed.</p></article>',
  ])('%j is read as HTML, with a note', (text) => {
    const { content, notes } = readOne(text, 'text/plain; charset=utf-8');
    expect(notes).toContain('sent as text/plain, read as HTML because of its contents');
    expect(content.headline + content.body).not.toMatch(/&lt;|<h1|<div/);
  });
  test.each([
    '<p> opens a paragraph, the council said.',
    '<h1> and </h1> stand around a headline, the council said.',
    'The tag <p>bridge</p> stands in this text.',
    '<so> they said </so>',
  ])('%j is read as plain text', (text) => {
    const { content, notes } = readOne(text, 'text/plain; charset=utf-8');
    expect(notes.join()).not.toContain('sent as');
    expect(content.headline + content.body).toMatch(/<(?:p|h1|so)>|&lt;/);
  });
});

test('headings, lists and tables of Markdown are read, and scripts are left out', () => {
  const draft = readOne(
    '# The bridge\n\nIt stays *closed*, the council said on Monday.\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>\n\n[x](javascript:alert(1))\n',
    'text/markdown',
  );
  expect(draft.content.headline).toBe('The bridge');
  expect(draft.content.body).toContain('<em>closed</em>');
  expect(draft.content.body).toContain('<li>one</li>');
  expect(draft.content.body).toContain('<td>1</td>');
  expect(draft.content.body).not.toContain('script&');
  expect(draft.content.body).not.toContain('<script');
  expect(draft.content.body).not.toContain('href');
});

test('the same text gives the same stored body, sent as plain text or as HTML', () => {
  const text = 'The bridge\n\nIt is "closed" & stays <so>, the council said.';
  const { body } = readOne(text, 'text/plain').content;
  expect(sanitise(body)).toEqual({ ok: true, html: body });
  expect(readOne(`<h1>The bridge</h1>${body}`, 'text/html').content.body).toBe(body);
});

test('bidirectional overrides are removed, and decomposed letters are composed', () => {
  const { headline, body } = readOne(
    '<h1>A\u202Ebc</h1><p>Cafe\u0301 \u202Ddef, the council said.</p>',
    'text/html',
  ).content;
  expect([headline, body]).toEqual(['Abc', '<p>Caf\u00E9 def, the council said.</p>']);
});

test('every media type of INPUT_FORMATS is read, and any other media type is rejected', () => {
  for (const mediaType of Object.keys(INPUT_FORMATS)) {
    const drafted = read('The bridge stays closed, the council said on Monday.', mediaType);
    expect(drafted.length, mediaType).toBeGreaterThan(0);
    expect(outcomes(drafted)).not.toContain('MEDIA_TYPE');
  }
  expect(outcomes(read('x', 'image/png'))).toEqual(['MEDIA_TYPE']);
});
