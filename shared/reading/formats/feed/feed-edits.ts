/** The XML feed formats. An RDF feed is RSS 0.90 or 1.0. */
export type FeedKind = 'rss' | 'rdf' | 'atom';

/**
 * The formats by the local name of their root element. A single Atom entry is a document too (RFC 4287 section 2).
 */
const KINDS = new Map<string, FeedKind>([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
]);

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The format whose root element has this name. */
export const kindOf = (root: string): FeedKind | undefined => KINDS.get(localName(root));

export const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));

/** RSS elements with the same meaning as an element that `feedsmith`, the library that parses feeds, knows. */
const KNOWN_NAMES = new Map([
  ['body', 'content:encoded'],
  ['fullitem', 'content:encoded'],
  ['dc:author', 'dc:creator'],
]);

/** Elements that name a person. feedsmith takes minutes to parse such an element of half a megabyte. */
const PERSON_ELEMENTS = new Set(['author', 'managingeditor', 'webmaster']);
const MAX_PERSON_CHARACTERS = 500;

/** Elements whose `xml:lang` is used for the item. feedsmith returns only the `xml:lang` of the item itself. */
const CONTENT_ELEMENTS = new Set(['content:encoded', 'description']);

/** The media type of content of unknown type. Such content is in base64. */
const OCTETS = 'application/octet-stream';

/**
 * Whether every JavaScript object has a property of this name, such as `constructor`. feedsmith cannot read a feed
 * that has an element with such a name.
 */
const isObjectProperty = (name: string): boolean => name.slice(name.indexOf(':') + 1) in {};

/** A start tag and its offsets in the document. */
export interface StartTag {
  name: string;
  attributes: Record<string, string>;
  start: number;
  /** The offset after the tag. */
  end: number;
  isSelfClosing: boolean;
}

/** An open element that needs an edit at its end too. */
interface OpenEdit {
  name: string;
  newName: string;
  /** The start of its text, if the text is base64. */
  base64From?: number;
  /** The start of its text, if the text names a person. */
  personFrom?: number;
}

/**
 * Edits of a feed's XML before feedsmith reads it. They rename elements to names that feedsmith knows, decode
 * `mode="base64"` of Atom 0.3, move the language of an RSS item's contents to the item, and shorten the names of
 * people. The caller reports each tag in document order. Only a feed, an item and their children are edited.
 */
export class FeedEdits {
  private readonly xml: string;
  private root = '';
  /** The prefix of the current item. */
  private itemPrefix = '';
  private edits: { from: number; to: number; text: string }[] = [];
  /** One member for each open element; undefined for an element without an edit at its end. */
  private open: (OpenEdit | undefined)[] = [];
  /**
   * The offset in the current item's start tag at which `xml:lang` can be added. Undefined if the item has a
   * language.
   */
  private withoutLanguage: number | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  /**
   * Reports a start tag. `level` is 0 for an item or, outside items, for the root element, and 1 for their children.
   */
  opened(tag: StartTag, level: number, isInItem: boolean): void {
    if (this.root === '') this.root = tag.name;
    const { name, attributes, start, end, isSelfClosing } = tag;
    if (isInItem && level === 0) this.itemPrefix = prefixOf(name);
    const newName = isObjectProperty(name) ? 'x' : isInItem && level <= 1 ? this.knownName(name) : name;
    if (newName !== name) this.edits.push({ from: start + 1, to: start + 1 + name.length, text: newName });
    if (isInItem && level === 0)
      this.withoutLanguage = attributes['xml:lang'] === undefined ? end - 1 : undefined;
    if (isInItem && level === 1 && CONTENT_ELEMENTS.has(newName)) this.setLanguage(attributes['xml:lang']);
    const isBase64 = level === 1 && this.isBase64(attributes);
    const type = isBase64 ? this.xml.slice(start, end).indexOf(OCTETS) : -1;
    if (type !== -1) this.edits.push({ from: start + type, to: start + type + OCTETS.length, text: 'html' });
    const isPerson = PERSON_ELEMENTS.has(localName(name)) && kindOf(this.root) !== 'atom';
    const needsEndEdit = !isSelfClosing && (newName !== name || isBase64 || isPerson);
    this.open.push(
      needsEndEdit
        ? { name, newName, ...(isBase64 && { base64From: end }), ...(isPerson && { personFrom: end }) }
        : undefined,
    );
  }

  /**
   * Reports an end tag. `end`: the offset at which the end tag begins, which is the end of the element's contents.
   */
  closed(end: number): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const { name, newName, base64From, personFrom } = element;
    if (personFrom !== undefined && end - personFrom > MAX_PERSON_CHARACTERS) {
      const text = this.xml
        .slice(personFrom, personFrom + MAX_PERSON_CHARACTERS)
        .replace(/<.*$|&[^;]*$/s, '');
      this.edits.push({ from: personFrom, to: end, text });
    }
    if (base64From !== undefined) {
      const decoded = Buffer.from(this.xml.slice(base64From, end), 'base64').toString('utf8');
      const text = decoded.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      this.edits.push({ from: base64From, to: end, text });
    }
    if (newName !== name) this.edits.push({ from: end + 2, to: end + 2 + name.length, text: newName });
  }

  /** A part of the document with the edits in it. The caller asks for the parts in document order. */
  cut(from: number, to: number): string {
    const pieces: string[] = [];
    let at = from;
    for (const edit of this.edits.toSorted((a, b) => a.from - b.from)) {
      if (edit.from < at || edit.to > to) continue;
      pieces.push(this.xml.slice(at, edit.from), edit.text);
      at = edit.to;
    }
    this.edits = this.edits.filter(({ from: start }) => start >= to);
    return pieces.join('') + this.xml.slice(at, to);
  }

  /** Drops the edits of an item that is left out. The outermost `levels` elements stay open. */
  discardItem(levels: number): void {
    this.edits = [];
    this.open.length = levels;
  }

  private setLanguage(language: string | undefined): void {
    const at = this.withoutLanguage;
    if (kindOf(this.root) === 'atom' || at === undefined || !/^[\w-]{2,35}$/.test(language ?? '')) return;
    this.withoutLanguage = undefined;
    this.edits.push({ from: at, to: at, text: ` xml:lang="${language}"` });
  }

  /**
   * Whether the text of an element is base64. Atom 0.3 states this in the attribute `mode`. In Atom 1.0, content of a
   * type that is neither text nor XML is base64 (RFC 4287 section 4.1.3.3).
   */
  private isBase64(attributes: StartTag['attributes']): boolean {
    return attributes['mode']?.toLowerCase() === 'base64' || attributes['type'] === OCTETS;
  }

  private knownName(name: string): string {
    const kind = kindOf(this.root);
    if (kind === 'atom') return name;
    const prefix = prefixOf(name);
    const isOwn = kind === 'rss' && prefix !== '' && [prefixOf(this.root), this.itemPrefix].includes(prefix);
    if (name === 'content') return 'content:encoded';
    return KNOWN_NAMES.get(name) ?? KNOWN_NAMES.get(localName(name)) ?? (isOwn ? localName(name) : name);
  }
}
