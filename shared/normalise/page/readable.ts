import { Readability } from '@mozilla/readability';
import JSDOMParser, { type SmallNode } from '@mozilla/readability/JSDOMParser.js';
import { type ChildNode, Document, Element, isTag, isText, Text } from 'domhandler';
import { defined } from '../feed/upstream.ts';
import { shownIn } from '../html/shown.ts';

/** Elements and levels beyond which finding the article in a page costs too much; large front pages have 6,000 and 40. */
const MOST = { elements: 12_000, levels: 60 };

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
  const markup = wellFormed(page, base);
  if (markup === undefined) return undefined;
  // What the page says of itself in JSON-LD is read elsewhere; classes tell a caption from its credit.
  const result = attempt(() =>
    new Readability(new JSDOMParser().parse(markup), {
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

/** A node of Readability's DOM as one of ours. */
function asRead(node: SmallNode): ChildNode[] {
  if (node.nodeType === TEXT) return [new Text(node.textContent)];
  if (node.nodeType !== ELEMENT) return [];
  const { localName, attributes, childNodes } = node;
  const attribs = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const element = new Element(localName, attribs, childNodes.flatMap(asRead));
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
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const NAME = /^[a-z][\w:-]*$/i;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/**
 * The page as XML would have it, and as its readers see it, so that no picture waits for a script that is never run;
 * undefined if it is beyond what is looked through.
 */
function wellFormed(page: Document, base: string | undefined): string | undefined {
  const shown = shownIn(page, base);
  let elements = 0;
  const written = (nodes: readonly ChildNode[], level: number): string => {
    if (level > MOST.levels) elements = Infinity;
    let markup = '';
    for (const node of nodes) {
      if (elements > MOST.elements) return '';
      if (isText(node)) markup += escaped(node.data);
      else if (isTag(node) && !LEFT_OUT.has(node.name) && NAME.test(node.name)) {
        for (const element of shown.insteadOf(node) ?? [node]) markup += tag(element, level);
      }
    }
    return markup;
  };
  const tag = ({ name: tagName, attribs, children }: Element, level: number): string => {
    elements++;
    let markup = `<${tagName}`;
    for (const name in attribs) {
      if (NAME.test(name)) markup += ` ${name}="${escaped(attribs[name] ?? '')}"`;
    }
    return markup + (VOID.has(tagName) ? '/>' : `>${written(children, level + 1)}</${tagName}>`);
  };
  const hasRoot = page.children.some((node) => isTag(node) && node.name === 'html');
  const inside = written(page.children, 0);
  if (elements > MOST.elements) return undefined;
  if (hasRoot) return inside;
  const body = /<body[\s>]/.test(inside) ? inside : `<body>${inside}</body>`;
  return `<html>${/<head[\s>]/.test(inside) ? '' : '<head></head>'}${body}</html>`;
}
