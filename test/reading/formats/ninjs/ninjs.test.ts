import { describe, expect, test } from 'vitest';
import type { ArticleContent } from '../../../../shared/domain/article.ts';
import { readOne } from '../../drafted.ts';

const contentOf = (item: object): ArticleContent => readOne(JSON.stringify(item), 'application/json').content;

const RENDITIONS = [
  { name: 'small', href: 'https://example.com/s.jpg', contentType: 'image/jpeg', width: 100 },
  { name: 'main', href: 'https://example.com/m.jpg', contentType: 'image/jpeg', width: 800, height: 450 },
  { name: 'later' },
];

describe('ninjs', () => {
  test.each(['edNote', 'ednote'])('%s becomes a note and is not published', (name) => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      bodies: [{ value: 'It stays closed.' }],
    };
    const withMessage = readOne(
      JSON.stringify({ ...item, [name]: 'CORRECTION:\n it stays closed' }),
      'application/json',
    );
    expect(withMessage.notes).toContain('to editors: CORRECTION: it stays closed');
    expect(withMessage.content).toEqual(contentOf(item));
  });

  test('recordings and PDF files are associations', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      bodies: [{ contentType: 'text/plain', value: 'It stays closed.' }],
      associations: [
        {
          type: 'audio',
          headlines: [{ role: 'main', value: 'The mayor speaks' }],
          renditions: [{ href: 'https://example.com/a.mp3', contentType: 'audio/mpeg', sizeInBytes: 900 }],
        },
        { type: 'video', renditions: [{ href: 'https://example.com/watch' }] },
        { type: 'text', renditions: [{ href: 'https://example.com/p.pdf', contentType: 'application/pdf' }] },
        { type: 'text', renditions: [{ href: 'https://example.com/t.html', contentType: 'text/html' }] },
      ],
    };
    expect(contentOf(item).associations).toEqual([
      {
        href: 'https://example.com/a.mp3',
        contenttype: 'audio/mpeg',
        length: 900,
        caption: 'The mayor speaks',
      },
      { href: 'https://example.com/watch', contenttype: 'video/*' },
      { href: 'https://example.com/p.pdf', contenttype: 'application/pdf' },
    ]);
  });

  test('a single value is read like a list with one member', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: { role: 'main', value: 'The bridge' },
      bodies: { contentType: 'text/plain', value: 'It stays closed.' },
      subjects: { name: 'traffic' },
      places: { name: 'Havenmouth' },
    };
    expect(contentOf(item)).toMatchObject({
      headline: 'The bridge',
      body: '<p>It stays closed.</p>',
      subjects: [{ name: 'traffic' }],
      places: ['Havenmouth'],
    });
  });

  test('people and organisations are subjects, and the copyright holder replaces a missing notice', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      subjects: [{ name: 'traffic', uri: 'http://example.com/subject/traffic' }],
      people: [{ name: 'Jane Roe', rel: 'mentioned' }],
      organisations: [{ name: 'Havenmouth Council' }, { uri: 'http://example.com/nameless' }],
      copyrightHolder: 'The Example Agency',
    };
    expect(contentOf(item)).toMatchObject({
      subjects: [
        { name: 'traffic', uri: 'http://example.com/subject/traffic' },
        { name: 'Jane Roe' },
        { name: 'Havenmouth Council' },
        { name: 'nameless', uri: 'http://example.com/nameless' },
      ],
      copyrightnotice: 'The Example Agency',
    });
    expect(contentOf({ ...item, copyrightNotice: '© The Example' }).copyrightnotice).toBe('© The Example');
  });

  test('a picture item is its own association, and its caption is the text', () => {
    const item = {
      uri: 'urn:x:1',
      type: 'picture',
      by: 'Jane Roe',
      headlines: [{ value: 'The bridge' }],
      descriptions: [{ role: 'text', value: 'The bridge at dawn.' }],
      renditions: RENDITIONS,
    };
    expect(contentOf(item)).toMatchObject({
      body: '<p>The bridge at dawn.</p>',
      associations: [
        {
          href: 'https://example.com/m.jpg',
          contenttype: 'image/jpeg',
          width: 800,
          height: 450,
          alt: 'The bridge',
          caption: 'The bridge at dawn.',
          credit: 'Jane Roe',
        },
      ],
    });
    expect(contentOf(item)).not.toHaveProperty('summary');
  });

  test('a rendition without an address is left out', () => {
    const item = {
      uri: 'urn:x:1',
      headlines: [{ value: 'The bridge' }],
      renditions: [{ name: 'thumbnail' }],
      associations: [{ type: 'graphic', renditions: RENDITIONS }],
    };
    expect(contentOf(item).associations.map(({ href }) => href)).toEqual(['https://example.com/m.jpg']);
  });

  test('ninjs 1 is read', () => {
    const item = {
      uri: 'urn:x:1',
      version: '3',
      headline: 'The bridge',
      byline: 'By Jane Roe and John Doe',
      body_text: 'Not the richest body.',
      body_html: '<p>It stays <b>closed</b>.</p>',
      description_text: 'No crossing until May.',
      subject: [{ name: 'traffic' }],
      place: [{ name: 'Havenmouth' }],
      associations: { featuremedia: { type: 'picture', renditions: { main: RENDITIONS[1] } } },
    };
    expect(contentOf(item)).toMatchObject({
      headline: 'The bridge',
      summary: 'No crossing until May.',
      body: '<p>It stays <b>closed</b>.</p>',
      bylines: [{ name: 'Jane Roe' }, { name: 'John Doe' }],
      subjects: [{ name: 'traffic' }],
      places: ['Havenmouth'],
      associations: [{ href: 'https://example.com/m.jpg', width: 800 }],
    });
  });
});
