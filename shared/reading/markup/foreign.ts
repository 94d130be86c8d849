import { type ChildNode, type Element, isTag } from 'domhandler';

/** SVG and MathML, which are removed. */
const FOREIGN = new Set(['svg', 'math']);

/** Elements of SVG and MathML that may contain HTML (HTML Standard 13.2.6.5, "integration points"). */
const INTEGRATION = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '));

/** HTML elements that end SVG and MathML, even without an end tag (HTML Standard 13.2.6.5). */
const BREAKING_OUT = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li ' +
    'listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

export function isForeign({ name }: Element): boolean {
  return FOREIGN.has(name);
}

/**
 * The nodes that a browser shows after a drawing or a formula without an end tag. The parser wrongly put them inside
 * the drawing or formula.
 */
export function afterForeign(element: Element): ChildNode[] {
  const found: ChildNode[] = [];
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (found.length > 0) found.push(node);
      else if (!isTag(node)) continue;
      else if (BREAKING_OUT.has(node.name)) found.push(node);
      else if (!INTEGRATION.has(node.name)) walk(node.children);
    }
  };
  walk(element.children);
  return found;
}
