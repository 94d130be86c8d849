import { type ChildNode, hasChildren, isComment, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Decides how the text of markup is read. */
export interface TextRule {
  /** Elements that end a word: a space is written where the element begins and where it ends. */
  separates(name: string): boolean;
  /** Elements whose text is left out. */
  omits?(element: { readonly name: string }): boolean;
}

/** Elements whose text a browser separates from the text before and after them. */
const SET_APART = /^(?:p|div|br|hr|h[1-6]|li|[uod]l|d[dt]|t[drh]|table|blockquote|pre|figure|figcaption)$/;

/**
 * One line of text, such as a title or a summary: what a person sees of the markup, with spaces between paragraphs.
 */
export const AS_SHOWN: TextRule = {
  separates: (name) => SET_APART.test(name),
  omits: ({ name }) => name === 'script' || name === 'style',
};

/** The text of the markup without added spaces between elements. */
export const AS_WRITTEN: TextRule = { separates: () => false };

/**
 * The text of HTML, with its white space as written. This function builds no tree, so it has no limit for the depth
 * at which elements are nested.
 */
export function textOfMarkup(html: string, { separates, omits }: TextRule): string {
  let text = '';
  /** The name of the element whose text is being left out; undefined outside such an element. */
  let omitted: string | undefined;
  const parser = new Parser({
    onopentag: (name) => {
      if (omits?.({ name }) === true) omitted ??= name;
      if (separates(name)) text += ' ';
    },
    onclosetag: (name) => {
      if (name === omitted) omitted = undefined;
      if (separates(name)) text += ' ';
    },
    ontext: (part) => {
      if (omitted === undefined) text += part;
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
