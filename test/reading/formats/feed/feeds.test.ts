import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../../drafted.ts';

const BODY =
  '<p>The bridge over the river stays closed until further notice, the council said on Monday.</p>';
const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('RSS', () => {
  const full = readOne(
    `<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
         xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Feed</title><link>https://example.com/news/</link><language>en-gb</language>
        <item>
          <title>Bridge &amp;amp; river</title><link>bridge</link><guid isPermaLink="false">tag:example.com,2026:1</guid>
          <description>Short &lt;b&gt;words&lt;/b&gt;.</description>
          <content:encoded><![CDATA[${BODY}<p><a href="/more">More</a></p>]]></content:encoded>
          <pubDate>Mon, 13 Apr 2026 09:30:00 +0800</pubDate>
          <author>ada@example.com (Ada Lovelace)</author><category domain="urn:x">Traffic</category>
          <media:content url="https://example.com/a.jpg" type="image/jpeg" width="800" height="600">
            <media:description>The bridge</media:description><media:credit>C. Babbage</media:credit></media:content>
          <enclosure url="https://example.com/a.mp3" type="audio/mpeg" length="1"/>
        </item></channel></rss>`,
    'application/rss+xml',
  );

  test('version 2.0 with Dublin Core, Content and Media RSS is read', () => {
    expect(full.declaredId).toBe('tag:example.com,2026:1');
    expect(full.versioncreated).toBe('2026-04-13T01:30:00.000Z');
    expect(full.content).toMatchObject({
      headline: 'Bridge & river',
      summary: 'Short words.',
      link: 'https://example.com/news/bridge',
      bylines: [{ name: 'Ada Lovelace' }],
      subjects: [{ name: 'Traffic' }],
      firstcreated: '2026-04-13T01:30:00.000Z',
      language: 'en-GB',
      body: `${BODY}\n<p><a href="https://example.com/more">More</a></p>`,
    });
  });

  test('enclosures and media:content are associations with their captions and credits', () => {
    expect(full.content.associations).toEqual([
      { href: 'https://example.com/a.mp3', contenttype: 'audio/mpeg', length: 1 },
      {
        href: 'https://example.com/a.jpg',
        contenttype: 'image/jpeg',
        width: 800,
        height: 600,
        caption: 'The bridge',
        credit: 'C. Babbage',
      },
    ]);
  });

  test.each([
    ['0.91', '<rss version="0.91"><channel><title>F</title><item><title>One</title></item></channel></rss>'],
    [
      '0.90',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
       <channel><title>F</title></channel><item><title>One</title><link>https://example.com/</link></item></rdf:RDF>`,
    ],
    [
      '1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="x"><title>F</title></channel><item rdf:about="https://example.com/1"><title>One</title></item></rdf:RDF>`,
    ],
    [
      '2.0 with a namespace prefix',
      `<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>One</r:title></r:item></r:channel></r:rss>`,
    ],
  ])('version %s is read', (_, xml) => {
    expect(outcomes(read(xml, 'text/xml'))).toEqual(['One']);
  });

  test('a guid that is an address is the link of an item without a link', () => {
    const rss =
      '<rss version="2.0"><channel><item><title>A</title><guid>https://example.com/7</guid></item></channel></rss>';
    expect(readOne(rss, 'application/rss+xml').content.link).toBe('https://example.com/7');
  });
});

