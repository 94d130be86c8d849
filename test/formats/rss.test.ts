import { describe, expect, test } from 'vitest';
import { formats } from '../../shared/formats/registry.ts';
import type { Node } from './reading.ts';
import { NS, addressOf, all, asHtml, golden, only, readXml, textOf, write } from './reading.ts';

const channelOf = (name: string): Node => {
  const { head, items } = golden(name);
  return only(readXml(write('rss', head, items)), 'channel');
};
const itemsOf = (name: string): Node[] => all(channelOf(name), 'item');
const first = (name: string): Node => itemsOf(name)[0] as Node;

describe('the channel (RSS 2.0, "Required channel elements", "Optional channel elements")', () => {
  test('the root is rss, version 2.0, with one channel', () => {
    const { head, items } = golden('credits');
    const root = readXml(write('rss', head, items));
    expect(root).toMatchObject({ name: 'rss', attributes: { version: '2.0' } });
    expect(root.children.map(({ name }) => name)).toEqual(['channel']);
  });

  test('has title, link and description, once each', () => {
    const channel = channelOf('credits');
    expect(textOf(channel, 'title')).toBe('新聞');
    expect(textOf(channel, 'link')).toBe('https://www.example.com/news');
    expect(textOf(channel, 'description')).toBe('本地新聞,每日更新');
  });

  test('a channel without a description uses its title as the required description', () => {
    expect(textOf(channelOf('empty'), 'description')).toBe('News');
  });

  test('has language, copyright and generator', () => {
    const channel = channelOf('credits');
    expect(textOf(channel, 'language')).toBe('zh-Hant');
    expect(textOf(channel, 'copyright')).toBe('© 範例報');
    expect(textOf(channel, 'generator')).toBe('Wiredesk');
  });

  test('lastBuildDate is the instant of the newest change; a feed that never showed anything has none', () => {
    expect(textOf(channelOf('credits'), 'lastBuildDate')).toBe('Mon, 13 Apr 2026 09:30:00 GMT');
    expect(all(channelOf('empty'), 'lastBuildDate')).toEqual([]);
  });

  test('atom:link names the document itself (Best Practices Profile, "atom:link")', () => {
    expect(only(channelOf('credits'), `${NS.atom}link`).attributes).toEqual({
      href: addressOf('rss'),
      rel: 'self',
      type: 'application/rss+xml',
    });
  });

  test('has no ttl: Cache-Control says how long a copy is valid', () => {
    expect(all(channelOf('credits'), 'ttl')).toEqual([]);
  });
});

