import { describe, expect, test } from 'vitest';
import type { Association } from '../../../shared/domain/article.ts';
import { DEFAULTS, readOne } from '../drafted.ts';

const PROSE = '<p>The bridge stays closed until May, the council said on Monday.</p>';
const BASE = 'https://example.com/news/';
const readBody = (html: string): { associations: Association[]; notes: string[]; body: string } => {
  const { content, notes } = readOne(`<h1>The bridge</h1>${PROSE}${html}`, 'text/html', {
    ...DEFAULTS,
    base: BASE,
  });
  const left = notes.filter((note) => !note.startsWith('summary:'));
  return { associations: content.associations, notes: left, body: content.body };
};

describe('sound and video of a body are listed as associations', () => {
  test.each<[string, string, Association[]]>([
    [
      'the first source that has a web address',
      '<video controls><source src="blob:x"><source src="a.webm" type=\'video/webm; codecs="vp9"\'><source src="a.ogv"><p>Your browser cannot.</p></video>',
      [{ href: `${BASE}a.webm`, contenttype: 'video/webm' }],
    ],
    [
      'the MP4 file, wherever it is in the list',
      '<video><source src="a.webm" type="video/webm"><source src="a.mp4" type=\'video/mp4; codecs="avc1"\'></video>',
      [{ href: `${BASE}a.mp4`, contenttype: 'video/mp4' }],
    ],
    [
      'the MP4 file in a source, although the element has an address too',
      '<video src="a.webm"><source src="a.mp4"></video>',
      [{ href: `${BASE}a.mp4`, contenttype: 'video/mp4' }],
    ],
    [
      'the MP3 file of a sound',
      '<audio><source src="a.ogg"><source src="a.m4a"><source src="a.mp3"></audio>',
      [{ href: `${BASE}a.mp3`, contenttype: 'audio/mpeg' }],
    ],
    [
      'the media type from the file name, and the title as caption',
      '<p><audio src="/a.mp3" title=" The mayor\n speaks "></audio></p>',
      [{ href: 'https://example.com/a.mp3', contenttype: 'audio/mpeg', caption: 'The mayor speaks' }],
    ],
    [
      'an unknown media type, and a caption',
      '<figure><video src="/watch?v=1"></video><figcaption>At dawn. Video: Jane Roe</figcaption></figure>',
      [
        {
          href: 'https://example.com/watch?v=1',
          contenttype: 'video/*',
          caption: 'At dawn. Video: Jane Roe',
        },
      ],
    ],
    [
      'a poster',
      '<video poster="p.jpg" src="a.mp4"></video>',
      [{ href: `${BASE}p.jpg` }, { href: `${BASE}a.mp4`, contenttype: 'video/mp4' }],
    ],
    [
      'a media type that is not audio or video is ignored',
      '<audio src="a.mp3" type="text/html"></audio>',
      [{ href: `${BASE}a.mp3`, contenttype: 'audio/mpeg' }],
    ],
  ])('%s', (_, html, associations) => {
    const { body, ...listed } = readBody(html);
    expect(listed).toEqual({ associations, notes: [] });
    expect(body).not.toMatch(/browser|<(?:video|audio|source)/);
  });

  test('a recording is listed although the picture of the heading is not', () => {
    const html = `<h1><img src="logo.png">The bridge</h1>${PROSE}<audio src="a.mp3"></audio>`;
    const { content } = readOne(html, 'text/html', { ...DEFAULTS, base: BASE });
    expect(content.associations).toEqual([{ href: `${BASE}a.mp3`, contenttype: 'audio/mpeg' }]);
  });

  test('recordings of a whole page are listed', () => {
    const page = `<!doctype html><html lang="en"><head><title>The bridge</title><link rel="canonical" href="${BASE}1"></head><body><article>
      <h1>The bridge</h1>${PROSE.repeat(8)}<p><audio src="a.mp3"></audio></p><div class="player"><audio src="b.mp3"></audio></div><p><video src="blob:x"></video></p><figure><video><source src="a.mp4"></video><figcaption>At dawn</figcaption></figure>${PROSE.repeat(8)}</article></body></html>`;
    const { content, notes } = readOne(page, 'text/html');
    expect(notes).toContain('a video without a web address was left out: blob:x');
    expect(content.associations).toEqual([
      { href: `${BASE}a.mp3`, contenttype: 'audio/mpeg' },
      { href: `${BASE}b.mp3`, contenttype: 'audio/mpeg' },
      { href: `${BASE}a.mp4`, contenttype: 'video/mp4', caption: 'At dawn' },
    ]);
  });
});

test.each([
  [
    '<video src="blob:https://example.com/1"></video>',
    'a video without a web address was left out: blob:https://example.com/1',
  ],
  ['<audio></audio>', 'an audio recording without a web address was left out'],
  ['<object data="a.swf"><p>A map.</p></object>', 'an embed was left out: a.swf'],
  ['<object data="a.swf"><embed src="a.swf"></object>', 'an embed was left out: a.swf'],
  ['<embed src="https://example.com/map.svg">', 'an embed was left out: https://example.com/map.svg'],
])('%s is left out, with a note', (html, note) => {
  const { notes, associations, body } = readBody(html);
  expect({ notes, associations }).toEqual({ notes: [note], associations: [] });
  expect(body.includes('A map.')).toBe(html.includes('A map.'));
});
