import { type ChildNode, type Document, type Element, hasChildren, isTag } from 'domhandler';
import { type Declarations, rulesOf } from './inline-style.ts';
import { isBackLink } from './marks.ts';
import { mayEndSuggestion } from './suggested-deletions.ts';
import { textOfNodes } from './text-of-markup.ts';

/** The elements of a document that say something about other elements. */
interface Signs {
  /** See `isBackLink`. */
  backLinks: Element[];
  /** See `mayEndSuggestion`. */
  suggestionEnds: Element[];
  /** The rules of its `style` elements. */
  rules: ReadonlyMap<string, Declarations>;
}

export const NO_RULES: ReadonlyMap<string, Declarations> = new Map();
const RAW = { separates: () => false };

/** Searches a document for these elements in one walk, because a walk over a long document takes time. */
export function signsIn(document: Document): Signs {
  const backLinks: Element[] = [];
  const suggestionEnds: Element[] = [];
  const sheets: Element[] = [];
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) {
        if (hasChildren(node)) visit(node.children);
        continue;
      }
      if (node.name === 'style') sheets.push(node);
      else if (isBackLink(node)) backLinks.push(node);
      if (mayEndSuggestion(node)) suggestionEnds.push(node);
      visit(node.children);
    }
  };
  visit(document.children);
  const sheet = sheets.map(({ children }) => textOfNodes(children, RAW)).join('\n');
  return { backLinks, suggestionEnds, rules: sheet === '' ? NO_RULES : rulesOf(sheet) };
}