describe('Atom', () => {
  const entry = (inner: string, attributes = ''): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/a/" xml:lang="en"><title>F</title>
     <author><name>Feed Author</name></author><entry ${attributes}>${inner}</entry></feed>`;

  test('version 1.0 is read, and each address is resolved with the nearest xml:base', () => {
    const draft = readOne(
      entry(
        `<id>urn:x:1</id><title type="html">Ti&amp;lt;tle &lt;i&gt;one&lt;/i&gt;</title><link href="../b"/>
         <published>2026-04-12T00:00:00Z</published><updated>2026-04-13T00:00:00Z</updated>
         <author><name>Ada Lovelace</name></author><category term="t" label="Traffic"/>
         <link rel="enclosure" href="p.jpg" type="image/jpeg"/>
         <content type="xhtml" xml:base="https://example.com/c/"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}<p><img src="i.png" alt="x"/></p></div></content>`,
      ),
      'application/atom+xml',
    );
    expect(draft.declaredId).toBe('urn:x:1');
    expect(draft.versioncreated).toBe('2026-04-13T00:00:00.000Z');
    expect(draft.content).toMatchObject({
      headline: 'Ti<tle one',
      link: 'https://example.com/b',
      bylines: [{ name: 'Ada Lovelace' }],
      subjects: [{ name: 'Traffic' }],
      firstcreated: '2026-04-12T00:00:00.000Z',
    });
    expect(draft.content.body).toContain('<img src="https://example.com/c/i.png" alt="x" />');
    expect(draft.content.associations[0]).toEqual({
      href: 'https://example.com/a/p.jpg',
      contenttype: 'image/jpeg',
    });
  });

  test('an entry without an author has the author of its feed (RFC 4287 section 4.2.1)', () => {
    const draft = readOne(
      entry(`<title>A</title><content type="html">${escaped(BODY)}</content>`),
      'application/atom+xml',
    );
    expect(draft.content.bylines).toEqual([{ name: 'Feed Author' }]);
  });

  test('a title or content of type "text" is not read as HTML (RFC 4287 section 3.1.1.1)', () => {
    const draft = readOne(
      entry('<title>A &lt;b&gt;</title><content>Some &lt;i&gt;text&lt;/i&gt; of more words</content>'),
      'application/atom+xml',
    );
    expect(draft.content.headline).toBe('A <b>');
    expect(draft.content.body).toBe('<p>Some &lt;i&gt;text&lt;/i&gt; of more words</p>');
  });

  test('a document may be one entry without a feed around it', () => {
    const alone = '<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:x:2</id><title>Alone</title></entry>';
    expect(readOne(alone, 'application/atom+xml')).toMatchObject({
      declaredId: 'urn:x:2',
      content: { headline: 'Alone' },
    });
  });

  test('version 0.3 with base64 content is read', () => {
    const base64 = Buffer.from(BODY).toString('base64');
    const draft = readOne(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id><title mode="escaped" type="text/html">A</title>
       <issued>2003-12-31T10:14:55Z</issued><content type="text/html" mode="base64">${base64}</content></entry></feed>`,
      'application/atom+xml',
    );
    expect(draft.content).toMatchObject({ body: BODY, firstcreated: '2003-12-31T10:14:55.000Z' });
  });

  test('an entry has the language that it states; the feed’s language is not used if the text is in another language', () => {
    const german = escaped(
      '<p>Die Brücke über den Fluss bleibt bis auf Weiteres gesperrt, sagte der Rat am Montag.</p>',
    );
    const languageOf = (attributes: string): string =>
      readOne(
        entry(`<title>Brücke</title><content type="html">${german}</content>`, attributes),
        'application/atom+xml',
      ).content.language;
    expect(languageOf('')).toBe('de');
    expect(languageOf('xml:lang="de-AT"')).toBe('de-AT');
    expect(languageOf('xml:lang="nds"')).toBe('nds');
  });
});

describe('JSON Feed', () => {
  test('version 1.1 is read', () => {
    const draft = readOne(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'F',
        home_page_url: 'https://example.com/',
        authors: [{ name: 'Ada Lovelace' }],
        items: [
          {
            id: '1',
            url: '/one',
            title: 'One',
            content_html: BODY,
            summary: 'Short.',
            image: 'https://example.com/i.jpg',
            date_published: '2026-04-12T00:00:00Z',
            tags: ['Traffic'],
            language: 'en-GB',
          },
        ],
      }),
      'application/feed+json',
    );
    expect(draft).toMatchObject({ declaredId: '1', versioncreated: '2026-04-12T00:00:00.000Z' });
    expect(draft.content).toMatchObject({
      headline: 'One',
      body: BODY,
      summary: 'Short.',
      link: 'https://example.com/one',
      bylines: [{ name: 'Ada Lovelace' }],
      subjects: [{ name: 'Traffic' }],
      associations: [{ href: 'https://example.com/i.jpg' }],
      language: 'en-GB',
    });
  });

  test('version 1 may have a numeric id and a single author; a field of the wrong type rejects only its item', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1',
      title: 'F',
      items: [
        { id: 7, content_text: 'Some words of a text.', author: { name: 'Ada' } },
        { id: {}, title: 'x' },
        { id: 9, title: 'Nine' },
      ],
    };
    const drafted = read(JSON.stringify(feed), 'application/json');
    expect(outcomes(drafted).slice(1)).toEqual(['FIELD_TYPE', 'Nine']);
    expect(drafted[0]?.ok && drafted[0].draft.declaredId).toBe('7');
    expect(drafted[0]?.ok && drafted[0].draft.content.bylines).toEqual([{ name: 'Ada' }]);
  });
});

describe('dates', () => {
  const dated = (date: string): ReturnType<typeof readOne> =>
    readOne(
      `<rss version="2.0"><channel><item><title>A</title><pubDate>${date}</pubDate></item></channel></rss>`,
      'application/rss+xml',
    );

  test.each([
    ['Mon, 31 Feb 2026 00:00:00 GMT', 'is not a date'],
    ['yesterday', 'is not a date'],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 'is in the future'],
  ])('%s: %s; the time of receipt is used instead', (date, why) => {
    const { versioncreated, content, notes } = dated(date);
    expect([versioncreated, content.firstcreated]).toEqual([undefined, undefined]);
    expect(notes).toContainEqual(expect.stringContaining(why));
  });

  test('a date less than a day in the future is accepted, because clocks may be wrong', () => {
    expect(dated('2026-11-23T20:00:00Z').versioncreated).toBe('2026-11-23T20:00:00.000Z');
  });

  test('a note reports an assumed time zone', () => {
    expect(dated('2026-04-13 09:30').notes).toContain('published "2026-04-13 09:30": no zone; UTC assumed');
  });
});
