import { DOCUMENTS } from '../domain/feed.ts';
import { lineOfText } from '../domain/text.ts';
import { category } from './category.ts';
import type { PreparedItem } from './prepared-item.ts';
import { differingLanguage, languageTag } from './prepared-item.ts';
import { address, atomEntryCore, atomHeadCore } from './core.ts';
import type { Element } from './element.ts';
import { NAMESPACES, startTag, writeElements } from './element.ts';
import type { FeedHead, Format } from './format.ts';
import { writeFragment } from './fragment.ts';
import { enclosures, mediaElements } from './media.ts';
import type { Shape } from './xml-document.ts';
import { faultOf, faultOfItem, joinParts, writtenItems } from './xml-document.ts';

const SHAPE: Shape = {
  path: [`{${NAMESPACES.atom}}feed`],
  item: `{${NAMESPACES.atom}}entry`,
  id: `{${NAMESPACES.atom}}id`,
  separator: '\n    ',
};
const CLOSE = '\n</feed>\n';

/** Atom 1.0 (RFC 4287), with Media RSS 1.5.1 for pictures and recordings. */
export const atom: Format = {
  name: 'atom',
  ...DOCUMENTS.atom,
  fragment: (item, head) =>
    writeFragment(
      item,
      (prepared) => writeEntry(prepared, head.language),
      (text) => faultOfItem({ text, id: item.id, open: open(head.language), close: CLOSE }, SHAPE),
    ),
  document(head, fragments) {
    const start = open(head.language) + atomHeadCore(head) + writeElements([publisher(head)], '    ');
    return joinParts({ head: start, fragments, tail: CLOSE }, SHAPE);
  },
  check: (document, items) => faultOf(document, SHAPE, items),
  items: (document) => writtenItems(document, SHAPE),
};

function open(language: string | undefined): string {
  const attributes = {
    xmlns: NAMESPACES.atom,
    'xmlns:media': NAMESPACES.media,
    'xml:lang': languageTag(language),
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${startTag({ name: 'feed', attributes })}`;
}

/** The author of each entry that has no author of its own (RFC 4287 section 4.2.1). */
function publisher(head: FeedHead): Element {
  return {
    name: 'author',
    content: [
      { name: 'name', content: lineOfText(head.publisher.name) },
      { name: 'uri', content: address(head.publisher.url) },
    ],
  };
}

function writeEntry(item: PreparedItem, feedLanguage: string | undefined): string {
  const attributes = { 'xml:lang': differingLanguage(item, feedLanguage) };
  const extras = writeElements(modules(item), '        ');
  return `${startTag({ name: 'entry', attributes })}${atomEntryCore(item)}${extras}\n    </entry>`;
}

/**
 * Elements that the library `feed` writes wrongly or not at all. RFC 4287 has no element for the role of an author.
 */
function modules(item: PreparedItem): Element[] {
  return [
    ...item.authors.map(({ name }) => ({ name: 'author', content: [{ name: 'name', content: name }] })),
    ...item.subjects.map(category).map(({ term, scheme, label }) => ({
      name: 'category',
      attributes: { term, scheme, label: label === term ? undefined : label },
    })),
    // Enclosures: RFC 4287 section 4.2.7.2. The length is a hint and may be absent (section 4.2.7.6).
    ...enclosures(item.media).map(({ href, type, length }) => ({
      name: 'link',
      attributes: { rel: 'enclosure', href, type, length },
    })),
    ...mediaElements(item.media),
  ];
}
