import { type ChildNode, Element, isTag, isText, Text } from 'domhandler';
import { defined } from '../draft/defined.ts';
import type { Enclosure } from '../item/upstream-item.ts';
import { at, childrenOf, lineIn, localName } from './xml-document.ts';

/** Elements that NITF and HTML both have. */
const SAME_IN_HTML = [
  'p',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'em',
  'q',
  'sub',
  'sup',
  's',
  'strike',
  'del',
  'ins',
  'a',
  'br',
  'hr',
];
/** The HTML element for each NITF element. A NITF element that is not listed is replaced with its contents. */
const HTML_OF: ReadonlyMap<string, string> = new Map([
  ['hl1', 'h2'],
  ['hl2', 'h3'],
  ['bq', 'blockquote'],
  ['block', 'div'],
  ...SAME_IN_HTML.map((name): [string, string] => [name, name]),
]);
/** Elements that are not text of the article. A picture or recording becomes an association. */
const LEFT_OUT = new Set(['media', 'nitf-table-metadata', 'custom-table', 'ednote']);
const KEPT_ATTRIBUTES = ['href', 'colspan', 'rowspan', 'style', 'hidden'];

/** A node of a NITF body as HTML. */
export function toHtml(node: ChildNode): ChildNode[] {
  if (isText(node)) return [new Text(node.data)];
  if (!isTag(node)) return [];
  const name = localName(node);
  if (LEFT_OUT.has(name)) return [];
  const children = node.children.flatMap(toHtml);
  const tag = HTML_OF.get(name);
  if (tag === undefined) return children;
  const kept = KEPT_ATTRIBUTES.flatMap((key) =>
    node.attribs[key] === undefined ? [] : [[key, node.attribs[key]]],
  );
  return [new Element(tag, Object.fromEntries(kept) as Record<string, string>, children)];
}

/** The pictures and recordings in an element of a NITF body, each in its widest file. */
export function mediaIn(element: Element): Enclosure[] {
  if (localName(element) !== 'media') return element.children.filter(isTag).flatMap(mediaIn);
  const kind = element.attribs['media-type'] ?? '';
  if (!/^(?:image|audio|video)$/.test(kind)) return [];
  const references = childrenOf(element, 'media-reference').map(({ attribs }) => attribs);
  const widest = references.toSorted((a, b) => Number(b['width'] ?? 0) - Number(a['width'] ?? 0))[0];
  const href = widest?.['source'];
  if (widest === undefined || href === undefined) return [];
  const pixels = (text: string | undefined): number | undefined =>
    /^\d{1,5}$/.test(text ?? '') ? Number(text) : undefined;
  return [
    defined<Enclosure>({
      href,
      type: widest['mime-type'] ?? `${kind}/*`,
      width: pixels(widest['width']),
      height: pixels(widest['height']),
      alt: widest['alternate-text'],
      caption: lineIn(at(element, 'media-caption')),
      credit: lineIn(at(element, 'media-producer')),
    }),
  ];
}
