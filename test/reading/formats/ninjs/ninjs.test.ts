import { describe, expect, test } from 'vitest';
import type { ArticleContent } from '../../../../shared/domain/article.ts';
import { DEFAULTS, readOne } from '../../drafted.ts';

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

describe('what ninjs says about people, addresses and dates', () => {
  const item = (members: object): object => ({
    uri: 'urn:x:9',
    headlines: [{ value: 'The weir' }],
    bodies: [{ contentType: 'text/html', value: '<p>It holds.<sup><a href="#n1">1</a></sup></p>' }],
    ...members,
  });
  const draftOf = (members: object, timeZone?: string) =>
    readOne(JSON.stringify(item(members)), 'application/json', {
      ...DEFAULTS,
      ...(timeZone !== undefined && { timeZone }),
    });

  test.each([
    ['Ana Ruiz, Weir Gazette', 'Weir Gazette'],
    ['Bo Li | Weir Gazette Online', 'Weir Gazette Online'],
  ])('a part of the byline that names no person is left out with a note: %s', (by, left) => {
    const { content, notes } = draftOf({ by });
    expect(content.bylines).toHaveLength(1);
    expect(notes).toContain(`author: "${left}" names no person and was left out`);
  });

  test('a footnote leads to the address of the article', () => {
    expect(draftOf({ link: 'https://weir.example.org/9' }).content.body).toContain(
      '<a href="https://weir.example.org/9#n1">1</a>',
    );
  });

  test.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00+00:00', '9999-12-31T23:59:59-05:00'])(
    '%s is no date of an article',
    (date) => {
      const draft = draftOf({ firstCreated: date, versionCreated: date });
      expect(draft.content).not.toHaveProperty('firstcreated');
      expect(draft).not.toHaveProperty('versioncreated');
      expect(draft.notes).toContain(`versioncreated: not understood: ${date}`);
    },
  );

  test('an article of an archive keeps its date', () => {
    expect(draftOf({ firstCreated: '1969-07-21T02:56:00Z' }).content.firstcreated).toBe(
      '1969-07-21T02:56:00.000Z',
    );
  });

  test('a date without a zone is read in the time zone of the source', () => {
    const date = { firstCreated: '2026-04-13T09:30:00' };
    expect(draftOf(date, 'Asia/Taipei').content.firstcreated).toBe('2026-04-13T01:30:00.000Z');
    expect(draftOf(date).content).not.toHaveProperty('firstcreated');
  });
});

describe('texts that senders write as HTML in members for plain text', () => {
  const draftOf = (members: object) =>
    readOne(JSON.stringify({ uri: 'urn:x:1', type: 'text', language: 'en', ...members }), 'application/json');

  test('references are read in headline, byline, summary and subjects', () => {
    const { content } = draftOf({
      headline: 'Bread &amp; water &ndash; dear',
      byline: 'By Ren&eacute; Roe',
      description_text: 'It&#8217;s <b>dear</b>.',
      subject: [{ name: 'Food &amp; drink', code: 'x:1' }],
      body_html: '<p>The mill turns.</p>',
    });
    expect(content).toMatchObject({
      headline: 'Bread & water – dear',
      bylines: [{ name: 'René Roe' }],
      summary: 'It’s dear.',
      subjects: [{ name: 'Food & drink' }],
    });
  });

  test('struck text is left out, and a tag that is named is a word', () => {
    expect(draftOf({ headline: 'Mill <del>stops</del> turns', body_text: 'So.' }).content.headline).toBe(
      'Mill turns',
    );
    expect(draftOf({ headline: 'The <video> tag', body_text: 'So.' }).content.headline).toBe(
      'The <video> tag',
    );
  });

  test('a body in markup is read as HTML', () => {
    const draft = draftOf({ headline: 'Mill', body_text: '<p>The mill turns.</p><p>So it is.</p>' });
    expect(draft.content.body).toBe('<p>The mill turns.</p>\n<p>So it is.</p>');
    expect(draft.notes).toContain('a text that was sent as plain text was read as HTML');
  });
});

test.each([
  [
    'NITF',
    '<nitf><body><body.head><hedline><hl1>Mill <del>stops</del> turns</hl1></hedline></body.head><body.content><p>It <del>stops</del> turns.</p><p style="display:none">Ask him.</p></body.content></body></nitf>',
    'application/nitf+xml',
  ],
  [
    'G2',
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:h="http://www.w3.org/1999/xhtml" guid="urn:x:2" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Mill <h:del>stops</h:del> turns</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It <del>stops</del> turns.</p><p style="display:none">Ask him.</p></body></html></inlineXML></contentSet></newsItem>',
    'application/xml',
  ],
])('%s: struck text is not in the headline, and hidden text is on record', (_, xml, mediaType) => {
  const draft = readOne(xml, mediaType);
  expect(draft.content.headline).toBe('Mill turns');
  expect(draft.content.body).toBe('<p>It <del>stops</del> turns.</p>');
  expect(draft.removed).toEqual(['Ask him.']);
});