describe('the item (RSS 2.0, "Elements of <item>")', () => {
  test('guid is not a permalink; link is the address', () => {
    const item = first('credits');
    expect(only(item, 'guid')).toMatchObject({
      text: 'urn:uuid:8c1f7a0e-1111-5222-8333-000000000001',
      attributes: { isPermaLink: 'false' },
    });
    expect(textOf(item, 'link')).toBe('https://www.example.com/articles/1');
  });

  test('pubDate is RFC 822 with a four-digit year; atom:updated is the date of change', () => {
    expect(textOf(first('credits'), 'pubDate')).toBe('Mon, 13 Apr 2026 01:05:09 GMT');
    expect(textOf(first('credits'), `${NS.atom}updated`)).toBe('2026-04-13T09:30:00Z');
    expect(all(first('plain'), `${NS.atom}updated`)).toEqual([]);
  });

  test('content:encoded is the full text, description the summary (Profile, "content:encoded")', () => {
    const item = first('credits');
    expect(textOf(item, `${NS.content}encoded`)).toBe(golden('credits').items[0]?.content.body);
    expect(textOf(item, 'description')).toBe('市集廣場圖書館由五月起每晚開放至九時,學生可預約自修室。');
  });

  test('description is HTML, so a summary in plain text is escaped', () => {
    const description = textOf(first('hostile'), 'description') ?? '';
    expect(description).toContain('&lt;script&gt;');
    expect(asHtml(description)).toBe('Use <script>alert(1)</script> & ]]> &lt; in text');
  });

  test('without a summary, description is the beginning of the text, in whole words', () => {
    const description = textOf(first('plain'), 'description') ?? '';
    expect(description.length).toBeLessThanOrEqual(300);
    expect(description).toMatch(/^A sentence that goes on about .* (A|sentence|that|goes|on|about)…$/);
  });

  test('each byline is a dc:creator, once (Profile, "dc:creator")', () => {
    const names = all(first('credits'), `${NS.dc}creator`).map(({ text }) => text);
    expect(names).toEqual(['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七']);
  });

  test('has no author, which would have to be an e-mail address', () => {
    for (const name of ['credits', 'hostile', 'plain']) {
      expect(itemsOf(name).flatMap((item) => all(item, 'author'))).toEqual([]);
    }
  });

  test('the domain of a category is the address of its vocabulary', () => {
    expect(all(first('credits'), 'category')).toMatchObject([
      { text: '圖書館', attributes: { domain: 'http://cv.iptc.org/newscodes/mediatopic/' } },
      { text: '教育', attributes: {} },
    ]);
  });

  test('has dc:language only if the item’s language differs from that of the channel', () => {
    expect(itemsOf('plain').map((item) => textOf(item, `${NS.dc}language`))).toEqual([undefined, 'fr']);
  });

  test('the first recording of a known type is the enclosure, with 0 for an unknown length (Profile, "enclosure")', () => {
    expect(
      itemsOf('enclosures').map((item) => all(item, 'enclosure').map(({ attributes }) => attributes)),
    ).toEqual([
      [{ url: 'https://media.example.com/7.mp3', length: '4200000', type: 'audio/mpeg' }],
      [{ url: 'https://media.example.com/hours.pdf', length: '0', type: 'application/pdf' }],
    ]);
    expect(all(first('pictures'), 'enclosure')).toEqual([]);
  });

  test('media:content lists all files with their medium (Media RSS 1.5.1)', () => {
    const media = itemsOf('enclosures').flatMap((item) => all(item, `${NS.media}content`));
    expect(media.map(({ attributes: { medium, fileSize } }) => [medium, fileSize])).toEqual([
      ['image', undefined],
      ['audio', '4200000'],
      ['video', undefined],
      ['video', undefined],
      ['document', undefined],
    ]);
  });
});

describe('titles (Best Practices Profile, "Character Data")', () => {
  test('& and < in plain text are hexadecimal references', () => {
    const { head, items } = golden('hostile');
    expect(write('rss', head, items)).toContain('<title>AT&#x26;T, R&#x26;D and 3 &#x3C; 4</title>');
  });

  test('a title with the same meaning as plain text and as HTML is plain text', () => {
    const title = textOf(itemsOf('hostile')[1] as Node, 'title');
    expect(title).toBe('AT&T, R&D and 3 < 4');
    expect(asHtml(title ?? '')).toBe(title);
  });

  test('a title that would lose words in a feed reader that expects HTML is written as HTML', () => {
    const shown = asHtml(textOf(first('hostile'), 'title') ?? '');
    expect(shown).toBe('Why a &amp; b <i> breaks ]]> and ]]> again, "quoted" & \'more\'');
  });
});

describe('pictures (Media RSS 1.5.1, "media:content")', () => {
  test('lists each picture with a usable address once, with all known facts', () => {
    const media = all(first('pictures'), `${NS.media}content`);
    expect(media.map(({ attributes }) => attributes)).toEqual([
      {
        url: 'https://images.example.com/1.jpg',
        type: 'image/jpeg',
        medium: 'image',
        width: '1600',
        height: '900',
      },
      { url: 'https://xn--bcher-kva.example/bild%202.png', medium: 'image', type: 'image/png' },
    ]);
    expect(only(media[0] as Node, `${NS.media}description`)).toMatchObject({
      text: 'The reading hall at night',
      attributes: { type: 'plain' },
    });
    expect(textOf(media[0] as Node, `${NS.media}credit`)).toBe('A. Example/The Example');
  });
});

test('has the file name and the media type that the feed bucket stores', () => {
  expect(formats.rss).toMatchObject({ file: 'rss.xml', mediaType: 'application/rss+xml; charset=utf-8' });
});
