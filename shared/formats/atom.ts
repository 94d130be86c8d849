import { DOCUMENTS } from '../domain/feed.ts';
import { lineOfText } from '../domain/text.ts';
import { category } from './category.ts';
import type { Conditioned } from './condition.ts';
import { differingLanguage, languageTag } from './condition.ts';
import { address, atomEntryCore, atomHeadCore } from './core.ts';
import type { Element } from './element.ts';
import { NAMESPACES, startTag, writeElements } from './element.ts';
import type { FeedHead, Format } from './format.ts';
import { gatedFragment } from './fragment.ts';
import { enclosures, mediaElements } from './media.ts';
import type { Shape } from './xml-document.ts';
import { faultOf, faultOfItem, joinItems, withoutItems } from './xml-document.ts';

const SHAPE: Shape = {
  path: [`{${NAMESPACES.atom}}feed`],
  item: `{${NAMESPACES.atom}}entry`,
  id: `{${NAMESPACES.atom}}id`,
  separator: '\n    ',
};
const CLOSE = '\n</feed>\n';

/** Atom 1.0 (RFC 4287) with Media RSS 1.5.1 for what is known of pictures and recordings. */
export const atom: Format = {
  name: 'atom',
  ...DOCUMENTS.atom,
  fragment: (item, head) =>
    gatedFragment(
      item,
      (conditioned) => writeEntry(conditioned, head.language),
      (text) => faultOfItem(text, item.id, [open(head.language), CLOSE], SHAPE),
    ),
  document(head, fragments) {
    const start = open(head.language) + atomHeadCore(head) + writeElements([publisher(head)], '    ');
    return joinItems(start, fragments, CLOSE, SHAPE);
  },
  check: (document, items) => faultOf(document, SHAPE, items),
  without: (document, ids) => withoutItems(document, SHAPE, ids),
};

function open(language: string | undefined): string {
  const attributes = {
    xmlns: NAMESPACES.atom,
    'xmlns:media': NAMESPACES.media,
    'xml:lang': languageTag(language),
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${startTag({ name: 'feed', attributes })}`;
}

/** The author of every entry that names none (RFC 4287 section 4.2.1). */
function publisher(head: FeedHead): Element {
  return {
    name: 'author',
    content: [
      { name: 'name', content: lineOfText(head.publisher.name) },
      { name: 'uri', content: address(head.publisher.url) },
    ],
  };
}

function writeEntry(item: Conditioned, feedLanguage: string | undefined): string {
  const attributes = { 'xml:lang': differingLanguage(item, feedLanguage) };
  const extras = writeElements(modules(item), '        ');
  return `${startTag({ name: 'entry', attributes })}${atomEntryCore(item)}${extras}\n    </entry>`;
}

/** What `feed` writes wrongly or not at all. Every byline is an author: RFC 4287 has no element for a role. */
function modules(item: Conditioned): Element[] {
  return [
    ...item.authors.map(({ name }) => ({ name: 'author', content: [{ name: 'name', content: name }] })),
    ...item.subjects.map(category).map(({ term, scheme, label }) => ({
      name: 'category',
      attributes: { term, scheme, label: label === term ? undefined : label },
    })),
    // RFC 4287 section 4.2.7.2; the length is a hint and may be absent (section 4.2.7.6).
    ...enclosures(item.media).map(({ href, type, length }) => ({
      name: 'link',
      attributes: { rel: 'enclosure', href, type, length },
    })),
    ...mediaElements(item.media),
  ];
}
