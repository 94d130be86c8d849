import { type ChildNode, type Element, isTag } from 'domhandler';

/** SVG and MathML, of which nothing is kept. */
const FOREIGN = new Set(['svg', 'math']);

/** Where HTML may stand within them (HTML Standard 13.2.6.5, "integration points"). */
const INTEGRATION = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '));

/** Elements that end SVG and MathML where they stand, be it closed or not (HTML Standard, 13.2.6.5). */
const BREAKING_OUT = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li ' +
    'listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

export function isForeign({ name }: Element): boolean {
  return FOREIGN.has(name);
}

/** What the parser found in a drawing or formula that was never closed, but a browser finds behind it. */
export function inForeign(element: Element): ChildNode[] {
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
