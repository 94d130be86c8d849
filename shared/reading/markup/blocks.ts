import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { findAll, findOne } from 'domutils';
import { lineOf } from './block-text.ts';
import { withParagraphBreaks } from './laid-out.ts';
import { serialised } from './serialise.ts';

/** A paragraph, heading, list, table or figure of an article. The editorial rules read and cut whole blocks. */
export interface Block {
  node: Element;
  /** The text of the block on one line. */
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
/** Elements that stay although they are empty: they show something, or are cells of a table. */
const KEPT_WHEN_EMPTY = new Set(['img', 'hr', 'br', 'td', 'th']);

/**
 * Splits reduced markup into blocks. Removes wrappers around blocks, empty elements, and links without an address.
 */
export function blocksOf(nodes: readonly ChildNode[]): Block[] {
  const around: AroundBlocks = new Set();
  return flatten(pruned(nodes, around), around).map(blockOf);
}

/** The HTML of the blocks, one block per line. */
export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(({ node }) => serialised(node)).join('\n');
}

/** A block of an element. */
export function blockOf(node: Element): Block {
  return { node, text: lineOf(node) };
}

/** The level of a heading, 1 to 6; undefined for any other block. */
export function headingLevel(block: Block): number | undefined {
  const level = /^h([1-6])$/.exec(block.node.name)?.[1];
  return level === undefined ? undefined : Number(level);
}

const imagesIn = (node: Element): Element[] => findAll(({ name }) => name === 'img', [node]);

/** Whether a block is a figure that contains a picture. */
export function isPicture({ node }: Block): boolean {
  return node.name === 'figure' && imagesIn(node).length > 0;
}

/** The addresses of the pictures in a block. */
export function pictureAddresses({ node }: Block): string[] {
  return imagesIn(node).flatMap(({ attribs }) => attribs['src'] ?? []);
}

/** What stays of a block whose text is cut: one block with its pictures. An empty list if it has no pictures. */
export function withoutText({ node }: Block): Block[] {
  const images = imagesIn(node).map((img) => img.cloneNode());
  return images.length === 0 ? [] : [{ node: new Element('p', {}, images), text: '' }];
}

/**
 * Inline elements that contain blocks: Google Docs puts a whole document into one `b`, and pages put a teaser into
 * one `a`. Each is replaced by its contents, because a browser ends a paragraph where a block begins and would show
 * the stored body differently.
 */
type AroundBlocks = Set<ChildNode>;
/** Parts of lists, tables and figures. Outside a list, table or figure, a browser ignores most of these tags. */
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

/**
 * Removes empty elements, and replaces links without an address by their contents. An empty block between two texts is
 * replaced by line breaks, so that their words stay apart.
 */
function pruned(nodes: readonly ChildNode[], around: AroundBlocks, into: ChildNode[] = []): ChildNode[] {
  let isApart = false;
  for (const node of nodes) {
    if (isApart && hasContents([node])) {
      const last = into.at(-1);
      if (last !== undefined && isInline(last) && isInline(node))
        into.push(new Element('br', {}), new Element('br', {}));
      isApart = false;
    }
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
    if (KEPT_WHEN_EMPTY.has(node.name) || hasContents(node.children)) into.push(node);
    else if (!isInline(node)) isApart = true;
  }
  return into;
}

function hasContents(nodes: readonly ChildNode[]): boolean {
  return nodes.some((node) => (isText(node) ? /\S/u.test(node.data) : !isBreak(node)));
}

const isBreak = (node: ChildNode): boolean => isTag(node) && node.name === 'br';

const isInline = (node: ChildNode): boolean => !isBlock(node) && !isPart(node) && !isBreak(node);

const isPart = (node: ChildNode): boolean => isTag(node) && PARTS.has(node.name);

function isBlock(node: ChildNode): node is Element {
  return isTag(node) && BLOCK_TAGS.has(node.name);
}

/**
 * Makes a paragraph of each run of inline nodes. Replaces every `div`, and every element around blocks, by its
 * contents.
 */
function flatten(nodes: readonly ChildNode[], around: AroundBlocks, into: Element[] = []): Element[] {
  let run: ChildNode[] = [];
  for (const node of nodes) {
    const isWrapper =
      isTag(node) && (node.name === 'div' || isPart(node) || around.has(node) || isOnlyCaption(node));
    if (!isWrapper && !isBlock(node)) {
      run.push(node);
      continue;
    }
    if (hasContents(run)) into.push(...paragraphsOf(run));
    run = [];
    if (isWrapper) flatten(node.children, around, into);
    else if (node.name === 'p' && (node.children.some(isBreak) || isLaidOut(node.children)))
      into.push(...paragraphsOf(node.children, node.attribs));
    else into.push(node);
  }
  if (hasContents(run)) into.push(...paragraphsOf(run));
  return into;
}

const isLaidOut = (nodes: readonly ChildNode[]): boolean => withParagraphBreaks(nodes) !== undefined;

/** Contents for which a figure stays a figure. */
const SHOWN_IN_FIGURE = new Set(['img', 'table', 'pre', 'code', 'blockquote', 'ul', 'ol', 'dl']);

/** Whether a figure has lost what it showed. Its caption stays as a paragraph. */
function isOnlyCaption({ name, children }: Element): boolean {
  return name === 'figure' && findOne((child) => SHOWN_IN_FIGURE.has(child.name), children) === null;
}

/**
 * Splits a run of inline nodes at two line breaks in a row, because content systems separate paragraphs in this way.
 */
function paragraphsOf(run: readonly ChildNode[], attribs: Record<string, string> = {}): Element[] {
  const paragraphs: ChildNode[][] = [[]];
  let breaks = 0;
  for (const node of withParagraphBreaks(run) ?? run) {
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
