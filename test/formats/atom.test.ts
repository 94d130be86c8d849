import { describe, expect, test } from 'vitest';
import type { Node } from './reading.ts';
import { NS, addressOf, all, asHtml, golden, only, readXml, textOf, write } from './reading.ts';

const A = NS.atom;
const feedOf = (name: string): Node => {
  const { head, items } = golden(name);
  return readXml(write('atom', head, items));
};
const entriesOf = (name: string): Node[] => all(feedOf(name), `${A}entry`);
const first = (name: string): Node => entriesOf(name)[0] as Node;

describe('the feed (RFC 4287 section 4.1.1)', () => {
  test('has exactly one element `id`, one `title` and one `updated`', () => {
    const feed = feedOf('credits');
    expect(textOf(feed, `${A}id`)).toBe('urn:uuid:5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001');
    expect(textOf(feed, `${A}title`)).toBe('新聞');
    expect(textOf(feed, `${A}updated`)).toBe('2026-04-13T09:30:00Z');
  });

  test('a feed that never showed an item has the required element `updated`, with a fixed date', () => {
    expect(textOf(feedOf('empty'), `${A}updated`)).toBe('1970-01-01T00:00:00Z');
  });

  test('has one self link and one alternate link', () => {
    expect(all(feedOf('credits'), `${A}link`).map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', href: 'https://www.example.com/news' },
      { rel: 'self', href: addressOf('atom') },
    ]);
  });

  test('has an author for entries without an author', () => {
    const author = only(feedOf('plain'), `${A}author`);
    expect(textOf(author, `${A}name`)).toBe('The Example');
    expect(textOf(author, `${A}uri`)).toBe('https://www.example.com/');
    expect(all(first('plain'), `${A}author`)).toEqual([]);
  });

  test('has plain text in its text elements: markup in them is shown and not interpreted (section 3.1.1.1)', () => {
    const feed = feedOf('hostile');
    expect(only(feed, `${A}title`)).toMatchObject({
      text: 'Q&A: 1 < 2 & <b>bold</b> ]]> "news"',
      attributes: {},
    });
    expect(textOf(feed, `${A}subtitle`)).toBe('All of it: &amp; ]]> ]]> <!-- -->');
    expect(textOf(feed, `${A}rights`)).toBe('© The <Example> & Sons');
    expect(textOf(feed, `${A}generator`)).toBe('Wiredesk');
  });

  test('has no subtitle if the channel has no description', () => {
    expect(all(feedOf('empty'), `${A}subtitle`)).toEqual([]);
  });
});

describe('the entry (RFC 4287 section 4.1.2)', () => {
  test('has exactly one element `id`, one `title` and one `updated`, and has a `published` date', () => {
    const entry = first('credits');
    expect(textOf(entry, `${A}id`)).toBe('urn:uuid:8c1f7a0e-1111-5222-8333-000000000001');
    expect(only(entry, `${A}title`).attributes).toEqual({ type: 'html' });
    expect(textOf(entry, `${A}published`)).toBe('2026-04-13T01:05:09Z');
    expect(textOf(entry, `${A}updated`)).toBe('2026-04-13T09:30:00Z');
  });

  test('has a link without the attribute `rel`, which means `alternate` (section 4.2.7.2)', () => {
    expect(only(first('credits'), `${A}link`).attributes).toEqual({
      href: 'https://www.example.com/articles/1',
    });
  });

  test('markup and character references in a headline are shown as plain text (section 3.1.1.2)', () => {
    expect(asHtml(only(first('hostile'), `${A}title`).text)).toBe(
      'Why a &amp; b <i> breaks ]]> and ]]> again, "quoted" & \'more\'',
    );
  });

  test('content is the full text as HTML; summary exists only if the article has one (sections 4.1.3, 4.2.13)', () => {
    expect(only(first('credits'), `${A}content`)).toMatchObject({
      attributes: { type: 'html' },
      text: golden('credits').items[0]?.content.body,
    });
    expect(asHtml(textOf(first('hostile'), `${A}summary`) ?? '')).toBe(
      'Use <script>alert(1)</script> & ]]> &lt; in text',
    );
    expect(all(first('plain'), `${A}summary`)).toEqual([]);
  });

  test('each of the seven people in the credits is an author element with exactly one name (section 3.2.1)', () => {
    const names = all(first('credits'), `${A}author`).map((author) => textOf(author, `${A}name`));
    expect(names).toEqual(['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七']);
  });

  test('a category has a term, the scheme of the term, and a label for people (section 4.2.2)', () => {
    expect(all(first('credits'), `${A}category`).map(({ attributes }) => attributes)).toEqual([
      { term: '20000041', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label: '圖書館' },
      { term: 'medtop:05000000', label: '教育' },
    ]);
  });

  test('xml:lang is on the feed, and on an entry in another language (section 2)', () => {
    expect(feedOf('plain').attributes).toMatchObject({ [`${NS.xml}lang`]: 'en' });
    expect(entriesOf('plain').map(({ attributes }) => attributes[`${NS.xml}lang`])).toEqual([
      undefined,
      'fr',
    ]);
  });

  test('rights is the copyright notice of the article, as text (section 4.2.10)', () => {
    expect(textOf(first('hostile'), `${A}rights`)).toBe('© <b> & ]]> &copy;');
  });

  test('recordings and documents are links to enclosures (sections 4.2.7.2, 4.2.7.6)', () => {
    const links = entriesOf('enclosures').flatMap((entry) => all(entry, `${A}link`));
    expect(links.map(({ attributes }) => attributes).filter(({ rel }) => rel === 'enclosure')).toEqual([
      { rel: 'enclosure', href: 'https://media.example.com/7.mp3', type: 'audio/mpeg', length: '4200000' },
      { rel: 'enclosure', href: 'https://media.example.com/7.mp4', type: 'video/mp4' },
      { rel: 'enclosure', href: 'https://media.example.com/player?of=8' },
      { rel: 'enclosure', href: 'https://media.example.com/hours.pdf', type: 'application/pdf' },
    ]);
    expect(all(first('pictures'), `${A}link`)).toHaveLength(1);
  });

  test('pictures are extension elements (section 6.4)', () => {
    const media = all(first('pictures'), `${NS.media}content`);
    expect(media.map(({ attributes }) => attributes['url'])).toEqual([
      'https://images.example.com/1.jpg',
      'https://xn--bcher-kva.example/bild%202.png',
    ]);
  });
});
