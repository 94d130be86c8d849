import { type ChildNode, hasChildren, isComment, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import { BLOCK_LEVEL } from './element-kinds.ts';
import { hidingOf } from './hidden.ts';
import { declarationsOf } from './inline-style.ts';

/** Decides how the text of markup is read. */
export interface TextRule {
  /** Elements that end a word: a space is written where the element begins and where it ends. */
  separates(name: string): boolean;
  /** Elements whose text is left out. */
  omits?(element: Tag): boolean;
}

/** An element of a tree, or a tag in a text. */
interface Tag {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

/** Elements that are no part of a line of text: struck text, pronunciations, and what a browser does not show. */
const NOT_IN_LINE = new Set(
  'script style template textarea select datalist s del strike rt rp svg'.split(' '),
);
/** Elements of NOT_IN_LINE that a title may name without meaning them: `How to use <del> in a text`. */
const MAY_BE_NAMED = new Set('s del strike rt rp template textarea select datalist svg'.split(' '));

/**
 * One line of text, such as a title or a summary: what a person sees of the markup, with spaces between paragraphs.
 * Struck text is left out, because plain text cannot show that it is struck.
 */
export const AS_SHOWN: TextRule = {
  separates: (name) => name === 'br' || BLOCK_LEVEL.has(name),
  omits: ({ name, attribs }) =>
    NOT_IN_LINE.has(name) ||
    hidingOf({ name, attribs }, declarationsOf(attribs['style'])) !== undefined ||
    (attribs['style'] ?? '').includes('line-through'),
};

/** The text of the markup without added spaces between elements. */
export const AS_WRITTEN: TextRule = { separates: () => false };

/**
 * The text of HTML, with its white space as written. This function builds no tree, so it has no limit for the depth
 * at which elements are nested.
 */
export function textOfMarkup(html: string, { separates, omits }: TextRule): string {
  let text = '';
  /** The text that is left out, and how many elements are open around it; 0 outside of such an element. */
  let omitted = '';
  let depth = 0;
  let outermost = '';
  const parser = new Parser({
    onopentag: (name, attribs) => {
      if (depth > 0 || omits?.({ name, attribs }) === true) {
        if (depth++ === 0) outermost = name;
      }
      if (separates(name)) text += ' ';
    },
    onclosetag: (name, isImplied) => {
      // Without its end tag, the element is only a word of the text, so its text is not left out.
      if (depth > 0 && --depth === 0) {
        if (isImplied && name === outermost && MAY_BE_NAMED.has(name)) text += omitted;
        omitted = '';
      }
      if (separates(name)) text += ' ';
    },
    ontext: (part) => {
      if (depth > 0) omitted += part;
      else text += part;
    },
  });
  parser.end(html);
  return text;
}

/**
 * The text of the nodes of a tree, with white space as written. `parseWithinBounds` has limited the depth of the
 * tree.
 */
export function textOfNodes(nodes: readonly ChildNode[], rule: TextRule): string {
  let text = '';
  for (const node of nodes) {
    if (isText(node)) text += node.data;
    else if (isTag(node)) {
      if (rule.omits?.(node) === true) continue;
      const space = rule.separates(node.name) ? ' ' : '';
      text += space + textOfNodes(node.children, rule) + space;
    } else if (hasChildren(node) && !isComment(node)) text += textOfNodes(node.children, rule);
  }
  return text;
}
