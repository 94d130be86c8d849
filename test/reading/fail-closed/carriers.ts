/** The formats in which the tables send a story: each takes an already escaped or typed value and gives a document. */

export const TEXT = 'text/plain; charset=utf-8';
export const HTML = 'text/html; charset=utf-8';
export const MARKDOWN = 'text/markdown; charset=utf-8';
export const NINJS = 'application/ninjs+json';
export const JSON_FEED = 'application/feed+json';
export const RSS = 'application/rss+xml';
export const ATOM = 'application/atom+xml';
export const G2 = 'application/vnd.iptc.g2.newsitem+xml';
export const NITF = 'application/nitf+xml';

/** The values of an article that is sent as XML or JSON. */
export interface Parts {
  language: string;
  headline: string;
  paragraphs: readonly string[];
}

export const paragraphsOf = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${text}</p>`).join('\n');

export function page({ language, headline, paragraphs }: Parts): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${headline}</title></head>
<body><main><article><h1>${headline}</h1>
${paragraphsOf(paragraphs)}
</article></main></body></html>`;
}

export function ninjs({ language, headline, paragraphs }: Parts, fields: object = {}): string {
  return JSON.stringify({
    uri: 'https://wire.example/2026/museum',
    type: 'text',
    version: '1',
    language,
    versioncreated: '2026-03-12T09:00:00Z',
    headline,
    body_html: paragraphsOf(paragraphs),
    ...fields,
  });
}

export function ninjs3({ language, headline, paragraphs }: Parts, fields: object = {}): string {
  return JSON.stringify({
    standard: { name: 'ninjs', version: '3.1' },
    uri: 'https://wire.example/2026/museum',
    type: 'text',
    version: '1',
    language,
    versionCreated: '2026-03-12T09:00:00Z',
    headlines: [{ role: 'main', value: headline }],
    bodies: [{ role: 'main', contentType: 'text/html', value: paragraphsOf(paragraphs) }],
    ...fields,
  });
}

export function jsonFeed({ language, headline, paragraphs }: Parts, fields: object = {}): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Museum news',
    language,
    items: [
      {
        id: 'https://museum.example/news/1',
        title: headline,
        content_text: paragraphs.join('\n\n'),
        date_published: '2026-03-12T09:00:00Z',
        ...fields,
      },
    ],
  });
}

/** `fields` are further elements of the item. An element given there replaces `pubDate`. */
export function rss({ language, headline, paragraphs }: Parts, fields = ''): string {
  const date = fields.includes('<pubDate>') ? '' : '<pubDate>Thu, 12 Mar 2026 09:00:00 GMT</pubDate>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Museum news</title><link>https://museum.example/</link><description>News</description><language>${language}</language>
<item><title>${headline}</title><link>https://museum.example/news/1</link><guid>https://museum.example/news/1</guid>
<content:encoded><![CDATA[${paragraphsOf(paragraphs)}]]></content:encoded>${date}${fields}</item></channel></rss>`;
}

export function atom({ language, headline, paragraphs }: Parts, fields = ''): string {
  const date = fields.includes('<published>') ? '' : '<published>2026-03-12T09:00:00Z</published>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xml:lang="${language}">
<title>Museum news</title><id>https://museum.example/</id><updated>2026-03-12T09:00:00Z</updated>
<entry><title>${headline}</title><id>https://museum.example/news/1</id><updated>2026-03-12T09:00:00Z</updated>${date}${fields}
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${paragraphsOf(paragraphs)}</div></content></entry></feed>`;
}

/** `meta` are elements of itemMeta, after the dates. */
export function g2({ language, headline, paragraphs }: Parts, meta = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20260312:museum" version="1"
 standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="${language}">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Wire</name></provider>
<versionCreated>2026-03-12T09:00:00Z</versionCreated>${meta}</itemMeta>
<contentMeta><language tag="${language}"/><headline>${headline}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${headline}</title></head>
<body>${paragraphsOf(paragraphs)}</body></html></inlineXML></contentSet></newsItem>`;
}

/** `docdata` are further elements of docdata; `attributes` those of the element itself. */
export function nitf({ language, headline, paragraphs }: Parts, docdata = '', attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>${headline}</title><docdata${attributes}><doc-id id-string="museum-2026-03-12"/>
<date.issue norm="20260312T090000Z"/>${docdata}</docdata></head>
<body xml:lang="${language}"><body.head><hedline><hl1>${headline}</hl1></hedline></body.head>
<body.content>${paragraphsOf(paragraphs)}</body.content></body></nitf>`;
}
