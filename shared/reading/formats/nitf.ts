import render from 'dom-serializer';
import { type ChildNode, Element, isTag, isText, Text } from 'domhandler';
import { legalText, lineOfText } from '../../domain/text.ts';
import { type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { draftOf } from '../item/to-draft.ts';
import {
  type Enclosure,
  type UpstreamItem,
  type UpstreamPerson,
  defined,
  firstOf,
} from '../item/upstream-item.ts';
import { type Statement, withStatement } from '../item/statement.ts';
import { at, childrenOf, lineIn, localName, parseXml, within } from './xml-document.ts';

/** A NITF document (NITF 3.x, iptc.org/standards/nitf). */
export function fromNitf(text: string, defaults: SourceDefaults): Drafted[] {
  const parsed = parseXml(legalText(text.trimStart()));
  if (!parsed.ok) return [parsed];
  const nitf = localName(parsed.root) === 'nitf' ? parsed.root : within(parsed.root, 'nitf');
  if (nitf === undefined)
    return [rejected('XML_ROOT', `the root element is ${parsed.root.name.slice(0, 60)}`)];
  return [withStatement(draftOf(nitfItem(nitf), defaults), nitfStatement(nitf))];
}

/** What the body and its head say; the same when the document is within another one. */
export function nitfItem(nitf: Element): UpstreamItem {
  const docdata = at(nitf, 'head', 'docdata');
  const head = at(nitf, 'body', 'body.head');
  const body = at(nitf, 'body', 'body.content');
  const abstract = lineIn(at(head, 'abstract'));
  const html = render((body?.children ?? []).flatMap(toHtml), { encodeEntities: 'utf8' });
  const title = firstOf(lineIn(at(head, 'hedline', 'hl1')), lineIn(at(nitf, 'head', 'title')));
  return defined<UpstreamItem>({
    id: at(docdata, 'doc-id')?.attribs['id-string'],
    title: title === undefined ? undefined : { value: title, type: 'text' },
    summary: abstract === undefined ? undefined : { value: abstract, type: 'text' },
    content: html.trim() === '' ? undefined : { value: html, type: 'html' },
    published: at(docdata, 'date.issue')?.attribs['norm'],
    updated: firstOf(
      at(docdata, 'date.revision')?.attribs['norm'],
      at(docdata, 'du-key')?.attribs['generation'],
    ),
    authors: childrenOf(head, 'byline').flatMap(peopleIn),
    categories: childrenOf(at(docdata, 'key-list'), 'keyword').flatMap(({ attribs }) =>
      attribs['key'] === undefined ? [] : [{ name: attribs['key'] }],
    ),
    enclosures: (body?.children ?? []).filter(isTag).flatMap(mediaIn),
    language: nitf.attribs['xml:lang'],
    rights: at(docdata, 'doc.copyright')?.attribs['holder'],
  });
}

function nitfStatement(nitf: Element): Statement {
  const docdata = at(nitf, 'head', 'docdata');
  const norm = (name: string): string | undefined => at(docdata, name)?.attribs['norm'];
  const status = docdata?.attribs['management-status']?.toLowerCase();
  const urgency = Number(at(docdata, 'urgency')?.attribs['ed-urg']);
  return {
    status: status === 'canceled' || status === 'withheld' ? status : undefined,
    embargoed: norm('date.release'),
    expires: norm('date.expire'),
    ednote: at(docdata, 'ed-msg')?.attribs['info'],
    urgency: urgency >= 1 && urgency <= 9 ? urgency : undefined,
    places: childrenOf(at(docdata, 'identified-content'), 'location').flatMap((place) => lineIn(place) ?? []),
  };
}

/** `By Ada Lovelace, <byttl>Staff</byttl>`: the title is the role of the people, or the name where there is none. */
function peopleIn(byline: Element): UpstreamPerson[] {
  const title = lineIn(within(byline, 'byttl'));
  const people = childrenOf(byline, 'person').map((person) => lineIn(person) ?? '');
  const own = byline.children.filter((node) => !isTag(node) || localName(node) !== 'byttl');
  const role = title === undefined ? {} : { role: title };
  if (people.length > 0) return people.map((name) => ({ name, ...role }));
  const line = lineOfText(own.map((node) => lineIn(node) ?? '').join(' '));
  if (line !== '') return [{ byline: line, ...role }];
  return title === undefined ? [] : [{ name: title }];
}

/** The HTML that NITF's elements stand for; those not named here are opened, and their contents stay. */
const HTML_OF: Readonly<Record<string, string>> = {
  ...{
    p: 'p',
    hl1: 'h2',
    hl2: 'h3',
    bq: 'blockquote',
    pre: 'pre',
    ul: 'ul',
    ol: 'ol',
    li: 'li',
    dl: 'dl',
    dt: 'dt',
  },
  ...{
    dd: 'dd',
    table: 'table',
    caption: 'caption',
    thead: 'thead',
    tbody: 'tbody',
    tfoot: 'tfoot',
    tr: 'tr',
  },
  ...{
    th: 'th',
    td: 'td',
    em: 'em',
    q: 'q',
    sub: 'sub',
    sup: 'sup',
    a: 'a',
    br: 'br',
    hr: 'hr',
    block: 'div',
  },
};
/** Elements that are not the story's text. A picture or recording becomes an association. */
const LEFT_OUT = new Set(['media', 'nitf-table-metadata', 'custom-table', 'ednote']);
const KEPT_ATTRIBUTES = ['href', 'colspan', 'rowspan'];

function toHtml(node: ChildNode): ChildNode[] {
  if (isText(node)) return [new Text(node.data)];
  if (!isTag(node)) return [];
  const name = localName(node);
  if (LEFT_OUT.has(name)) return [];
  const children = node.children.flatMap(toHtml);
  const tag = HTML_OF[name];
  if (tag === undefined) return children;
  const kept = KEPT_ATTRIBUTES.flatMap((key) =>
    node.attribs[key] === undefined ? [] : [[key, node.attribs[key]]],
  );
  return [new Element(tag, Object.fromEntries(kept) as Record<string, string>, children)];
}

function mediaIn(element: Element): Enclosure[] {
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
