import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { findAll } from 'domutils';
import { folded } from '../../domain/text.ts';
import { serialised } from './serialise.ts';
import { AS_WRITTEN, textOfNodes } from './text-of-markup.ts';

/** An article's markup as a flat run of blocks: what the editorial rules look at and what the body is put together from. */
export interface Block {
  node: Element;
  /** The block's text on one line. */
  text: string;
}

const BLOCK_TAGS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'hr',
]);
/** What says something, or keeps a table's shape, although it has no text. */
const SPEAKS_WITHOUT_TEXT = new Set(['img', 'hr', 'br', 'td', 'th']);
const KEEPS_SPACE = new Set(['pre', 'code']);

/** Splits reduced markup into its blocks: wrappers opened, empty elements and links that lead nowhere gone. */
export function blocksOf(nodes: readonly ChildNode[]): Block[] {
  const around: Around = new Set();
  return flatten(pruned(nodes, around), around).map((node) => ({ node, text: lineOf(node) }));
}

/** The blocks' HTML, one to a line. */
export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(({ node }) => serialised(node)).join('\n');
}

/** A copy of the block with every text outside `pre` and `code` changed. */
export function mapTexts(block: Block, change: (text: string) => string): Block {
  const walk = (node: ChildNode): void => {
    if (isText(node)) node.data = change(node.data);
    else if (isTag(node) && !KEEPS_SPACE.has(node.name)) node.children.forEach(walk);
  };
  const node = block.node.cloneNode(true);
  walk(node);
  return { node, text: lineOf(node) };
}

/** The level of a heading, 1 to 6; undefined for any other block. */
export function headingLevel(block: Block): number | undefined {
  const level = /^h([1-6])$/.exec(block.node.name)?.[1];
  return level === undefined ? undefined : Number(level);
}

const imagesIn = (node: Element): Element[] => findAll(({ name }) => name === 'img', [node]);

/** Whether a block is a picture with what belongs to it, rather than text. */
export function isPicture({ node }: Block): boolean {
  return node.name === 'figure' && imagesIn(node).length > 0;
}

/** The addresses of the pictures in a block. */
export function pictureAddresses({ node }: Block): string[] {
  return imagesIn(node).flatMap(({ attribs }) => attribs['src'] ?? []);
}

/** What is left of a block whose text is cut: its pictures. */
export function withoutText({ node }: Block): Block[] {
  const images = imagesIn(node).map((img) => img.cloneNode());
  return images.length === 0 ? [] : [{ node: new Element('p', {}, images), text: '' }];
}

function lineOf(node: ChildNode): string {
  return folded(textOfNodes([node], AS_WRITTEN)).trim();
}

/**
 * Elements that are for text and have blocks in them, as Google Docs puts a whole document into one `b` and teasers
 * into one `a`. A browser closes a paragraph there, so that what is stored would read differently.
 */
type Around = Set<ChildNode>;
/** Parts of lists, tables and figures; without those a browser drops the tags of most. */
const PARTS = new Set([
  'li',
  'dt',
  'dd',
  'figcaption',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
]);

/** What is left of nodes: nothing of an empty one, only the contents of a link without address. */
function pruned(nodes: readonly ChildNode[], around: Around, into: ChildNode[] = []): ChildNode[] {
  for (const node of nodes) {
    if (isText(node)) into.push(node);
    if (!isTag(node)) continue;
    if (node.name === 'img' && node.attribs['src'] === undefined) continue;
    if (node.name === 'a' && node.attribs['href'] === undefined) {
      pruned(node.children, around, into);
      continue;
    }
    node.children = pruned(node.children, around);
    const isForText = node.name === 'p' || !(BLOCK_TAGS.has(node.name) || PARTS.has(node.name));
    if (isForText && node.children.some((child) => isBlock(child) || isPart(child) || around.has(child)))
      around.add(node);
    if (SPEAKS_WITHOUT_TEXT.has(node.name) || hasContents(node.children)) into.push(node);
  }
  return into;
}

function hasContents(nodes: readonly ChildNode[]): boolean {
  return nodes.some((node) => (isText(node) ? /\S/u.test(node.data) : !isBreak(node)));
}

const isBreak = (node: ChildNode): boolean => isTag(node) && node.name === 'br';

const isPart = (node: ChildNode): boolean => isTag(node) && PARTS.has(node.name);

function isBlock(node: ChildNode): node is Element {
  return isTag(node) && BLOCK_TAGS.has(node.name);
}

/** Runs of inline nodes become paragraphs; a div is a wrapper around what is in it, and so is what has blocks in it. */
function flatten(nodes: readonly ChildNode[], around: Around, into: Element[] = []): Element[] {
  let run: ChildNode[] = [];
  for (const node of nodes) {
    const isWrapper = isTag(node) && (node.name === 'div' || isPart(node) || around.has(node));
    if (!isWrapper && !isBlock(node)) {
      run.push(node);
      continue;
    }
    if (hasContents(run)) into.push(...paragraphsOf(run));
    run = [];
    if (isWrapper) flatten(node.children, around, into);
    else if (node.name === 'p' && node.children.some(isBreak))
      into.push(...paragraphsOf(node.children, node.attribs));
    else into.push(node);
  }
  if (hasContents(run)) into.push(...paragraphsOf(run));
  return into;
}

/** Paragraphs of a run of inline nodes; two line breaks in a row end one, as content systems export them. */
function paragraphsOf(run: readonly ChildNode[], attribs: Record<string, string> = {}): Element[] {
  const paragraphs: ChildNode[][] = [[]];
  let breaks = 0;
  for (const node of run) {
    if (isBreak(node)) {
      breaks++;
      continue;
    }
    if (breaks > 0 && hasContents([node])) {
      if (breaks > 1) paragraphs.push([]);
      else paragraphs.at(-1)?.push(new Element('br', {}));
      breaks = 0;
    }
    paragraphs.at(-1)?.push(node);
  }
  return paragraphs.filter(hasContents).map((children) => new Element('p', { ...attribs }, children));
}
