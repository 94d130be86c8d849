import { type ChildNode, type Element, isTag, isText, type Text } from 'domhandler';
import { findAll, findOne } from 'domutils';
import { folded } from '../../domain/text.ts';
import { BLOCK_LEVEL } from './element-kinds.ts';
import { AS_WRITTEN, textOfNodes } from './text-of-markup.ts';

/**
 * The text of a block on one line. Words of two paragraphs, cells or lines are never joined. Struck text,
 * pronunciations and the numbers of footnotes are not part of it, because plain text cannot show what they are.
 */
export function lineOf(node: ChildNode): string {
  let line = '';
  eachPiece(node, (text) => {
    line += text;
  });
  return folded(line).trim();
}

/** A part of a block's text. `node`: the node with the text; undefined for the space between two elements. */
interface Piece {
  text: string;
  node?: Text;
}

const NOT_IN_TEXT = new Set(['s', 'del', 'rt', 'rp']);

function piecesOf(node: ChildNode): Piece[] {
  const pieces: Piece[] = [];
  eachPiece(node, (text, of) => pieces.push({ text, ...(of !== undefined && { node: of }) }));
  return pieces;
}

/** Calls `take` for each piece in its order. `before`: the text of the piece before. Returns that of the last piece. */
function eachPiece(node: ChildNode, take: (text: string, node?: Text) => void, before = ''): string {
  if (isText(node)) {
    take(node.data, node);
    return node.data;
  }
  if (!isTag(node) || NOT_IN_TEXT.has(node.name) || isFootnoteMark(node, before)) return before;
  const isApart = node.name === 'br' || BLOCK_LEVEL.has(node.name);
  let last = before;
  if (isApart) take((last = ' '));
  for (const child of node.children) last = eachPiece(child, take, last);
  if (isApart) take((last = ' '));
  return last;
}

/** The texts of a block that `lineOf` leaves out: struck text and pronunciations. */
export function textsLeftOut(block: Element): string[] {
  return findAll(({ name }) => NOT_IN_TEXT.has(name) && name !== 'rp', block.children)
    .map((element) => folded(textOfNodes(element.children, AS_WRITTEN)).trim())
    .filter((text) => text !== '');
}

/** From `start` up to `end`, counted in the block's text on one line. */
export interface Range {
  start: number;
  end: number;
}

/**
 * A copy of the block with only the characters of its text that are in `range`. What is not part of the text, such as
 * pictures and struck text, stays.
 */
export function cutToRange(node: Element, { start, end }: Range): Element {
  return filtered(node, (at) => at >= start && at < end);
}

/** A copy of the block without the characters in the ranges, which are in ascending order. */
export function withoutRanges(node: Element, ranges: readonly Range[]): Element {
  let next = 0;
  return filtered(node, (at) => {
    while (at >= (ranges[next]?.end ?? Infinity)) next++;
    return at < (ranges[next]?.start ?? Infinity);
  });
}

function filtered(node: Element, isKept: (at: number) => boolean): Element {
  const copy = node.cloneNode(true);
  let at = 0;
  let isAfterSpace = true;
  for (const piece of piecesOf(copy)) {
    let kept = '';
    for (const character of piece.text) {
      const isSpace = /\s/u.test(character);
      if (isKept(at)) kept += character;
      // In the block's text, each run of white space is one space.
      if (!(isSpace && isAfterSpace)) at += character.length;
      isAfterSpace = isSpace;
    }
    if (piece.node !== undefined) piece.node.data = kept;
  }
  return copy;
}

const MARK = /^[[(]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3})[\])]?$/i;
const BRACKETED = /^\[(?:\d{1,3}|[a-z]{1,2}|[*†‡§])\]$/i;
const RAISED = /^(?:[¹²³⁰-⁹]{1,3}|[*†‡§]{1,3}|↩\uFE0E?|\^|↑)$/u;
/** Where a raised number is a footnote and not a power: after the end of a clause, or after a word. */
const BEFORE_NOTE = /(?:[.,;:!?…。，、；：！？"'”’»」』)\]]|\p{L}{3})\s*$/u;

/** Whether an element is the mark of a footnote: `<sup><a href="#n1">1</a></sup>`, `<sup>[1]</sup>`. */
function isFootnoteMark(element: Element, before: string): boolean {
  if (element.name !== 'sup' && element.name !== 'a') return false;
  if (element.name === 'a' && element.attribs['href']?.includes('#') !== true) return false;
  const text = textOfNodes([element], AS_WRITTEN).trim();
  if (text.length > 7) return false;
  if (element.name === 'a') return BRACKETED.test(text) || RAISED.test(text);
  if (
    findOne(({ name, attribs }) => name === 'a' && attribs['href']?.includes('#') === true, element.children)
  )
    return MARK.test(text);
  return BRACKETED.test(text) || (/^\d{1,3}$|^[*†‡§]{1,3}$/.test(text) && BEFORE_NOTE.test(before));
}
