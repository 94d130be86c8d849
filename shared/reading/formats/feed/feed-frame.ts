import { type FeedKind, kindOf, localName } from './feed-edits.ts';

/** An element whose end tag has not come yet. */
export interface OpenElement {
  name: string;
  /** The start tag as it is in the document. */
  tag: string;
  attributes: Record<string, string>;
}

/** The elements around the items of a feed: `rss` and `channel`, `rdf:RDF`, or `feed`. */
export interface FeedFrame {
  kind: FeedKind;
  /** Their start tags, with the namespaces that they declare. */
  open: string;
  /** Their end tags. */
  close: string;
  /** Their xml:base attributes, outermost first. */
  bases: string[];
  /** The xml:lang of the innermost element that has one. */
  language?: string;
}

/** The frame of a feed with this root element. A single Atom entry gets a `feed` element around it. */
export function frameOf(root: OpenElement, channel: OpenElement = CHANNEL): FeedFrame {
  const kind = kindOf(root.name) ?? 'rss';
  const elements =
    localName(root.name) === 'entry' ? [ATOM_FEED] : [root, ...(kind === 'rss' ? [channel] : [])];
  const attribute = (name: string): string[] =>
    elements.map(({ attributes }) => attributes[name]).filter((value) => value !== undefined);
  const language = attribute('xml:lang').at(-1);
  // RSS has no namespace. If a sender gives RSS elements a prefix, remove it: feedsmith knows only the plain names.
  const names = elements.map(({ name }) => (kind === 'rss' ? localName(name) : name));
  return {
    kind,
    open: elements.map(({ tag, name }, at) => `<${names[at]}${tag.slice(1 + name.length)}`).join(''),
    close: endTags(names.map((name) => ({ name }))),
    bases: attribute('xml:base'),
    ...(language !== undefined && { language }),
  };
}

/** The end tags of open elements, the innermost first. */
export function endTags(elements: readonly Pick<OpenElement, 'name'>[]): string {
  return elements.reduce((tags, { name }) => `</${name}>${tags}`, '');
}

const CHANNEL: OpenElement = { name: 'channel', tag: '<channel>', attributes: {} };
const ATOM_FEED: OpenElement = {
  name: 'feed',
  tag: '<feed xmlns="http://www.w3.org/2005/Atom">',
  attributes: {},
};
