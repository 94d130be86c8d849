import { describe, expect, test } from 'vitest';
import { addressOf, golden, write } from './reading.ts';

type Members = Record<string, unknown>;

const feedOf = (name: string): Members & { items: Members[] } => {
  const { head, items } = golden(name);
  return JSON.parse(write('json', head, items)) as Members & { items: Members[] };
};
const first = (name: string): Members => feedOf(name).items[0] ?? {};

describe('the feed (JSON Feed 1.1, "Top-level")', () => {
  test('the first member is the version, 1.1', () => {
    const { head, items } = golden('credits');
    const start = '{"version":"https://jsonfeed.org/version/1.1","title":"新聞",';
    expect(write('json', head, items).startsWith(start)).toBe(true);
  });

  test('has addresses, description, language, and authors for items without authors', () => {
    expect(feedOf('credits')).toMatchObject({
      home_page_url: 'https://www.example.com/news',
      feed_url: addressOf('json'),
      description: '本地新聞,每日更新',
      language: 'zh-Hant',
      authors: [{ name: '範例報', url: 'https://www.example.com/' }],
      _wiredesk: { rights: '© 範例報' },
    });
  });

  test('has the date of the feed, so that a removal alone changes the bytes', () => {
    const { head, items } = golden('plain');
    const later = { ...head, updated: '2026-05-01T00:00:00.000Z' };
    expect(write('json', later, items)).not.toBe(write('json', head, items));
    expect(feedOf('plain')).toMatchObject({ _wiredesk: { updated: head.updated } });
  });

  test('has no member that version 1.1 deprecated', () => {
    expect(feedOf('credits')).not.toHaveProperty('author');
    expect(first('credits')).not.toHaveProperty('author');
  });

  test('a feed that never showed anything has an empty list of items', () => {
    expect(feedOf('empty').items).toEqual([]);
  });
});

describe('the item (JSON Feed 1.1, "Items")', () => {
  test('has id, url, plain title, full text, summary, both dates and language', () => {
    const content = golden('credits').items[0]?.content;
    expect(first('credits')).toMatchObject({
      id: 'urn:uuid:8c1f7a0e-1111-5222-8333-000000000001',
      url: 'https://www.example.com/articles/1',
      title: content?.headline,
      content_html: content?.body,
      summary: content?.summary,
      date_published: '2026-04-13T01:05:09Z',
      date_modified: '2026-04-13T09:30:00Z',
      language: 'zh-Hant',
      tags: ['圖書館', '教育'],
    });
  });

  test('title and summary are plain text: nothing in them is escaped', () => {
    expect(first('hostile')).toMatchObject({
      title: 'Why a &amp; b <i> breaks ]]> and ]]> again, "quoted" & \'more\'',
      summary: 'Use <script>alert(1)</script> & ]]> &lt; in text',
    });
  });

  test('each byline is an author; the role is in a custom object ("Extensions")', () => {
    const authors = first('credits')['authors'];
    expect(authors).toHaveLength(7);
    expect(authors).toMatchObject([
      { name: '甲一', _wiredesk: { roles: ['記者', '編輯'] } },
      { name: '乙二', _wiredesk: { roles: ['記者'] } },
      { name: '丙三', _wiredesk: { roles: ['統籌'] } },
      { name: '丁四' },
      { name: '戊五' },
      { name: '己六' },
      { name: '庚七', _wiredesk: { roles: ['攝影'] } },
    ]);
    expect(first('plain')).not.toHaveProperty('authors');
  });

  test('image is the first picture; attachments are the files of a known type that the body does not show ("Attachments")', () => {
    expect(first('pictures')).toMatchObject({
      image: 'https://images.example.com/1.jpg',
      attachments: [{ url: 'https://xn--bcher-kva.example/bild%202.png', mime_type: 'image/png' }],
    });
    expect(first('hostile')).not.toHaveProperty('attachments');
  });

  test('recordings are attachments with their size, and are never the image', () => {
    expect(first('enclosures')).toMatchObject({
      image: 'https://images.example.com/cover.jpg',
      attachments: [
        { url: 'https://images.example.com/cover.jpg', mime_type: 'image/jpeg' },
        { url: 'https://media.example.com/7.mp3', mime_type: 'audio/mpeg', size_in_bytes: 4_200_000 },
        { url: 'https://media.example.com/7.mp4', mime_type: 'video/mp4' },
      ],
    });
    expect(feedOf('enclosures').items[1]).not.toHaveProperty('image');
  });

  test('members without a value are absent, not null or empty', () => {
    expect(Object.keys(first('plain'))).toEqual([
      'id',
      'url',
      'title',
      'content_html',
      'date_published',
      'date_modified',
      'language',
    ]);
  });
});
