import { SaxesParser } from 'saxes';

/** Where a format keeps its items. Names are `{namespace}local`, or `local` in no namespace. */
export interface Shape {
  /** The elements from the root down to the one that holds the items. */
  path: readonly string[];
  item: string;
  /** The item's child that names it. */
  id: string;
  /** What stands before each item: a line end and the indentation. */
  separator: string;
}

/** An item in a document: its id, and the part of the text from its start tag's first character to its end tag's last. */
interface Span {
  id: string;
  start: number;
  end: number;
}

/** Joins a head and a tail with the fragments between them. */
export function joinItems(head: string, fragments: readonly string[], tail: string, shape: Shape): string {
  return head + fragments.map((fragment) => shape.separator + fragment).join('') + tail;
}

/** Why a text is no document of this shape with, if given, this many items; undefined if it is one. */
export function faultOf(document: string, shape: Shape, items?: number): string | undefined {
  try {
    const spans = itemsOf(document, shape);
    const ids = new Set(spans.map((span) => span.id));
    if (ids.has('')) return 'An item has no id';
    if (ids.size < spans.length) return 'Two items have the same id';
    if (items !== undefined && items !== spans.length)
      return `${spans.length} items where ${items} are meant`;
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** Why a text is not one item with this id and nothing beside it, inside the given start and end of a document. */
export function faultOfItem(
  text: string,
  id: string,
  [open, close]: readonly [string, string],
  shape: Shape,
): string | undefined {
  try {
    const [span, ...others] = itemsOf(open + text + close, shape);
    const alone = span?.start === open.length && span.end === open.length + text.length;
    if (span?.id === id && alone && others.length === 0) return undefined;
    return 'The item does not read back as the one that was meant';
  } catch (error) {
    return messageOf(error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The document without the items of these ids and the separators before them; all else byte for byte. */
export function withoutItems(document: string, shape: Shape, ids: Pick<ReadonlySet<string>, 'has'>): string {
  const kept: string[] = [];
  let from = 0;
  for (const { id, start, end } of itemsOf(document, shape)) {
    if (!ids.has(id)) continue;
    const before = start - shape.separator.length;
    kept.push(document.slice(from, document.startsWith(shape.separator, before) ? before : start));
    from = end;
  }
  return kept.join('') + document.slice(from);
}

/**
 * The items of a document, by a strict parse with namespaces (saxes; XML 1.0 and Namespaces in XML). A document type
 * is refused: feeds need none, and it is the way in for entities.
 * @throws Error with line and column, if the document is not well-formed or not of this shape.
 */
function itemsOf(document: string, { path, item, id }: Shape): Span[] {
  const spans: Span[] = [];
  const open: string[] = [];
  let containers = 0;
  let current: Span | undefined;
  let reading = false;

  const parser = new SaxesParser({ xmlns: true });
  const readText = (data: string): void => {
    if (current && reading) current.id += data;
  };
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('doctype', () => {
    throw new Error('The document has a document type declaration');
  });
  parser.on('opentag', ({ uri, local }) => {
    const name = uri === '' ? local : `{${uri}}${local}`;
    const inContainer = open.length === path.length && path.every((step, level) => open[level] === step);
    if (inContainer && name === item) {
      // No raw `<` can stand in an attribute value, so the last one before here begins the tag.
      current = { id: '', start: document.lastIndexOf('<', parser.position - 1), end: 0 };
      spans.push(current);
    }
    if (current && open.length === path.length + 1) reading = name === id;
    open.push(name);
    if (open.length === path.length && path.every((step, level) => open[level] === step)) containers += 1;
  });
  parser.on('closetag', () => {
    open.pop();
    if (current && open.length === path.length + 1) reading = false;
    if (current && open.length === path.length) {
      current.end = parser.position;
      current = undefined;
    }
  });
  parser.write(document).close();
  if (containers !== 1) throw new Error(`${containers} elements ${path.join('/')} where one is meant`);
  return spans;
}
