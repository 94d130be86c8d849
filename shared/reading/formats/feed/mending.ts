/** Which of the XML feed formats a document is; an RDF feed is RSS 0.90 or 1.0. */
export type FeedKind = 'rss' | 'rdf' | 'atom';

/** The formats by their root element's local name; a single Atom entry is a document too (RFC 4287 section 2). */
const KINDS = new Map<string, FeedKind>([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
]);

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The format that a root element of this name begins; undefined if it is none of them. */
export const kindOf = (root: string): FeedKind | undefined => KINDS.get(localName(root));

export const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));

/** RSS elements that say what a better known one says: full contents, and the author. */
const RENAMED = new Map([
  ['body', 'content:encoded'],
  ['fullitem', 'content:encoded'],
  ['dc:author', 'dc:creator'],
]);

/** Elements that name a person in a line; feedsmith takes minutes over one of half a megabyte. */
const PEOPLE = new Set(['author', 'managingeditor', 'webmaster']);
const LONGEST_PERSON = 500;

/** Elements whose language is the item's: feedsmith hands over the item's own `xml:lang` only. */
const CONTENTS = new Set(['content:encoded', 'description']);

const OCTETS = 'application/octet-stream';

/** Names of JavaScript's own (`constructor`): feedsmith loses the whole feed over an element called so. */
const isUnspeakable = (name: string): boolean => name.slice(name.indexOf(':') + 1) in {};

/** A start tag and where it stands. */
export interface StartTag {
  name: string;
  attributes: Record<string, string>;
  start: number;
  /** After the tag. */
  end: number;
  isSelfClosing: boolean;
}

interface Watched {
  renamed: string;
  name: string;
  /** Where its text starts, if that is base64. */
  encodedFrom?: number;
  /** The same, if it names a person. */
  namedFrom?: number;
}

/**
 * What of a feed is handed on differently from how it stands: elements under a name that readers know, and Atom 0.3's
 * `mode="base64"` decoded, and the language of an RSS item's contents as the item's. Told of every tag in document order; only a feed's and an item's own elements matter.
 */
export class Mending {
  private readonly xml: string;
  private root = '';
  private edits: { from: number; to: number; text: string }[] = [];
  private open: (Watched | undefined)[] = [];
  /** Where an item's start tag ends, as long as it says no language. */
  private withoutLanguage: number | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  /** `level`: 0 for the item itself or, outside items, the root; 1 for its children. */
  opened(tag: StartTag, level: number, isInItem: boolean): void {
    if (this.root === '') this.root = tag.name;
    const { name, attributes, start, end, isSelfClosing } = tag;
    const renamed = isUnspeakable(name) ? 'x' : isInItem && level <= 1 ? this.renamedTo(name) : name;
    if (renamed !== name) this.edits.push({ from: start + 1, to: start + 1 + name.length, text: renamed });
    if (isInItem && level === 0)
      this.withoutLanguage = attributes['xml:lang'] === undefined ? end - 1 : undefined;
    if (isInItem && level === 1 && CONTENTS.has(renamed)) this.lend(attributes['xml:lang']);
    const isBase64 = level === 1 && this.isBase64(attributes);
    const type = isBase64 ? this.xml.slice(start, end).indexOf(OCTETS) : -1;
    if (type !== -1) this.edits.push({ from: start + type, to: start + type + OCTETS.length, text: 'html' });
    const isPerson = PEOPLE.has(localName(name)) && kindOf(this.root) !== 'atom';
    const isWatched = !isSelfClosing && (renamed !== name || isBase64 || isPerson);
    this.open.push(
      isWatched
        ? { renamed, name, ...(isBase64 && { encodedFrom: end }), ...(isPerson && { namedFrom: end }) }
        : undefined,
    );
  }

  /** `end`: where the end tag starts. */
  closed(end: number): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const { name, renamed, encodedFrom, namedFrom } = element;
    if (namedFrom !== undefined && end - namedFrom > LONGEST_PERSON) {
      const text = this.xml.slice(namedFrom, namedFrom + LONGEST_PERSON).replace(/<.*$|&[^;]*$/s, '');
      this.edits.push({ from: namedFrom, to: end, text });
    }
    if (encodedFrom !== undefined) {
      const decoded = Buffer.from(this.xml.slice(encodedFrom, end), 'base64').toString('utf8');
      const text = decoded.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      this.edits.push({ from: encodedFrom, to: end, text });
    }
    if (renamed !== name) this.edits.push({ from: end + 2, to: end + 2 + name.length, text: renamed });
  }

  /** A stretch of the document as it is handed on. Stretches are asked for in order, and what lies before is done. */
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

  /** Drops an item that is not handed on, with what was open in it. */
  forget(levels: number): void {
    this.edits = [];
    this.open.length = levels;
  }

  private lend(language: string | undefined): void {
    const at = this.withoutLanguage;
    if (kindOf(this.root) === 'atom' || at === undefined || !/^[\w-]{2,35}$/.test(language ?? '')) return;
    this.withoutLanguage = undefined;
    this.edits.push({ from: at, to: at, text: ` xml:lang="${language}"` });
  }

  /** Atom 0.3 says so; in Atom 1.0 it is what bytes of no known type are (RFC 4287 section 4.1.3.3). */
  private isBase64(attributes: StartTag['attributes']): boolean {
    return attributes['mode']?.toLowerCase() === 'base64' || attributes['type'] === OCTETS;
  }

  private renamedTo(name: string): string {
    const kind = kindOf(this.root);
    if (kind === 'atom') return name;
    const isOwn = kind === 'rss' && prefixOf(this.root) !== '' && prefixOf(name) === prefixOf(this.root);
    return RENAMED.get(name) ?? RENAMED.get(localName(name)) ?? (isOwn ? localName(name) : name);
  }
}
