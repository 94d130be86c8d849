import { legalText } from '../../domain/text.ts';
import { stampOf } from '../dates/stamp.ts';
import { topOf } from './headline-lines.ts';
import { indentedParts, join, type Part } from './indented.ts';
import {
  columns,
  isFull,
  isWide,
  LONG_WORD,
  MEASURED_LINES,
  NARROWEST_WRAP,
  WIDEST_WRAP,
  widestOf,
} from './line-width.ts';

/** Characters that end a line: CRLF, CR, NEL, LS and vertical tab. Form feed and PS also end the paragraph. */
const LINE_END = /\r\n?|[\u0085\u2028\v]/gu;
const PARAGRAPH_END = /[\f\u2029]/gu;

/** At least this share of the lines of a wrapped block is full (see `isFull`). The last line is not counted. */
const FULL_LINES = 0.8;

/**
 * Wrapped text in wide characters has at least this many lines. Two equally long lines may be a title and a subtitle.
 */
const FEWEST_WIDE_LINES = 3;

/** A block of at most this many lines is short. It may be a name, a position and a date. */
const FEW_LINES = 4;

/**
 * Verse is a block of at least `lines` and at most `most` lines. Each is at most `columns` wide and has no full stop
 * at its end. A longer block is a list.
 */
const VERSE = { lines: 3, most: 400, columns: 44 };

const SENTENCE_END = /[。．.!?！？…：:;；][”"’』」）)\]]*$/u;
/** Signs that a line is an entry of a list, a credit or a link, and so a paragraph of its own. */
const ENTRY = /^[-–—*•·●■□◆▶►?？#>【［[（(\d]|[:：|｜丨@]|https?:\/\//u;

const longWordOf = (lines: readonly string[]): number => (isWide(lines) ? LONG_WORD.wide : LONG_WORD.latin);

/** Whether a block is wrapped prose, so that its line ends do not end paragraphs. */
function isWrapped(lines: readonly string[], isFirst: boolean): boolean {
  if (lines.length < 2) return false;
  // A short block with a stamp is not wrapped text: a byline and the date below it may happen to be equally long.
  if (lines.length <= FEW_LINES && lines.some((line) => stampOf(line) !== undefined)) return false;
  const sample = lines.slice(0, MEASURED_LINES);
  const widths = sample.map(columns);
  const widest = Math.max(...widths);
  if (widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return false;
  const wide = isWide(sample);
  if (wide && lines.length < FEWEST_WIDE_LINES && (isFirst || !isSentence(lines))) return false;
  const inner = sample.slice(0, -1);
  const full = inner.filter((line, at) => isFull(line, sample[at + 1] ?? '', { width: widest, wide })).length;
  const open = inner.filter((line) => !SENTENCE_END.test(line)).length;
  return full >= inner.length * FULL_LINES && open >= inner.length / 2;
}

/** Whether the lines of a short block are as full as the wrapped lines of the other blocks. */
function isWrappedLike(lines: readonly string[], width: number): boolean {
  const sample = lines.slice(0, MEASURED_LINES);
  const wide = isWide(sample);
  return (
    lines.length > 1 &&
    sample.every(
      (line, at) =>
        columns(line) <= width &&
        (at === sample.length - 1 || isFull(line, sample[at + 1] ?? '', { width, wide })),
    )
  );
}

/** Whether the lines are one sentence: the last one ends it, and no other line ends a sentence or is an entry. */
function isSentence(lines: readonly string[]): boolean {
  const ends = lines.map((line) => /[。．.!?！？…][”"’』」）)\]]*$/u.test(line));
  return ends.indexOf(true) === lines.length - 1 && !lines.some((line) => ENTRY.test(line));
}

function isVerse(lines: readonly string[]): boolean {
  return (
    lines.length >= VERSE.lines &&
    lines.length <= VERSE.most &&
    lines.every((line) => columns(line) <= VERSE.columns && !ENTRY.test(line) && !/[。.]$/u.test(line))
  );
}

/** How many lines at the top prose may follow without a blank line, in the order in which they are tried. */
const LINES_AT_TOP = [2, 3, 4];

/** The paragraphs of a wrapped block: each ends at a short line that ends a sentence. */
function unwrap(lines: readonly string[]): string[] {
  const widest = widestOf(lines);
  const found: string[] = [];
  let current: string[] = [];
  for (const line of lines) {
    current.push(line);
    if (columns(line) < widest - longWordOf(lines) && SENTENCE_END.test(line)) {
      found.push(join(current));
      current = [];
    }
  }
  if (current.length > 0) found.push(join(current));
  return found;
}

/** A block of lines between two blank lines. */
interface Block {
  /** The lines without white space at their ends. */
  lines: string[];
  /** The parts of a block whose paragraphs are indented. */
  parts: readonly Part[] | undefined;
}

function blocksOf(text: string): Block[] {
  return legalText(
    text
      .replace(PARAGRAPH_END, '\n\n')
      .replace(LINE_END, '\n')
      .replace(/\uFEFF|\u200B/gu, ''),
  )
    .normalize('NFC')
    .split(/\n(?:[^\S\n]*\n)+/u)
    .flatMap((block) => {
      const raw = block.split('\n').filter((line) => line.trim() !== '');
      return raw.length === 0 ? [] : [{ lines: raw.map((line) => line.trim()), parts: indentedParts(raw) }];
    });
}

/**
 * Splits plain text into paragraphs. Blank lines or indents separate them. The length of the lines decides whether a
 * single line end also separates paragraphs or only wraps prose. Verse is one paragraph with `\n` between its lines.
 */
export function paragraphs(text: string): string[] {
  const blocks = blocksOf(text);
  const separated = blocks.filter(({ lines }) => lines.length === 1).length >= blocks.length / 2;
  const wrapped = blocks.map(({ lines }, at) => isWrapped(lines, at === 0));
  /** The width of the wrapped blocks from an index on. */
  const widthFrom = (from: number): number =>
    blocks.reduce(
      (most, { lines }, at) => (at >= from && wrapped[at] ? Math.max(most, widestOf(lines)) : most),
      0,
    );
  const width = widthFrom(0);
  const split = (lines: readonly string[], isFirst: boolean): string[] => {
    if (isWrapped(lines, isFirst) || (width > 0 && isWrappedLike(lines, width))) return unwrap(lines);
    if (separated && !isFirst && isVerse(lines)) return [lines.join('\n')];
    return [...lines];
  };
  const longest = Math.max(0, ...blocks.slice(0, MEASURED_LINES).map(({ lines }) => widestOf(lines)));
  return blocks.flatMap(({ lines, parts }, at) => {
    if (parts !== undefined)
      return parts.flatMap((part) =>
        part.kind === 'lines' ? split(part.lines, at === 0) : [join(part.lines)],
      );
    if (at > 0) return split(lines, false);
    // The prose may follow the lines at the top (headline, second headline, byline, date) without a blank line.
    const below = LINES_AT_TOP.map((count) => lines.slice(count)).find((prose) => isWrapped(prose, true));
    const wrap = Math.max(widthFrom(1), below === undefined ? 0 : widestOf(below));
    const { head, rest } = topOf(lines, { wrap, longest });
    return [...head.flatMap((group) => split(group, true)), ...split(rest, true)];
  });
}
