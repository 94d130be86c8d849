import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { kindOfName, type Sign, type SignKind } from '../../item/signs.ts';
import { answerOf, statusOf } from '../../item/status.ts';
import { childrenOf, localName } from '../xml-document.ts';
import { typeOfItem } from './item-type.ts';

/** What the elements of a feed item say about publication, and its type if it is not an article. */
export interface ItemSigns {
  signs: Sign[];
  /** The type of an item that is not an article, such as `wp:post_type: attachment`. */
  otherType?: string;
}

/** Dates that the format itself defines. They are read as dates of the article, in whatever form. */
const DATES_OF_FORMAT =
  /^(?:pubdate|published|updated|issued|created|modified|date|post_(?:date|modified)(?:_gmt)?)$/i;

/** Elements whose children or attributes say something about publication. */
const OTHER_NAMES = /^(?:control|sync|valid|available|post_type|post_password|postmeta|type|category)$/;

/** The namespaces of Dublin Core. */
const DUBLIN_CORE = /^https?:\/\/purl\.org\/dc\//;

/**
 * Reads what the elements of an item say about publication, from any vocabulary and with any prefix: Atom Publishing
 * (RFC 5023 section 13.1), PRISM, Dublin Core terms, Media RSS, FeedSync, WordPress, Blogger and others. The library that
 * parses feeds does not know most of them.
 */
export class ItemSignReader {
  private readonly namespaces: ReadonlyMap<string, string>;
  private readonly known = new Map<string, boolean>();

  /** `open`: the start tags around the items, with the namespaces that they declare. */
  constructor(open: string) {
    this.namespaces = namespacesIn(open);
  }

  read(xml: string): ItemSigns {
    if (!this.mayHaveSigns(xml) && !NOT_PUBLISHED.test(xml) && !hasSignInTag(xml)) return { signs: [] };
    const item = parseDocument(xml, { xmlMode: true }).children.find(isTag);
    const children = (item?.children ?? []).filter(isTag);
    const { name: otherType, sign } = typeOfItem(children) ?? {};
    if (otherType !== undefined) return { signs: [], otherType };
    const namespaces = new Map([...this.namespaces, ...namespacesIn(xml)]);
    const parts = mediaPartsOf(children);
    const signs = [
      ...[...children, ...parts.validity].flatMap((element) => signsOf(element, namespaces)),
      ...parts.status.flatMap(signsOfFile),
      ...children.flatMap(answerInDate),
      ...Object.entries(item?.attribs ?? {}).flatMap(signOfAttribute),
    ];
    return { signs: sign === undefined ? signs : [...signs, sign] };
  }

  /** Whether a tag in the item has a name that may matter. Most items have none, and need not be parsed again. */
  private mayHaveSigns(xml: string): boolean {
    for (const [, name = ''] of xml.matchAll(/<(?:[\w.-]{1,60}:)?([\p{L}_][\p{L}\p{N}_.-]{0,60})[\s>/]/gu)) {
      let isKnown = this.known.get(name);
      if (isKnown === undefined) {
        isKnown = OTHER_NAMES.test(name) || (!DATES_OF_FORMAT.test(name) && kindOfName(name) !== undefined);
        if (this.known.size < 10_000) this.known.set(name, isKnown);
      }
      if (isKnown) return true;
    }
    return false;
  }
}

/** `<published>false</published>`: no date, but the answer no. */
const NOT_PUBLISHED =
  /<(?:[\w.-]{1,60}:)?published[^<>]{0,200}>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}[a-z0]{1,8}\s{0,20}[<\]]/i;

function answerInDate(element: Element): Sign[] {
  const value = localName(element) === 'published' ? valueOf(element) : '';
  return value !== '' && answerOf(value) === 'no' ? [{ kind: 'shown', name: element.name, value }] : [];
}

