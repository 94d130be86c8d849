import { Readability } from '@mozilla/readability';
import JSDOMParser, { type SmallDocument, type SmallNode } from '@mozilla/readability/JSDOMParser.js';
import { type ChildNode, Document, Element, isTag, isText, Text } from 'domhandler';
import { defined } from '../../item/upstream-item.ts';
import { PLAYERS, recordingIn } from '../../markup/recordings.ts';
import { shownIn } from '../../markup/shown.ts';

/** Elements and levels, and attributes of one element, beyond which finding the article in a page costs too much; large front pages have 6,000 and 40. */
const MOST = { elements: 12_000, levels: 60, attributes: 60 };

/** The part of a page that is the article, and what stands beside it. */
export interface Found {
  title?: string;
  /** As it came, cleaned of what is not the article but not sanitised. */
  content: Document;
  byline?: string;
  publishedTime?: string;
}

/** The article in a page (Mozilla's Readability); undefined if none stands out, or the page is too large to look for it. */
export function readable(page: Document, base?: string): Found | undefined {
  const small = asReadabilityHasIt(page, base);
  if (small === undefined) return undefined;
  // What the page says of itself in JSON-LD is read elsewhere; classes tell a caption from its credit.
  const result = attempt(() =>
    new Readability(small as unknown as ConstructorParameters<typeof Readability>[0], {
      ...{ disableJSONLD: true, keepClasses: true },
      // Written out it would only be read again.
      serializer: ({ childNodes }: SmallNode) => new Document(childNodes.flatMap(asRead)),
    }).parse(),
  );
  if (!result?.content || !result.textContent?.trim()) return undefined;
  const { title, content, byline, publishedTime } = result;
  return defined<Found>({
    content,
    title: title ?? undefined,
    byline: byline ?? undefined,
    publishedTime: publishedTime ?? undefined,
  });
}

/** Kinds of node (DOM Standard, section 4.4). */
const ELEMENT = 1;
const TEXT = 3;

/** Says of an `img` which player it stands for. */
const PLAYER = 'data-player-name';

/** A player as a picture, because Readability takes a paragraph with nothing but a player in it for an empty one. */
function asPicture(element: Element, base: string | undefined): Element {
  if (!PLAYERS.has(element.name)) return element;
  const recording = recordingIn(element, base);
  const found = 'note' in recording ? {} : { src: recording.href, type: recording.contenttype };
  return new Element('img', { ...element.attribs, ...found, [PLAYER]: element.name });
}

/** A node of Readability's DOM as one of ours. */
function asRead(node: SmallNode): ChildNode[] {
  if (node.nodeType === TEXT) return [new Text(node.textContent)];
  if (node.nodeType !== ELEMENT) return [];
  const { localName, attributes, childNodes } = node;
  const attribs = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const player = attribs[PLAYER] ?? '';
  const name = localName === 'img' && PLAYERS.has(player) ? player : localName;
  const element = new Element(name, attribs, childNodes.flatMap(asRead));
  for (const child of element.children) child.parent = element;
  return [element];
}

/** Readability throws at pages that its DOM models in a way it does not expect. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Of no use to what looks for the article, and most of many pages' bytes. */
const LEFT_OUT = new Set(['script', 'style', 'link', 'svg', 'math', 'template', 'object', 'embed']);
/** Readability may write the page out and read it again; other names would not survive that. */
const NAME = /^[a-z][\w:-]*$/i;

/**
 * The page in Readability's own DOM, and as its readers see it, so that no picture waits for a script that is never
 * run; undefined if it is beyond what is looked through.
 */
function asReadabilityHasIt(page: Document, base: string | undefined): SmallDocument | undefined {
  const shown = shownIn(page, base);
  // With an address, because Readability resolves every link, and failing to takes it far longer.
  const small = new JSDOMParser().parse('<html><head></head><body></body></html>', base);
  const parts: Readonly<Record<string, SmallNode>> = { html: small.body, head: small.head, body: small.body };
  let elements = 0;
  const fill = (parent: SmallNode, nodes: readonly ChildNode[], level: number): void => {
    if (level > MOST.levels) elements = Infinity;
    for (const node of nodes) {
      if (elements > MOST.elements) return;
      if (isText(node)) parent.appendChild(small.createTextNode(node.data));
      else if (isTag(node) && !LEFT_OUT.has(node.name) && NAME.test(node.name)) {
        for (const element of shown.insteadOf(node) ?? [node]) add(parent, asPicture(element, base), level);
      }
    }
  };
  const add = (parent: SmallNode, { name, attribs, children }: Element, level: number): void => {
    elements++;
    const part = parts[name];
    const element = part ?? small.createElement(name);
    for (const attribute of Object.keys(attribs).slice(0, MOST.attributes)) {
      if (NAME.test(attribute)) element.setAttribute(attribute, attribs[attribute] ?? '');
    }
    if (part === undefined) parent.appendChild(element);
    fill(element, children, level + 1);
    if (name === 'title' && small.title === '') small.title = element.textContent.trim();
  };
  fill(small.body, page.children, 0);
  return elements > MOST.elements ? undefined : small;
}
