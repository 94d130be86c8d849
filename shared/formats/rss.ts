import { DOCUMENTS } from '../domain/feed.ts';
import { lineOfText } from '../domain/text.ts';
import { category } from './category.ts';
import type { PreparedItem } from './prepared-item.ts';
import { differingLanguage } from './prepared-item.ts';
import { rssHeadCore, rssItemCore } from './core.ts';
import type { Element } from './element.ts';
import { NAMESPACES, startTag, writeElements } from './element.ts';
import type { Format } from './format.ts';
import { writeFragment } from './fragment.ts';
import type { Media } from './media.ts';
import { enclosures, mediaElements } from './media.ts';
import { textEitherWay } from './plain.ts';
import type { Shape } from './xml-document.ts';
import { faultOf, faultOfItem, joinParts, writtenItems } from './xml-document.ts';

const SHAPE: Shape = { path: ['rss', 'channel'], item: 'item', id: 'guid', separator: '\n        ' };
const ROOT: Element = {
  name: 'rss',
  attributes: {
    version: '2.0',
    ...Object.fromEntries(Object.entries(NAMESPACES).map(([prefix, uri]) => [`xmlns:${prefix}`, uri])),
  },
};
const OPEN = `<?xml version="1.0" encoding="utf-8"?>\n${startTag(ROOT)}\n    <channel>`;
const CLOSE = '\n    </channel>\n</rss>\n';

/**
 * RSS 2.0 with Media RSS 1.5.1 and the modules that the Best Practices Profile of the RSS Advisory Board describes:
 * atom:link, content:encoded and dc:creator. There is no `ttl`: Cache-Control says how long a copy is valid, and a
 * ttl of one minute would make programs poll every minute. There is no `author`: it must be an e-mail address.
 */
export const rss: Format = {
  name: 'rss',
  ...DOCUMENTS.rss,
  fragment: (item, head) =>
    writeFragment(
      item,
      (prepared) => writeItem(prepared, head.language),
      (text) => faultOfItem({ text, id: item.id, open: OPEN, close: CLOSE }, SHAPE),
    ),
  document(head, fragments) {
    const publisher = { name: 'dc:publisher', content: lineOfText(head.publisher.name) };
    const start = OPEN + rssHeadCore(head) + writeElements([publisher], '        ');
    return joinParts({ head: start, fragments, tail: CLOSE }, SHAPE);
  },
  check: (document, items) => faultOf(document, SHAPE, items),
  items: (document) => writtenItems(document, SHAPE),
};

function writeItem(item: PreparedItem, feedLanguage: string | undefined): string {
  const indent = '            ';
  // `feed` would write the title as CDATA. The profile recommends hexadecimal references, which do not work in CDATA.
  const title: Element = { name: 'title', content: textEitherWay(item.title) };
  return `<item>${writeElements([title], indent)}${rssItemCore(item)}${writeElements(
    modules(item, feedLanguage),
    indent,
  )}\n        </item>`;
}

/** Elements that the library `feed` writes wrongly or not at all. */
function modules(item: PreparedItem, feedLanguage: string | undefined): Element[] {
  const language = differingLanguage(item, feedLanguage);
  return [
    ...item.authors.map(({ name }) => ({ name: 'dc:creator', content: name })),
    ...item.subjects.map(category).map(({ scheme, label }) => ({
      name: 'category',
      attributes: { domain: scheme },
      content: label,
    })),
    ...(language === undefined ? [] : [{ name: 'dc:language', content: language }]),
    ...(item.rights === undefined ? [] : [{ name: 'dc:rights', content: item.rights }]),
    // RSS has no date of change. Without this element a program could not recognise a correction.
    ...(item.updated.getTime() === item.published.getTime()
      ? []
      : [{ name: 'atom:updated', content: item.updated.toISOString() }]),
    ...enclosure(item.media),
    ...mediaElements(item.media),
  ];
}

/**
 * The first recording or document of a known type. An item has at most one enclosure. All attributes are required,
 * and an unknown length is 0 (RSS Best Practices Profile, "enclosure"). The Media RSS elements list all files.
 */
function enclosure(media: readonly Media[]): Element[] {
  const first = enclosures(media).find(({ type }) => type !== undefined);
  if (first === undefined) return [];
  const { href, length = 0, type } = first;
  return [{ name: 'enclosure', attributes: { url: href, length, type } }];
}
