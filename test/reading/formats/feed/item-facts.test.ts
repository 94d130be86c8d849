import { describe, expect, test } from 'vitest';
import { readOne } from '../../drafted.ts';

/** Elements of items that no vocabulary defines but many feeds have. */

const rss = (item: string): string =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
   xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Marsh Weekly</title><link>https://marsh.example.org/</link>
   <item><title>Cranes return</title>${item}</item></channel></rss>`;
const draftOf = (item: string) => readOne(rss(item), 'application/rss+xml');
const pictures = (item: string): string[] => draftOf(item).content.associations.map(({ href }) => href);

const LINK = '<link>https://marsh.example.org/2026/cranes</link><guid isPermaLink="false">m7</guid>';
const PICTURE = 'https://pics.example.org/crane.jpg';

describe('the picture of an item', () => {
  test.each([
    `<image>${PICTURE}</image>`,
    `<image>\n  ${PICTURE}\n</image>`,
    `<image><![CDATA[${PICTURE}]]></image>`,
    `<image><url>${PICTURE}</url><title>A crane</title><link>https://marsh.example.org/</link></image>`,
    `<image href="${PICTURE}"/>`,
    `<image url="${PICTURE}"></image>`,
    `<image src="${PICTURE}"/>`,
    `<image><img src="${PICTURE}"/></image>`,
    `<image>&lt;img class="x" src="${PICTURE}" /&gt;</image>`,
    `<img src="${PICTURE}"/>`,
    `<img>${PICTURE}</img>`,
    `<thumbnail>${PICTURE}</thumbnail>`,
    `<thumbnail url="${PICTURE}" width="150"/>`,
    `<thumb><url>${PICTURE}</url></thumb>`,
    `<featured_image>${PICTURE}</featured_image>`,
    `<featuredImage>${PICTURE}</featuredImage>`,
    `<post-thumbnail><url>${PICTURE}</url></post-thumbnail>`,
    `<imageUrl>${PICTURE}</imageUrl>`,
    `<image_link>${PICTURE}</image_link>`,
    `<g:image_link xmlns:g="http://base.google.com/ns/1.0">${PICTURE}</g:image_link>`,
    `<images><image>${PICTURE}</image></images>`,
    `<foto>${PICTURE}</foto>`,
    `<bild>${PICTURE}</bild>`,
    `<enclosure href="${PICTURE}" type="image/jpeg"/>`,
    `<enclosure type="image/jpeg">${PICTURE}</enclosure>`,
  ])('is read from %s', (element) => {
    expect(pictures(LINK + element)).toEqual([PICTURE]);
  });

  test('is read from media elements whose namespace is not declared', () => {
    const feed = (item: string): string =>
      `<rss version="2.0"><channel><title>Marsh</title><item><title>Cranes</title>${item}</item></channel></rss>`;
    const read = (item: string): string[] =>
      readOne(feed(item), 'application/rss+xml').content.associations.map(({ href }) => href);
    expect(read(`<media:thumbnail url="${PICTURE}"/>`)).toEqual([PICTURE]);
    expect(read(`<media:content url="${PICTURE}" medium="image"/>`)).toEqual([PICTURE]);
  });

  test('is resolved against the address of the item', () => {
    expect(pictures(`${LINK}<image>../pics/crane.png</image>`)).toEqual([
      'https://marsh.example.org/pics/crane.png',
    ]);
    expect(pictures(`${LINK}<thumbnail>//pics.example.org/c.png</thumbnail>`)).toEqual([
      'https://pics.example.org/c.png',
    ]);
  });

  test('has its size, its caption and its credit', () => {
    const element = `<image><url>${PICTURE}</url><width>800</width><height>600</height><caption>At dawn</caption><credit>Ana Ruiz</credit></image>`;
    expect(draftOf(LINK + element).content.associations).toEqual([
      { href: PICTURE, width: 800, height: 600, caption: 'At dawn', credit: 'Ana Ruiz' },
    ]);
  });

  test('may be one of several', () => {
    expect(pictures(`${LINK}<image>/a.jpg</image><image>/b.jpg</image>`)).toEqual([
      'https://marsh.example.org/a.jpg',
      'https://marsh.example.org/b.jpg',
    ]);
    expect(pictures(`${LINK}<images><image url="/a.jpg"/><image url="/b.jpg"/></images>`)).toHaveLength(2);
  });

  test.each([
    `<enclosure url="${PICTURE}" type="image/jpeg" length="9"/><image>https://pics.example.org/small.jpg</image>`,
    `<media:content url="${PICTURE}" medium="image"/><thumbnail>https://pics.example.org/t.jpg</thumbnail>`,
    `<image>${PICTURE}</image><thumbnail>https://pics.example.org/t.jpg</thumbnail>`,
  ])('is not taken twice in two sizes: %s', (elements) => {
    expect(pictures(LINK + elements)).toEqual([PICTURE]);
  });

  test.each([
    '<image>none</image>',
    '<image/>',
    '<image>A crane at dawn. Photo: Ana Ruiz</image>',
    '<description>&lt;p&gt;The word image stands here.&lt;/p&gt;</description>',
    '<description><![CDATA[<p>Write <code>&lt;image&gt;x.jpg&lt;/image&gt;</code>.</p>]]></description>',
  ])('is not found in %s', (element) => {
    expect(pictures(LINK + element)).toEqual([]);
  });

  test('may be the thumbnail of an Atom entry', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>Cranes</title><id>1</id>
      <link href="https://marsh.example.org/1"/><thumbnail>/t.jpg</thumbnail></entry></feed>`;
    expect(readOne(atom, 'application/atom+xml').content.associations).toEqual([
      { href: 'https://marsh.example.org/t.jpg' },
    ]);
  });
});

describe('the original address of an item whose link is that of a proxy', () => {
  const PROXY = '<link>https://proxy.example.net/~r/marsh/~3/Zx9/</link>';
  const ORIGINAL = 'https://marsh.example.org/2026/cranes';

  test.each([
    `<feedburner:origLink>${ORIGINAL}</feedburner:origLink>`,
    `<feedburner:origLink><![CDATA[ ${ORIGINAL} ]]></feedburner:origLink>`,
    `<pheedo:origLink xmlns:pheedo="http://www.pheedo.com/namespace/pheedo">${ORIGINAL}</pheedo:origLink>`,
    `<pheedo:origLink>${ORIGINAL}</pheedo:origLink>`,
    `<origLink>${ORIGINAL}</origLink>`,
    `<original_link>${ORIGINAL}</original_link>`,
  ])('is its link: %s', (element) => {
    expect(draftOf(`${PROXY}<guid isPermaLink="false">m7</guid>${element}`)).toMatchObject({
      declaredId: 'm7',
      content: { link: ORIGINAL },
    });
  });

  test('is the base of relative addresses', () => {
    const content = '<content:encoded><![CDATA[<p>See <a href="map">the map</a>.</p>]]></content:encoded>';
    const { body } = draftOf(
      `${PROXY}${content}<feedburner:origLink>${ORIGINAL}</feedburner:origLink>`,
    ).content;
    expect(body).toContain('href="https://marsh.example.org/2026/map"');
  });

  test('is read in Atom', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><title>A</title>
      <entry><title>Cranes</title><id>tag:1</id><link rel="alternate" href="https://proxy.example.net/~r/1"/>
      <feedburner:origLink>${ORIGINAL}</feedburner:origLink></entry></feed>`;
    expect(readOne(atom, 'application/atom+xml').content.link).toBe(ORIGINAL);
  });

  test('does not change which article an item without an id is: the address of the proxy was its id', () => {
    const draft = draftOf(`${PROXY}<feedburner:origLink>${ORIGINAL}</feedburner:origLink>`);
    expect(draft.otherIds).toEqual(['https://proxy.example.net/~r/marsh/~3/Zx9/']);
  });

  test('is not taken if it is not a web address', () => {
    const element = '<feedburner:origLink>tag:marsh.example.org,2026:7</feedburner:origLink>';
    expect(draftOf(`${PROXY}${element}`).content.link).toBe('https://proxy.example.net/~r/marsh/~3/Zx9/');
  });

  test('is read out of a link through a known redirect', () => {
    const link = `https://www.google.com/url?rct=j&amp;sa=t&amp;url=${encodeURIComponent(ORIGINAL)}`;
    const { content, otherIds } = draftOf(`<link>${link}</link>`);
    expect({ link: content.link, otherIds }).toEqual({
      link: ORIGINAL,
      otherIds: [link.replaceAll('&amp;', '&')],
    });
  });
});
