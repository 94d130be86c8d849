import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import type { SmallDocument, SmallNode } from '@mozilla/readability/JSDOMParser.js';
import type JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { type ChildNode, Document, Element, isTag, isText, Text } from 'domhandler';
import { once } from '../../../domain/once.ts';
import { defined } from '../../draft/defined.ts';
import { linkForPlugin } from '../../markup/embeds.ts';
import { PLAYERS, recordingIn } from '../../markup/recordings.ts';
import { shownIn } from '../../markup/shown.ts';

/** Readability, in a file of its own (infra/bundle.ts). */
const library = once(
  () =>
    createRequire(import.meta.url)('./readability.mjs') as {
      Readability: typeof Readability;
      JSDOMParser: typeof JSDOMParser;
    },
);

/** A page with more elements takes too long to search. Large front pages have 6,000 elements in 40 levels. */
const MAX_ELEMENTS = 12_000;
const MAX_LEVELS = 60;
/** How many notes on frames are kept. A page may have many frames beside its article. */
const MAX_NOTES = 5;
/** How many attributes of one element are read. */
const MAX_ATTRIBUTES = 60;

/** The part of a page that is the article, with its title, byline and date. */
export interface ReadableArticle {
  title?: string;
  /** The elements of the article. They are not sanitised. */
  content: Document;
  /** What was left out of the page before the article was searched. */
  notes: string[];
  byline?: string;
  publishedTime?: string;
}

/**
 * The article in a page, found by Mozilla's Readability. Undefined if it finds no article, or if the page is too
 * large to be searched.
 */
export function readable(page: Document, base?: string): ReadableArticle | undefined {
  const copy = toReadabilityDom(page, base);
  if (copy === undefined) return undefined;
  const { small, notes } = copy;
  // Readability does not read JSON-LD, because json-ld.ts does. Classes are kept because they distinguish a caption
  // from a credit.
  const result = attempt(() =>
    new (library().Readability)(small as unknown as ConstructorParameters<typeof Readability>[0], {
      disableJSONLD: true,
      keepClasses: true,
      // Return a tree, because HTML would have to be parsed again.
      serializer: ({ childNodes }: SmallNode) => new Document(childNodes.flatMap(fromReadabilityDom)),
    }).parse(),
  );
  if (!result?.content || !result.textContent?.trim()) return undefined;
  const { title, content, byline, publishedTime } = result;
  return defined<ReadableArticle>({
    content,
    notes: notes.slice(0, MAX_NOTES),
    title: title ?? undefined,
    byline: byline ?? undefined,
    publishedTime: publishedTime ?? undefined,
  });
}

/** Node types (DOM Standard, section 4.4). */
const ELEMENT = 1;
const TEXT = 3;

/** If an `img` replaces a player, this attribute has the element name of the player. */
const PLAYER_ATTRIBUTE = 'data-player-name';

/**
 * Replaces a player with a picture. Readability would remove a paragraph that contains only a player, but it keeps a
 * paragraph with a picture.
 */
function asPicture(element: Element, base: string | undefined): Element {
  if (!PLAYERS.has(element.name)) return element;
  const recording = recordingIn(element, base);
  const found = 'note' in recording ? {} : { src: recording.href, type: recording.contenttype };
  return new Element('img', { ...element.attribs, ...found, [PLAYER_ATTRIBUTE]: element.name });
}

/** Converts a node of Readability's DOM into nodes of the library domhandler, which the other code uses. */
function fromReadabilityDom(node: SmallNode): ChildNode[] {
  if (node.nodeType === TEXT) return [new Text(node.textContent)];
  if (node.nodeType !== ELEMENT) return [];
  const { localName, attributes, childNodes } = node;
  const attribs = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const player = attribs[PLAYER_ATTRIBUTE] ?? '';
  const name = localName === 'img' && PLAYERS.has(player) ? player : localName;
  const element = new Element(name, attribs, childNodes.flatMap(fromReadabilityDom));
  for (const child of element.children) child.parent = element;
  return [element];
}

/** The result, or undefined if Readability throws, as it does for a few unusual pages. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Elements that do not help to find the article. On many pages they are most of the bytes. */
const LEFT_OUT = new Set(['script', 'style', 'link', 'svg', 'math', 'template']);
/** Plug-ins. What is inside an `object` is for readers whose program has no such plug-in. */
const PLUGINS = new Set(['object', 'embed']);
/**
 * The form of the element and attribute names that are copied. Readability may write the page as HTML and parse it
 * again, and other names would be lost then.
 */
const NAME = /^[a-z][\w:-]*$/i;

/**
 * Copies the page into Readability's own DOM. The copy shows what a reader sees: it also contains the pictures that a
 * script of the page would load later.
 * Undefined if the page is too large.
 */
function toReadabilityDom(
  page: Document,
  base: string | undefined,
): { small: SmallDocument; notes: string[] } | undefined {
  const shown = shownIn(page, base);
  // Readability resolves each link against `base`. Without `base`, it throws and catches an exception for each link,
  // which is much slower.
  const small = new (library().JSDOMParser)().parse('<html><head></head><body></body></html>', base);
  const parts: Readonly<Record<string, SmallNode>> = { html: small.body, head: small.head, body: small.body };
  let elements = 0;
  const notes: string[] = [];
  const fill = (parent: SmallNode, nodes: readonly ChildNode[], level: number): void => {
    if (level > MAX_LEVELS) elements = Infinity;
    for (const node of nodes) {
      if (elements > MAX_ELEMENTS) return;
      if (isText(node)) parent.appendChild(small.createTextNode(node.data));
      else if (isTag(node) && !LEFT_OUT.has(node.name) && NAME.test(node.name)) {
        const instead = shown.insteadOf(node);
        if (instead === undefined && PLUGINS.has(node.name)) {
          notes.push(...linkForPlugin(node).notes);
          fill(parent, node.children, level + 1);
          continue;
        }
        for (const element of instead ?? [node]) add(parent, asPicture(element, base), level);
      }
    }
  };
  const add = (parent: SmallNode, { name, attribs, children }: Element, level: number): void => {
    elements++;
    const part = parts[name];
    const element = part ?? small.createElement(name);
    for (const attribute of Object.keys(attribs).slice(0, MAX_ATTRIBUTES)) {
      if (NAME.test(attribute)) element.setAttribute(attribute, attribs[attribute] ?? '');
    }
    if (part === undefined) parent.appendChild(element);
    fill(element, children, level + 1);
    if (name === 'title' && small.title === '') small.title = element.textContent.trim();
  };
  fill(small.body, page.children, 0);
  return elements > MAX_ELEMENTS ? undefined : { small, notes: [...shown.notes, ...notes] };
}
