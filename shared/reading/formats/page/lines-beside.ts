import { type ChildNode, type Document, hasChildren, isTag, isText } from 'domhandler';
import { BLOCK_LEVEL } from '../../markup/element-kinds.ts';

/** Elements whose text is a link, a control or not shown at all. A notice to editors is none of these. */
const LEFT_OUT = new Set(
  'a button form footer head iframe label nav noscript option script select style svg template textarea title'.split(
    ' ',
  ),
);

/** A notice is short, and stands near the top or the end of a page. */
const LONGEST_LINE = 200;
const FIRST_LINES = 60;
const LAST_LINES = 30;

/**
 * The short lines of a page, also those around its article: a notice to editors often stands in a box above or beside
 * the article, which Readability does not take as a part of it.
 */
export function linesBeside(page: Document): string[] {
  const lines: string[] = [];
  let line = '';
  const finish = (): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text !== '' && text.length <= LONGEST_LINE) lines.push(text);
    line = '';
  };
  const visit = (node: ChildNode): void => {
    // One character more than the limit is enough to know that a line is too long.
    if (isText(node)) line += line.length > 10 * LONGEST_LINE ? '' : node.data;
    if (!hasChildren(node) || (isTag(node) && LEFT_OUT.has(node.name))) return;
    const isBlock = isTag(node) && (BLOCK_LEVEL.has(node.name) || node.name === 'br');
    if (isBlock) finish();
    for (const child of node.children) visit(child);
    if (isBlock) finish();
  };
  for (const child of page.children) visit(child);
  finish();
  return lines.length <= FIRST_LINES + LAST_LINES
    ? lines
    : [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)];
}