/** The start tag of an item, and the names of its attributes. */
const START_TAG = /^[^<]{0,200}<[^<>]{1,2000}>/;
const ATTRIBUTE = /\s([\w:.-]{1,60})\s{0,9}=\s{0,9}["']/g;

function hasSignInTag(xml: string): boolean {
  const [tag = ''] = START_TAG.exec(xml) ?? [];
  return [...tag.matchAll(ATTRIBUTE)].some(([, name = '']) => kindOfAttribute(name) !== undefined);
}

function kindOfAttribute(name: string): SignKind | undefined {
  const local = name.slice(name.indexOf(':') + 1);
  const isDate = local !== 'published' && DATES_OF_FORMAT.test(local);
  return name.startsWith('xmlns') || isDate ? undefined : kindOfName(local);
}

/** What an attribute of the item itself says: `<item status="draft">`. */
function signOfAttribute([name, value]: [string, string]): Sign[] {
  const kind = kindOfAttribute(name);
  return kind === undefined ? [] : signOf(kind, name, value.trim());
}

function signsOf(element: Element, namespaces: ReadonlyMap<string, string>): Sign[] {
  const name = localName(element);
  if (name === 'control') {
    return element.children.filter(isTag).flatMap((child) => signsOf(child, namespaces));
  }
  if (name === 'sync') {
    return [{ kind: 'killed', name: 'sync deleted', value: element.attribs['deleted'] ?? 'false' }];
  }
  if (name === 'category') return signOfCategory(element);
  if (name === 'postmeta') return signOfPostMeta(element);
  const value = valueOf(element);
  if (name === 'post_password')
    return value === '' ? [] : [{ kind: 'held', name: element.name, value: 'yes' }];
  if (name === 'valid' || name === 'available') {
    const prefix = element.name.slice(0, Math.max(0, element.name.indexOf(':')));
    const kind = name === 'valid' || /[=/]/.test(value) ? 'period' : 'embargo';
    return DUBLIN_CORE.test(namespaces.get(prefix) ?? '') ? [{ kind, name: element.name, value }] : [];
  }
  const kind = DATES_OF_FORMAT.test(name) ? undefined : kindOfName(name);
  return kind === undefined || element.children.some(isTag) ? [] : signOf(kind, element.name, value);
}

/** A category of a vocabulary of states: `<category scheme="https://example.org/status" term="hold"/>`. */
function signOfCategory(element: Element): Sign[] {
  const { scheme, domain, term } = element.attribs;
  const vocabulary =
    (scheme ?? domain ?? '')
      .replace(/[/#:]+$/, '')
      .split(/[/#:]/)
      .at(-1) ?? '';
  if (kindOfName(vocabulary) !== 'status') return [];
  return [
    { kind: 'signal', name: `category of ${vocabulary.slice(0, 40)}`, value: term ?? valueOf(element) },
  ];
}

/**
 * A field that an extension of WordPress added to a post. Extensions use many names for many things, so only an
 * embargo, a known status and a switch that says yes count.
 */
function signOfPostMeta(element: Element): Sign[] {
  const [key = '', value = ''] = ['meta_key', 'meta_value'].map((name) =>
    childrenOf(element, name).map(valueOf).join(' '),
  );
  const kind = value === '' ? undefined : kindOfName(key);
  if (kind === 'embargo') return [{ kind, name: key, value }];
  if (kind === 'status') return [{ kind: 'signal', name: key, value }];
  return kind === 'held' && answerOf(value) === 'yes' ? [{ kind, name: key, value }] : [];
}

/** A sign of an element. A feed may have elements of any vocabulary, so a name that is used for other things is weaker. */
function signOf(kind: SignKind, name: string, value: string): Sign[] {
  if (kind === 'shown' && answerOf(value) === 'no') return [{ kind, name, value }];
  if (kind === 'published' || kind === 'shown')
    return [{ kind: kind === 'shown' ? 'signal' : 'dated', name, value }];
  if (/(?:^|:)(?:state|stage)$/i.test(name)) return [{ kind: 'signal', name, value }];
  // An element without a value, such as `<private/>`, says yes by being there.
  if ((kind === 'held' || kind === 'killed') && value === '') return [{ kind, name, value: 'yes' }];
  return [{ kind, name, value }];
}

/** The text of an element, or the value in an attribute. */
function valueOf(element: Element): string {
  const { state, value } = element.attribs;
  return textContent(element).replace(/\s+/gu, ' ').trim().slice(0, 500) || (state ?? value ?? '').trim();
}

/**
 * The status of a file. A file that is not active must not be shown, and the article with it waits for a person: it may
 * be about the file.
 */
function signsOfFile(element: Element): Sign[] {
  const state = valueOf(element);
  if (statusOf(state) === 'usable') return [];
  return [{ kind: 'held', name: `${element.name} of a file (${state.slice(0, 40)})`, value: 'yes' }];
}

/**
 * The validity and the status of the files in Media RSS are within `media:content` or `media:group`. They count for the
 * whole article.
 */
function mediaPartsOf(children: readonly Element[]): { validity: Element[]; status: Element[] } {
  const parts = children.filter(
    (element) => /^(?:content|group)$/.test(localName(element)) && element.name.includes(':'),
  );
  const inner = parts.flatMap((part) => [part, ...childrenOf(part, 'content')]);
  const named = (name: string): Element[] => inner.flatMap((part) => childrenOf(part, name));
  return { validity: [...named('valid'), ...named('available')], status: named('status') };
}

function namespacesIn(tags: string): Map<string, string> {
  const declared = tags.matchAll(/\sxmlns:([\w.-]{1,60})\s{0,9}=\s{0,9}["']([^"']{0,300})["']/g);
  return new Map([...declared].map(([, prefix = '', address = '']): [string, string] => [prefix, address]));
}
