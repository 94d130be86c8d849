import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const one = (value: unknown): ReturnType<typeof readOne> =>
  readOne(JSON.stringify(value), 'application/json');
const all = (value: unknown): ReturnType<typeof read> => read(JSON.stringify(value), 'application/json');

describe('a WordPress post', () => {
  const POST = {
    id: 7,
    date: '2026-03-12T09:00:00',
    date_gmt: '2026-03-12T08:00:00',
    guid: { rendered: 'https://example.com/?p=7' },
    link: 'https://example.com/bridge',
    status: 'publish',
    type: 'post',
    comment_status: 'closed',
    title: { rendered: 'The bridge &#8211; closed' },
    content: { rendered: '<p>It stays closed.</p>', protected: false },
    excerpt: { rendered: '<p>Until May.</p>' },
    author: 3,
    _embedded: {
      author: [{ name: 'Jane Roe' }],
      'wp:term': [[{ name: 'Traffic' }], [{ name: 'bridge' }]],
      'wp:featuredmedia': [{ source_url: 'https://example.com/b.jpg', alt_text: 'The bridge' }],
    },
  };

  test('is read with its guid as id, as in the RSS feed of the site', () => {
    expect(one(POST)).toMatchObject({
      declaredId: 'https://example.com/?p=7',
      pubstatus: 'usable',
      content: {
        headline: 'The bridge – closed',
        body: '<p>It stays closed.</p>',
        summary: 'Until May.',
        bylines: [{ name: 'Jane Roe' }],
        subjects: [{ name: 'Traffic' }, { name: 'bridge' }],
        firstcreated: '2026-03-12T08:00:00.000Z',
        associations: [{ href: 'https://example.com/b.jpg', alt: 'The bridge' }],
      },
    });
  });

  test.each([
    [{ status: 'draft' }, 'withheld'],
    [{ status: 'pending' }, 'withheld'],
    [{ status: 'private' }, 'withheld'],
    [{ status: 'trash' }, 'withheld'],
    [{ status: 'house-state' }, 'withheld'],
    [{ content: { rendered: '<p>x</p>', protected: true } }, 'withheld'],
    [{ password: 'secret' }, 'withheld'],
    [{ type: 'page' }, 'usable'],
  ])('with %j is %s', (members, pubstatus) => {
    expect(one({ ...POST, ...members }).pubstatus).toBe(pubstatus);
  });

  test('is embargoed if it is scheduled, and refused if it is a file or a menu item', () => {
    const scheduled = one({ ...POST, status: 'future', date_gmt: '2026-12-24T06:00:00' });
    expect(scheduled.content.embargoed).toBe('2026-12-24T06:00:00.000Z');
    for (const type of ['attachment', 'nav_menu_item', 'revision', 'wp_block'])
      expect(outcomes(all({ ...POST, type }))).toEqual(['MEDIA_TYPE']);
  });
});

describe('a Ghost post', () => {
  const POST = {
    id: 'g7',
    uuid: 'u7',
    slug: 'bridge',
    title: 'The bridge',
    html: '<p>It stays closed.</p>',
    status: 'published',
    visibility: 'public',
    published_at: '2026-03-12T08:00:00.000Z',
    url: 'https://example.com/bridge/',
    authors: [{ name: 'Jane Roe' }],
    tags: [{ name: 'Traffic' }, { name: '#internal' }],
  };

  test.each([
    ['the API', { posts: [POST] }],
    ['a webhook', { post: { current: POST, previous: {} } }],
    ['a file', POST],
  ])('is read from %s', (_, value) => {
    expect(one(value)).toMatchObject({
      declaredId: 'g7',
      pubstatus: 'usable',
      content: {
        headline: 'The bridge',
        body: '<p>It stays closed.</p>',
        bylines: [{ name: 'Jane Roe' }],
        subjects: [{ name: 'Traffic' }],
      },
    });
  });

  test('is withheld if it is a draft or not public, canceled if it was deleted, refused without its text', () => {
    expect(one({ ...POST, status: 'draft' }).pubstatus).toBe('withheld');
    expect(one({ ...POST, visibility: 'paid' }).pubstatus).toBe('withheld');
    expect(one({ post: { current: {}, previous: POST } })).toMatchObject({
      declaredId: 'g7',
      pubstatus: 'canceled',
    });
    expect(outcomes(all({ ...POST, html: null, lexical: '{"root":{}}' }))).toEqual(['FIELD_MISSING']);
  });
});

describe('an Apple News document', () => {
  const DOCUMENT = {
    version: '1.9',
    identifier: 'b7',
    title: 'The bridge',
    language: 'en',
    layout: { columns: 7 },
    components: [
      { role: 'title', text: 'The bridge' },
      { role: 'byline', text: 'By Jane Roe' },
      {
        role: 'section',
        components: [
          { role: 'heading2', text: 'Until May' },
          { role: 'body', text: 'It stays closed.\nAll week.' },
        ],
      },
      { role: 'body', format: 'html', text: '<p>It is <b>old</b>.</p>' },
      { role: 'body', format: 'markdown', text: 'It is *iron*.' },
      { role: 'photo', URL: 'https://example.com/b.jpg', caption: 'At dawn' },
      { role: 'instagram', URL: 'https://example.com/i' },
    ],
    metadata: { datePublished: '2026-03-12T08:00:00Z', keywords: ['traffic'] },
  };

  test('is read: its components are the text', () => {
    const draft = one(DOCUMENT);
    expect(draft).toMatchObject({ declaredId: 'b7', pubstatus: 'usable' });
    expect(draft.content).toMatchObject({
      headline: 'The bridge',
      bylines: [{ name: 'Jane Roe' }],
      subjects: [{ name: 'traffic' }],
      associations: [{ href: 'https://example.com/b.jpg', caption: 'At dawn' }],
      body: '<h2>Until May</h2>\n<p>It stays closed.</p>\n<p>All week.</p>\n<p>It is <b>old</b>.</p>\n<p>It is <em>iron</em>.</p>',
    });
    expect(draft.notes).toContain('components of Apple News left out: instagram');
  });

  test('is refused without a text, and withheld if its metadata says that it is a preview', () => {
    expect(outcomes(all({ ...DOCUMENT, components: [{ role: 'photo', URL: 'bundle://a.jpg' }] }))).toEqual([
      'FIELD_MISSING',
    ]);
    expect(one({ ...DOCUMENT, metadata: { status: 'preview' } }).pubstatus).toBe('withheld');
  });
});

test('an article in JSON-LD is read, with its status; other JSON-LD is refused', () => {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'The bridge',
    articleBody: 'It stays closed.\n\nUntil May.',
    author: { '@type': 'Person', name: 'Jane Roe' },
    keywords: 'traffic, bridge',
    url: 'https://example.com/bridge',
  };
  expect(one(article).content).toMatchObject({
    headline: 'The bridge',
    body: '<p>It stays closed.</p>\n<p>Until May.</p>',
    bylines: [{ name: 'Jane Roe' }],
    subjects: [{ name: 'traffic' }, { name: 'bridge' }],
    link: 'https://example.com/bridge',
  });
  expect(one({ ...article, creativeWorkStatus: 'Draft' }).pubstatus).toBe('withheld');
  expect(one({ ...article, '@type': ['BlogPosting'] }).content.headline).toBe('The bridge');
  const { articleBody: _, ...bare } = article;
  for (const other of [{ '@context': 'https://schema.org', '@type': 'Event', name: 'A fair' }, bare])
    expect(outcomes(all(other))).not.toEqual(['The bridge']);
});
