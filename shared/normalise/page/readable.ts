import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { type ChildNode, type Document, isTag, isText } from 'domhandler';
import { defined } from '../feed/upstream.ts';

/** Elements and levels beyond which finding the article in a page costs too much; large front pages have 6,000 and 40. */
const MOST = { elements: 12_000, levels: 60 };

/** The part of a page that is the article, and what stands beside it. */
export interface Found {
  title?: string;
  /** HTML as it came, cleaned of what is not the article but not sanitised. */
  content: string;
  byline?: string;
  publishedTime?: string;
}

/** The article in a page (Mozilla's Readability); undefined if none stands out, or the page is too large to look for it. */
export function readable(page: Document): Found | undefined {
  const markup = wellFormed(page);
  if (markup === undefined) return undefined;
  // What the page says of itself in JSON-LD is read elsewhere, and classes mean nothing to the sanitiser.
  const result = attempt(() =>
    new Readability(new JSDOMParser().parse(markup), { disableJSONLD: true, keepClasses: true }).parse(),
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

/** The page as XML would have it; undefined if it is beyond what is looked through. */
function wellFormed(page: Document): string | undefined {
  let elements = 0;
  const written = (nodes: readonly ChildNode[], level: number): string => {
    if (level > MOST.levels) elements = Infinity;
    let markup = '';
    for (const node of nodes) {
      if (elements > MOST.elements) return '';
      if (isText(node)) markup += escaped(node.data);
      else if (isTag(node) && !LEFT_OUT.has(node.name) && NAME.test(node.name)) {
        elements++;
        markup += `<${node.name}`;
        for (const name in node.attribs) {
          if (NAME.test(name)) markup += ` ${name}="${escaped(node.attribs[name] ?? '')}"`;
        }
        markup += VOID.has(node.name) ? '/>' : `>${written(node.children, level + 1)}</${node.name}>`;
      }
    }
    return markup;
  };
  const hasRoot = page.children.some((node) => isTag(node) && node.name === 'html');
  const inside = written(page.children, 0);
  if (elements > MOST.elements) return undefined;
  if (hasRoot) return inside;
  const body = /<body[\s>]/.test(inside) ? inside : `<body>${inside}</body>`;
  return `<html>${/<head[\s>]/.test(inside) ? '' : '<head></head>'}${body}</html>`;
}
