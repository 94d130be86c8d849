import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { findOne } from 'domutils';
import type { Declarations } from './inline-style.ts';

/**
 * The marks that editors leave in a text for each other: comments, and changes that are not accepted yet. Google Docs,
 * Word and editors in browsers export them together with the text.
 */

/** Links between a comment and its place in the text: Google Docs, Word. */
const COMMENT_LINK = /#(?:cmnt(?:_ref)?\d+|_msocom_\d+|_msoanchor_\d+)$/i;
/** Links from a comment of Google Docs back to its place. They begin the comment. */
const BACK_LINK = /#cmnt_ref\d+$/i;

/** Classes of comments: Word, and the editors CKEditor, TinyMCE and Froala. */
const COMMENT_CLASS =
  /(?:^|\s)(?:msocom(?:txt|anchor|off)|mso-?comment(?:reference|text|subject)|annotation(?:reference|text)|ck-comment|comment-balloon|note-to-(?:editors?|desk))(?:$|\s)/i;
/** Classes of text that a tracked change deletes or adds. */
const DELETED_CLASS =
  /(?:^|\s)(?:mso-?del|ice-del|diff-?del|(?:track(?:ed)?|suggestion|change)-?(?:delet\w{0,4}|removed)|ck-suggestion-marker-deletion|fr-tracking-deleted|tox-suggestion-delete)(?:$|\s)/i;
const ADDED_CLASS =
  /(?:^|\s)(?:mso-?ins|ice-ins|(?:track(?:ed)?|suggestion|change)-?(?:insert\w{0,4}|added)|fr-highlight-change)(?:$|\s)/i;

/** Elements of Word's own XML. */
const OF_WORD =
  /^(?:w:(?:del|deltext|comment|commentreference|worddocument|latentstyles)|o:(?:documentproperties|officedocumentsettings)|m:mathpr)$/;

/** What an element is for the editors; undefined for an element that is simply part of the text. */
export type Mark = 'comment' | 'deleted' | 'added' | undefined;

/** Whether an element is a mark. `isFromWord`: the document was written with Word. */
export function markOf(element: Element, style: Declarations, isFromWord: () => boolean): Mark {
  const { name, attribs } = element;
  const { class: classes = '', href } = attribs;
  const isOfWord = name.includes(':') && OF_WORD.test(name);
  if (isOfWord || (href !== undefined && COMMENT_LINK.test(href))) return 'comment';
  const names = classes.slice(0, 400);
  if (names !== '' && COMMENT_CLASS.test(names)) return 'comment';
  if (style.size > 0) {
    if (/^comment(?:-list)?$/.test(style.get('mso-element') ?? '')) return 'comment';
    if (style.get('mso-special-character') === 'comment') return 'comment';
  }
  if (names === '' && name !== 'del' && name !== 'ins') return undefined;
  const isTracked = (): boolean =>
    /^mailto:/i.test(attribs['cite'] ?? '') || attribs['data-author'] !== undefined || isFromWord();
  if (DELETED_CLASS.test(names) || (name === 'del' && isTracked())) return 'deleted';
  if (ADDED_CLASS.test(names) || (name === 'ins' && isTracked())) return 'added';
  return undefined;
}

/** Whether Word wrote the document, or a part of it. */
export function isFromWord({ children }: Document): boolean {
  const isOfWord = ({ attribs }: Element): boolean =>
    /(?:^|\s)Mso[A-Z]/.test((attribs['class'] ?? '').slice(0, 200)) ||
    /(?:^|[;\s])mso-[a-z]/i.test((attribs['style'] ?? '').slice(0, 1000)) ||
    attribs['xmlns:w'] !== undefined;
  return findOne(isOfWord, children) !== null;
}

/** Whether an element is a link from a comment of Google Docs back to its place. */
export const isBackLink = ({ name, attribs }: Element): boolean =>
  name === 'a' && attribs['href'] !== undefined && BACK_LINK.test(attribs['href']);

/**
 * The blocks that contain the comments of a document from Google Docs. Each begins with a link back to its place in
 * the text and may have several paragraphs.
 */
export function blocksBeginningWith(backLinks: readonly Element[]): Set<Element> {
  return new Set(
    backLinks.flatMap((link) => {
      const block = blockBeginningWith(link);
      return block === undefined ? [] : [block, ...furtherParagraphs(block)];
    }),
  );
}

/**
 * The paragraphs after a comment that is not in an element of its own. Google Docs writes the comments after the text,
 * so they belong to this comment or to a later one.
 */
function furtherParagraphs(block: Element): Element[] {
  if (block.name !== 'p' || block.parent === null) return [];
  const siblings = block.parent.children;
  return siblings
    .slice(siblings.indexOf(block) + 1)
    .filter((node): node is Element => isTag(node) && node.name === 'p');
}

const HOLDS_COMMENT = new Set(['p', 'div', 'li', 'dd', 'td', 'tr', 'tbody', 'table', 'ul', 'ol', 'dl']);

function blockBeginningWith(link: Element): Element | undefined {
  let block: Element | undefined;
  let node: Element = link;
  for (;;) {
    const { parent } = node;
    if (parent === null || !isTag(parent) || firstIn(parent.children) !== node) return block;
    if (HOLDS_COMMENT.has(parent.name)) block = parent;
    else if (parent.name === 'body' || parent.name === 'article') return block;
    node = parent;
  }
}

/** The first node that is not white space, a comment or a line. */
function firstIn(nodes: readonly ChildNode[]): ChildNode | undefined {
  return nodes.find((node) => (isText(node) ? node.data.trim() !== '' : isTag(node) && node.name !== 'hr'));
}
