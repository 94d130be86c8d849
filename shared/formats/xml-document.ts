import { SaxesParser } from 'saxes';

/** Where the items of a format are. A name is `{namespace}local`, or `local` if it has no namespace. */
export interface Shape {
  /** The elements from the root down to the element that contains the items. */
  path: readonly string[];
  item: string;
  /** The child element with the item's id. */
  id: string;
  /** The text before each item: a line end and the indentation. */
  separator: string;
}

/** An item in a document: its id, and where its text begins (its start tag) and ends (after its end tag). */
interface Span {
  id: string;
  start: number;
  end: number;
}

/** The parts of a document, in order. */
export interface Parts {
  head: string;
  fragments: readonly string[];
  tail: string;
}

export function joinParts({ head, fragments, tail }: Parts, { separator }: Shape): string {
  return head + fragments.map((fragment) => separator + fragment).join('') + tail;
}

/**
 * What is wrong with a document of this shape: it is not well-formed, an item has no id, or it does not have `items`
 * items. Undefined if nothing is wrong.
 */
export function faultOf(document: string, shape: Shape, items?: number): string | undefined {
  try {
    const spans = itemsOf(document, shape);
    const ids = new Set(spans.map((span) => span.id));
    if (ids.has('')) return 'An item has no id';
    if (ids.size < spans.length) return 'Two items have the same id';
    if (items !== undefined && items !== spans.length)
      return `The document has ${spans.length} items instead of ${items}`;
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** The text of an item that was just written, and the text of a document before and after it. */
export interface WrittenItem {
  text: string;
  /** The id that the item must have. */
  id: string;
  /** The text of a document before its items. */
  open: string;
  /** The text of a document after its items. */
  close: string;
}

/** Why the text is not exactly one item with the id; undefined if it is. */
export function faultOfItem({ text, id, open, close }: WrittenItem, shape: Shape): string | undefined {
  try {
    const [span, ...others] = itemsOf(open + text + close, shape);
    const alone = span?.start === open.length && span.end === open.length + text.length;
    if (span?.id === id && alone && others.length === 0) return undefined;
    return 'The text that was written is not one item with the id of the article';
  } catch (error) {
    return messageOf(error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The items of a document with their texts. @throws Error if the document is not well-formed or has another shape. */
export function writtenItems(document: string, shape: Shape): { id: string; text: string }[] {
  return itemsOf(document, shape).map(({ id, start, end }) => ({ id, text: document.slice(start, end) }));
}

/**
 * The items of a document, found by a strict parser with namespaces (saxes; XML 1.0 and Namespaces in XML). A
 * document type declaration is refused: feeds do not need it, and it could declare entities.
 * @throws Error with line and column if the document is not well-formed or does not have this shape.
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
      // An attribute value cannot contain `<`, so the last `<` before this position begins the tag.
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
  if (containers !== 1)
    throw new Error(`The document has ${containers} elements ${path.join('/')} instead of one`);
  return spans;
}
