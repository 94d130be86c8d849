import { describe, expect, test } from 'vitest';
import { read, readOne } from '../../drafted.ts';

/** Addresses and pictures that feeds state in forms which need repair. */

const rss = (item: string, channel = '<link>https://harbour.example.org/</link>'): string =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
   xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>${channel}
   <item><title>Dredger leaves</title>${item}</item></channel></rss>`;
const draftOf = (item: string) => readOne(rss(item), 'application/rss+xml');
const hrefs = (item: string): string[] => draftOf(item).content.associations.map(({ href }) => href);

describe('the link of an item', () => {
  test.each([
    ['magnet:?xt=urn:btih:77', 'magnet link'],
    ['tag:harbour.example.org,2026:9', 'tag URI'],
    ['javascript:history.back()', 'script'],
    ['mailto:desk@harbour.example.org', 'e-mail address'],
    ['urn:isbn:9780000000000', 'URN'],
    ['ftp://harbour.example.org/9', 'FTP address'],
  ])('%s is left out with a note, and the story stays (%s)', (link) => {
    const draft = draftOf(
      `<guid isPermaLink="false">g1</guid><link>${link}</link><description>It left.</description>`,
    );
    expect(draft).toMatchObject({ pubstatus: 'usable', declaredId: 'g1' });
    expect(draft.content).not.toHaveProperty('link');
    expect(draft.notes).toContainEqual(`the link is not a web address and was left out: ${link}`);
  });

  test('a link that is left out stays the id of an article without another id', () => {
    expect(draftOf('<link>tag:harbour.example.org,2026:9</link>').declaredId).toBe(
      'tag:harbour.example.org,2026:9',
    );
  });

  test('a guid that is an address replaces a link that is not a web address', () => {
    const draft = draftOf('<guid>https://harbour.example.org/9</guid><link>javascript:void(0)</link>');
    expect(draft.content.link).toBe('https://harbour.example.org/9');
  });

  test.each([
    ['www.harbour.example.org/9', 'https://www.harbour.example.org/9'],
    ['WWW.Harbour.example.org/9?a=1', 'https://www.harbour.example.org/9?a=1'],
    ['//harbour.example.org/9', 'https://harbour.example.org/9'],
    ['/9', 'https://harbour.example.org/9'],
    [' https://harbour.example.org/9 ', 'https://harbour.example.org/9'],
    ['wwwold/9', 'https://harbour.example.org/wwwold/9'],
  ])('%s is read as %s', (link, address) => {
    expect(draftOf(`<link>${link}</link>`).content.link).toBe(address);
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://harbour.example.org/',
    };
    const [item] = read(
      JSON.stringify({ ...feed, items: [{ id: '1', title: 'A', url: link }] }),
      'application/json',
    );
    expect(item?.ok && item.draft.content.link).toBe(address);
  });

  test.each([
    ['en-GB', 'https://harbour.example.org/en/9'],
    ['de', 'https://harbour.example.org/de/9'],
    ['fr', 'https://harbour.example.org/x/9'],
  ])('of pages in several languages, the one for %s', (language, address) => {
    const link = (hreflang: string, path: string): string =>
      `<link rel="alternate" type="text/html"${hreflang} href="https://harbour.example.org/${path}/9"/>`;
    const entry = `<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>urn:x:9</id><title>Dredger leaves</title>
      ${link(' hreflang="de"', 'de')}${link(' hreflang="en"', 'en')}${link('', 'x')}</entry>`;
    expect(readOne(entry, 'application/atom+xml').content.link).toBe(address);
  });
});

describe('the pictures of an item', () => {
  const LINK = '<link>https://harbour.example.org/2026/9/</link>';
  test.each([
    ['<media:thumbnail url="/i/a.jpg"/>', 'https://harbour.example.org/i/a.jpg'],
    ['<media:content url="a.jpg" medium="image"/>', 'https://harbour.example.org/2026/9/a.jpg'],
    [
      '<media:group><media:content url="../a.jpg" type="image/jpeg"/></media:group>',
      'https://harbour.example.org/2026/a.jpg',
    ],
    ['<itunes:image href="//cdn.example.org/a.png"/>', 'https://cdn.example.org/a.png'],
    ['<enclosure url="a.jpg" type="image/jpeg" length="9"/>', 'https://harbour.example.org/2026/9/a.jpg'],
    [
      '<media:content medium="video" duration="9"><media:thumbnail url="https://harbour.example.org/t.jpg"/></media:content>',
      'https://harbour.example.org/t.jpg',
    ],
    [
      '<media:group><media:content medium="video"><media:thumbnail url="t.jpg"/></media:content></media:group>',
      'https://harbour.example.org/2026/9/t.jpg',
    ],
  ])('%s', (element, href) => {
    expect(hrefs(LINK + element)).toEqual([href]);
  });

  const inDescription = '<description>&lt;img src="/i/d.jpg" alt="The dredger"&gt; It left.</description>';
  const contents = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`;
  test('the picture of the description, if the contents have none', () => {
    const { associations } = draftOf(LINK + inDescription + contents('<p>It left on Monday.</p>')).content;
    expect(associations).toEqual([{ href: 'https://harbour.example.org/i/d.jpg', alt: 'The dredger' }]);
  });

  test('the picture of the contents or of an enclosure is enough', () => {
    expect(hrefs(LINK + inDescription + contents('<p><img src="/i/c.jpg">It left.</p>'))).toEqual([
      'https://harbour.example.org/i/c.jpg',
    ]);
    const enclosure = '<enclosure url="/i/e.jpg" type="image/jpeg" length="9"/>';
    expect(hrefs(LINK + inDescription + contents('<p>It left.</p>') + enclosure)).toEqual([
      'https://harbour.example.org/i/e.jpg',
    ]);
  });

  test('a recording is no picture', () => {
    const audio = '<enclosure url="/a.mp3" type="audio/mpeg" length="9"/>';
    expect(hrefs(LINK + inDescription + contents('<p>It left.</p>') + audio)).toEqual([
      'https://harbour.example.org/a.mp3',
      'https://harbour.example.org/i/d.jpg',
    ]);
  });
});
