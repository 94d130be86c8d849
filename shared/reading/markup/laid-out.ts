import { type ChildNode, Element, isText, Text } from 'domhandler';

/** A line end in the text of a paragraph. */
interface LineEnd {
  node: Text;
  start: number;
  end: number;
  /** Whether blank lines follow. */
  isBlank: boolean;
  /** Columns of white space before the next line. */
  indent: number;
  /** Whether the line before is finished: a sentence ends, or it is a short line such as a byline. */
  isFinished: boolean;
  /** Whether the next line can begin a paragraph: not with a small letter. */
  begins: boolean;
}

const LINE_END = /\n\s*/g;
const BEGINS_INDENTED = /^(?:\s*\n)?[^\S\n]{2}/;
const SENTENCE_END = /[.。!?！？…:：]["”’»」』)\]]*\s*$/u;
/** A line that ends its paragraph although it is not a sentence: at most this many characters. */
const LONGEST_SHORT_LINE = 60;
/** Fewest indented lines of a text that is laid out with spaces. */
const FEWEST_INDENTED = 2;
/** An indent has at least this many columns. */
const LEAST_INDENT = 2;
/** At least this share of the indented lines look like beginnings of paragraphs. */
const MOST = 0.8;

/**
 * The nodes of a paragraph, with two line breaks where its text begins a new paragraph. News agencies send a whole
 * story in one `p`, laid out with line ends and indents. The layout of the source code of a page has indents as well,
 * but there the lines go on in the middle of sentences. Undefined if the text is not laid out.
 */
export function withParagraphBreaks(nodes: readonly ChildNode[]): ChildNode[] | undefined {
  if (!nodes.some((node) => isText(node) && node.data.includes('\n'))) return undefined;
  const ends = lineEndsOf(nodes);
  const indented = ends.filter(({ indent, isBlank }) => indent >= LEAST_INDENT && !isBlank);
  const share = (test: (end: LineEnd) => boolean): number => indented.filter(test).length / indented.length;
  const goesOn = ends.some(({ indent, isBlank }) => indent === 0 && !isBlank);
  const first =
    goesOn && BEGINS_INDENTED.test(nodes[0] !== undefined && isText(nodes[0]) ? nodes[0].data : '') ? 1 : 0;
  const isWire =
    indented.length > 0 &&
    indented.length + first >= FEWEST_INDENTED &&
    share(({ begins }) => begins) >= MOST &&
    (goesOn || share(({ isFinished }) => isFinished) >= MOST);
  const breaks = isWire
    ? ends.filter(({ indent, isBlank }) => isBlank || indent >= LEAST_INDENT)
    : ends.filter(({ isBlank, isFinished, begins }) => isBlank && isFinished && begins);
  if (breaks.length === 0) return undefined;
  const breaksIn = Map.groupBy<ChildNode, LineEnd>(breaks, ({ node }) => node);
  return nodes.flatMap((node) => split(node, breaksIn.get(node) ?? []));
}

function lineEndsOf(nodes: readonly ChildNode[]): LineEnd[] {
  const found: LineEnd[] = [];
  let line = '';
  let hasText = false;
  nodes.forEach((node, at) => {
    if (!isText(node)) {
      line += 'x';
      hasText = true;
      return;
    }
    let from = 0;
    for (const match of node.data.matchAll(LINE_END)) {
      const [space] = match;
      line += node.data.slice(from, match.index);
      from = match.index + space.length;
      hasText ||= line.trim() !== '';
      const next = node.data.slice(from, from + 2);
      const isLast = next === '' && at === nodes.length - 1;
      if (hasText && !isLast) {
        found.push({
          node,
          start: match.index,
          end: from,
          isBlank: space.includes('\n', 1),
          indent: columnsOf(space.slice(space.lastIndexOf('\n') + 1)),
          isFinished: SENTENCE_END.test(line.slice(-40)) || line.trim().length <= LONGEST_SHORT_LINE,
          begins: !/^\p{Ll}/u.test(next),
        });
      }
      line = '';
    }
    line += node.data.slice(from);
    hasText ||= line.trim() !== '';
  });
  return found;
}

/** Columns of white space. A tab counts as four, an ideographic space as two. */
function columnsOf(space: string): number {
  let columns = 0;
  for (const character of space) columns += character === '\t' ? 4 : character === '\u3000' ? 2 : 1;
  return columns;
}

function split(node: ChildNode, breaks: readonly LineEnd[]): ChildNode[] {
  if (!isText(node)) return [node];
  const parts: ChildNode[] = [];
  let from = 0;
  for (const end of breaks) {
    parts.push(new Text(node.data.slice(from, end.start)), new Element('br', {}), new Element('br', {}));
    from = end.end;
  }
  return [...parts, new Text(node.data.slice(from))];
}
