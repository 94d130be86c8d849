import { columns, isFull, isWide, NARROWEST_WRAP, WIDE, WIDEST_WRAP } from './line-width.ts';

/**
 * Wire services and typewriters begin a paragraph with an indent, put no blank line between paragraphs and wrap the
 * lines: two to eight spaces, a tab, or one or two ideographic spaces.
 */
const INDENT = /^(?: {2,8}|\t|\u3000{1,2})(?=[^\s])/u;

/** The start of an entry of a list. Below it, an indented line continues the entry. */
const BULLET = /^(?:[-–—*•·●■□◆▶►]|\(?\d{1,3}[.)])\s+\S/u;

/** The gap between two columns of a table. */
const GAP = /\S(?: {3,}|\t+)\S/u;

/** Columns of the narrowest wrapped lines in wide characters, as in the columns of a newspaper. */
const NARROWEST_WIDE = 24;

/** At least this share of the lines that another line continues is full. */
const FULL_LINES = 0.8;

/** The parts of a block: lines that stay as they are, and paragraphs of several lines. */
export interface Part {
  kind: 'lines' | 'paragraph';
  lines: string[];
}

/**
 * The parts of a block whose paragraphs begin with an indent; undefined for any other block. `raw`: the lines with
 * their indents. Lines before the first indent, such as a byline, are not part of a paragraph.
 */
export function indentedParts(raw: readonly string[]): Part[] | undefined {
  const trimmed = raw.map((line) => line.trim());
  const indented = raw.map((line) => INDENT.test(line));
  const first = indented.indexOf(true);
  if (first === -1 || raw.filter((line) => GAP.test(line.trim())).length * 3 > raw.length) return undefined;
  return hanging(trimmed, indented) ?? wrapped(trimmed, indented, first);
}

/** A list with a hanging indent: every line without an indent begins an entry, and the others continue it. */
function hanging(lines: readonly string[], indented: readonly boolean[]): Part[] | undefined {
  const isEntry = (at: number): boolean => indented[at] === false;
  const isList = lines.every((line, at) => isEntry(at) === BULLET.test(line)) && isEntry(0);
  return isList ? grouped(lines, isEntry) : undefined;
}

function wrapped(lines: readonly string[], indented: readonly boolean[], first: number): Part[] | undefined {
  const below = lines.slice(first);
  const widest = Math.max(...below.map((line, at) => columns(line) + (indented[first + at] ? 3 : 0)));
  const narrowest = below.some((line, at) => indented[first + at] && WIDE.test(line))
    ? NARROWEST_WIDE
    : NARROWEST_WRAP;
  // Two paragraphs of one line are enough: the second line of each was not indented.
  const continued = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return at >= first && next !== undefined && indented[at + 1] === false ? [{ line, next }] : [];
  });
  if (continued.length === 0 || widest < narrowest || widest > WIDEST_WRAP) return undefined;
  if (below.some((line, at) => indented[first + at] && BULLET.test(line))) return undefined;
  const wide = isWide(below);
  const full = continued.filter(({ line, next }) => isFull(line, next, { width: widest, wide })).length;
  // The last line of a paragraph may be followed by a line without an indent, such as the mark at the end.
  if (full < continued.length * FULL_LINES) return undefined;
  const starts = (at: number): boolean => {
    const before = below[at - 1];
    if (before === undefined || indented[first + at] === true) return true;
    const isShort = !isFull(before, below[at] ?? '', { width: widest, wide });
    return isShort && /[.!?。！？]["”’」』)）]*$/u.test(before);
  };
  const head: Part[] = first === 0 ? [] : [{ kind: 'lines', lines: lines.slice(0, first) }];
  return [...head, ...grouped(below, starts)];
}

function grouped(lines: readonly string[], starts: (at: number) => boolean): Part[] {
  const parts: Part[] = [];
  lines.forEach((line, at) => {
    const last = parts.at(-1);
    if (last === undefined || starts(at)) parts.push({ kind: 'paragraph', lines: [line] });
    else last.lines.push(line);
  });
  return parts;
}

const HANGUL = /\p{Script=Hangul}/u;

/**
 * Joins the lines of a paragraph with spaces. Adds no space after a hyphen or next to a wide character. Korean has
 * spaces between words, so it is joined with spaces although its characters are wide.
 */
export function join(lines: readonly string[]): string {
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    if (line.endsWith('\u00AD')) return line.slice(0, -1);
    const [end = '', start = ''] = [line.at(-1), next[0]];
    const isTight =
      (WIDE.test(end) && !HANGUL.test(start + end)) || (WIDE.test(start) && !HANGUL.test(start + end));
    return isTight || /\p{L}-$/u.test(line.slice(-2)) ? line : `${line} `;
  });
  return parts.join('');
}
