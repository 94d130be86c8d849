import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const NINJS = { uri: 'urn:x:1', headline: 'The bridge', body_html: '<p>It stays closed.</p>' };
const one = (value: unknown): ReturnType<typeof readOne> =>
  readOne(JSON.stringify(value), 'application/json');
const leftOut = (name: string): unknown =>
  expect.stringMatching(new RegExp(`^${name}: of another type; left out: .`));

describe('ninjs from strangers', () => {
  test('members that are null are absent, at every level', () => {
    const draft = one({
      ...NINJS,
      pubstatus: null,
      embargoed: null,
      expires: null,
      language: null,
      byline: null,
      body_text: null,
      subject: [null, { name: 'traffic', uri: null }],
      associations: { featuremedia: null, second: { type: 'picture', renditions: { main: null } } },
      renditions: null,
    });
    expect(draft).toMatchObject({
      pubstatus: 'usable',
      content: { headline: 'The bridge', subjects: [{ name: 'traffic' }], associations: [] },
    });
    expect(draft.notes.filter((note) => note.includes('type'))).toEqual([]);
  });

  test.each([
    [{ language: 7 }, 'language'],
    [{ byline: true }, 'by'],
    [{ copyrightnotice: ['a'] }, 'copyrightnotice'],
    [{ link: {} }, 'link'],
    [{ genre: [{ name: 5 }] }, 'genres'],
    [{ renditions: [{ href: 4 }] }, 'renditions'],
    [{ descriptions: 5 }, 'descriptions'],
    [{ firstcreated: 5 }, 'firstcreated'],
  ])('an optional member of another type is left out with a note: %j', (members, name) => {
    const draft = one({ ...NINJS, ...members });
    expect(draft.notes).toContainEqual(leftOut(name));
    expect(draft.content).toMatchObject({ headline: 'The bridge', body: '<p>It stays closed.</p>' });
  });

  test.each([{ byline: ['Jane Roe'] }, { byline: { name: 'Jane Roe' } }, { by: [{ name: 'Jane Roe' }] }])(
    'a byline is a text, a name or a list: %j',
    (members) => {
      expect(one({ ...NINJS, ...members }).content.bylines).toEqual([{ name: 'Jane Roe' }]);
    },
  );

  test('one wrong member of a list leaves the others', () => {
    const draft = one({
      ...NINJS,
      subject: [{ name: 5 }, { name: 'traffic' }, 'bridges'],
      place: 'Havenmouth',
    });
    expect(draft.content).toMatchObject({
      subjects: [{ name: 'traffic' }, { name: 'bridges' }],
      places: ['Havenmouth'],
    });
    expect(draft.notes).toContainEqual(leftOut('subjects'));
  });

  test('numbers as texts, and an id as a number, are read', () => {
    const draft = one({
      ...NINJS,
      uri: 7,
      version: 3,
      urgency: '4',
      associations: [
        { type: 'picture', renditions: [{ href: 'https://example.com/a.jpg', width: '800', height: 'x' }] },
      ],
    });
    expect(draft).toMatchObject({
      declaredId: '7',
      declaredVersion: '3',
      content: { urgency: 4, associations: [{ href: 'https://example.com/a.jpg', width: 800 }] },
    });
  });

  test.each([{ headlines: 7 }, { headline: {} }, { body_html: 7 }, { bodies: [{ value: [] }] }, { uri: {} }])(
    'the text and the id must have the right type: %j',
    (members) => {
      expect(outcomes(read(JSON.stringify({ ...NINJS, ...members }), 'application/json'))).toEqual([
        'FIELD_TYPE',
      ]);
    },
  );

  test.each([{ pubstatus: 7 }, { embargoed: { until: 'x' } }, { expires: [7] }])(
    'a sign about publication of another type is never left out: %j',
    (members) => {
      const [drafted] = read(JSON.stringify({ ...NINJS, ...members }), 'application/json');
      expect(drafted?.ok && drafted.draft.pubstatus === 'usable').toBe(false);
    },
  );
});

describe('JSON Feed from strangers', () => {
  const feed = (...items: unknown[]): object => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'F',
    items,
  });
  const ITEM = { id: '1', title: 'The bridge', content_text: 'It stays closed.' };

  test.each([
    [{ tags: 'traffic, bridges' }],
    [{ tags: ['traffic', 'bridges'] }],
    [{ tags: '交通、bridges'.replace('交通', 'traffic') }],
  ])('tags are a list or one text: %j', (members) => {
    expect(one(feed({ ...ITEM, ...members })).content.subjects.map(({ name }) => name)).toEqual([
      'traffic',
      'bridges',
    ]);
  });

  test.each([
    [{ authors: ['Jane Roe'] }],
    [{ authors: 'Jane Roe' }],
    [{ authors: { name: 'Jane Roe' } }],
    [{ author: 'Jane Roe' }],
    [{ authors: [{ name: 'Jane Roe' }, 7] }],
  ])('authors are names or objects, in a list or alone: %j', (members) => {
    expect(one(feed({ ...ITEM, ...members })).content.bylines).toEqual([{ name: 'Jane Roe' }]);
  });

  test('the author of the feed may be a name', () => {
    expect(one({ ...feed(ITEM), author: 'Jane Roe' }).content.bylines).toEqual([{ name: 'Jane Roe' }]);
  });

  test.each([
    [{ ...feed(), items: ITEM }],
    [{ ...feed(), items: { first: ITEM } }],
    [{ ...feed(ITEM), title: 7, home_page_url: {} }],
    [{ ...feed({ ...ITEM, url: 7, image: [], attachments: [{ url: 5 }], size_in_bytes: '9' }) }],
    [{ ...feed({ ...ITEM, attachments: { url: 'https://example.com/a.mp3', size_in_bytes: '9' } }) }],
  ])(
    'items are a list, one item or a map, and optional members of another type are left out: %j',
    (value) => {
      expect(outcomes(read(JSON.stringify(value), 'application/feed+json'))).toEqual(['The bridge']);
    },
  );

  test('the text must have the right type', () => {
    const drafted = read(JSON.stringify(feed({ id: '1', content_html: 7 }, ITEM)), 'application/feed+json');
    expect(outcomes(drafted)).toEqual(['FIELD_TYPE', 'The bridge']);
  });
});
