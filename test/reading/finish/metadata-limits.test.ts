import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const many = <T>(make: (at: number) => T): T[] => Array.from({ length: 5000 }, (_, at) => make(at));
/** A character of three bytes in UTF-8. */
const WIDE = '橋';
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
/** A DynamoDB item may have 400 kB. A third of it is left for the other members of the row. */
const MAX_BYTES = 270_000;

const NINJS = JSON.stringify({
  uri: 'urn:x:1',
  headlines: [{ value: WIDE.repeat(300_000) }],
  by: many((at) => `Jane Roe ${WIDE.repeat(3)}${at}`).join(', '),
  subjects: many((at) => ({
    name: `${WIDE.repeat(300)} ${at}`,
    uri: `http://example.com/${'x'.repeat(450)}${at}`,
  })),
  genres: many((at) => ({ name: `${WIDE.repeat(300)} ${at}` })),
  places: many((at) => ({ name: `${WIDE.repeat(300)} ${at}` })),
  copyrightNotice: WIDE.repeat(300_000),
  link: `https://example.com/${'x'.repeat(300_000)}`,
  bodies: [{ contentType: 'text/plain', value: 'A body.' }],
});
const FRAMES = `<p>A story.</p>${many((at) => `<iframe src="https://frames.example/${'x'.repeat(90)}${at}"></iframe>`).join('')}`;
const NOTICES = `---\n${'x: y\n'.repeat(40_000)}---\n# A title\n\nA body.`;

describe('the metadata of an article', () => {
  const ninjs = readOne(NINJS, 'application/json');
  const frames = readOne(FRAMES, 'text/html');
  const notices = readOne(NOTICES, 'text/markdown');

  test('is cut to its limits, with a note', () => {
    const { subjects, genres, places, headline, bylines } = ninjs.content;
    expect([subjects, genres, places].map(({ length }) => length)).toEqual([100, 100, 100]);
    expect(bylines.length).toBeLessThanOrEqual(100);
    expect(headline).toBe(WIDE.repeat(2000));
    expect(ninjs.content).not.toHaveProperty('link');
    expect(ninjs.notes.join('\n')).toMatch(/5000 subjects; the first 100 were kept/);
    expect(frames.notes).toHaveLength(101);
    expect(frames.notes.at(-1)).toMatch(/^and \d+ more notes$/);
    expect(notices.notes.join('\n')).toMatch(/passages were cut out; not all of them are listed/);
  });

  test('fits into a row of the table', () => {
    for (const { content, notes, removed } of [ninjs, frames, notices]) {
      const { headline, subjects, genres, places, bylines } = content;
      expect(bytes([headline.slice(0, 200), subjects, genres, places])).toBeLessThan(MAX_BYTES);
      expect(bytes([headline, bylines, notes, removed])).toBeLessThan(MAX_BYTES);
    }
  });

  test('stays as it is within the limits', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      link: 'https://example.com/a',
      subjects: [{ name: 'traffic', uri: 'http://example.com/traffic' }],
      copyrightNotice: '© The Example',
    };
    const { content, notes } = readOne(JSON.stringify(item), 'application/json');
    expect(content).toMatchObject({
      headline: 'The bridge',
      link: 'https://example.com/a',
      copyrightnotice: '© The Example',
      subjects: [{ name: 'traffic', uri: 'http://example.com/traffic' }],
    });
    expect(notes.join()).not.toMatch(/kept|left out|more/);
  });

  test.each([
    'https://',
    'http://[bad',
    'https://a b.example/',
    'mailto:desk@example.com',
    '/2026/04/bridge',
  ])('has no link that is no web address: %s', (link) => {
    const item = { uri: 'urn:x:1', headlines: [{ value: 'The bridge' }], link };
    expect(readOne(JSON.stringify(item), 'application/json').content).not.toHaveProperty('link');
  });
});
