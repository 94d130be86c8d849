import { legalText } from '../../domain/text.ts';
import { stampOf } from '../dates/stamp.ts';

/** Characters that end a line: CRLF, CR, NEL, LS and vertical tab. Form feed and PS also end the paragraph. */
const LINE_END = /\r\n?|[\u0085\u2028\v]/gu;
const PARAGRAPH_END = /[\f\u2029]/gu;

/**
 * Mail programs and editors wrap text at a width in this range, in columns. A block whose longest line is outside the
 * range is not wrapped text.
 */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 120;

/** At least this share of the lines of a wrapped block is full (see `isFull`). The last line is not counted. */
const FULL_LINES = 0.8;

/**
 * A line may end a paragraph if it is shorter than the longest line by more than this many columns: the width of a
 * long word. Text in wide characters (Chinese, Japanese, Korean) can break at any character, so a few columns
 * suffice.
 */
const LONG_WORD = { latin: 18, wide: 6 };

/** A line is full if the line and the next word together take more than this share of the longest line. */
const FILLED = 0.9;

/**
 * Wrapped text in wide characters has at least this many lines. Two equally long lines may be a title and a subtitle.
 */
const FEWEST_WIDE_LINES = 3;

/** A block of at most this many lines is short. It may be a name, a position and a date. */
const FEW_LINES = 4;

/** At most this many lines of a block are measured. */
const MEASURED_LINES = 500;

/**
 * Verse is a block of at least `lines` and at most `most` lines. Each is at most `columns` wide and has no full stop
 * at its end. A longer block is a list.
 */
const VERSE = { lines: 3, most: 400, columns: 44 };

const SENTENCE_END = /[。．.!?！？…：:;；][”"’』」）)\]]*$/u;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u;
/** Signs that a line is an entry of a list, a credit or a link, and so a paragraph of its own. */
const ENTRY = /^[-–—*•·●■□◆▶►?？#>【［[（(\d]|[:：|｜丨@]|https?:\/\//u;

/** The width of a line in columns: East Asian characters take two. */
function columns(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const isWide = (lines: readonly string[]): boolean => WIDE.test(lines[0]?.at(-1) ?? '');
const longWordOf = (lines: readonly string[]): number => (isWide(lines) ? LONG_WORD.wide : LONG_WORD.latin);

/** How text is wrapped. */
interface Wrap {
  /** Columns of the longest line. */
  width: number;
  /** Whether the text has wide characters. */
  wide: boolean;
}

/**
 * Whether a line had no room for the first word of the next line or, in wide characters, for the next few characters.
 * Tools such as `fmt` make lines equally long and do not use the whole width.
 */
function isFull(line: string, next: string, { width, wide }: Wrap): boolean {
  if (wide) return columns(line) >= width - LONG_WORD.wide;
  return columns(line) + 1 + columns(/^\S{1,80}/u.exec(next)?.[0] ?? '') > width * FILLED;
}

const widestOf = (lines: readonly string[]): number =>
  Math.max(...lines.slice(0, MEASURED_LINES).map(columns));

/** Joins the lines of a paragraph with spaces. Adds no space next to a wide character or after a hyphen. */
function join(lines: readonly string[]): string {
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    const tight = WIDE.test(line.at(-1) ?? '') || WIDE.test(next[0] ?? '') || /\p{L}-$/u.test(line.slice(-2));
    return tight ? line : `${line} `;
  });
  return parts.join('');
}

/** Whether a block is wrapped prose, so that its line ends do not end paragraphs. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  // A short block with a stamp is not wrapped text: a byline and the date below it may happen to be equally long.
  if (lines.length <= FEW_LINES && lines.some((line) => stampOf(line) !== undefined)) return false;
  const sample = lines.slice(0, MEASURED_LINES);
  const widths = sample.map(columns);
  const widest = Math.max(...widths);
  if (widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return false;
  const wide = isWide(sample);
  if (wide && lines.length < FEWEST_WIDE_LINES) return false;
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

function isVerse(lines: readonly string[]): boolean {
  return (
    lines.length >= VERSE.lines &&
    lines.length <= VERSE.most &&
    lines.every((line) => columns(line) <= VERSE.columns && !ENTRY.test(line) && !/[。.]$/u.test(line))
  );
}

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

/**
 * Splits plain text into paragraphs. Blank lines separate them. The length of the lines decides whether a single line
 * end also separates paragraphs or only wraps prose. Verse is one paragraph with `\n` between its lines.
 */
export function paragraphs(text: string): string[] {
  const blocks = legalText(
    text
      .replace(PARAGRAPH_END, '\n\n')
      .replace(LINE_END, '\n')
      .replace(/\uFEFF|\u200B/gu, ''),
  )
    .normalize('NFC')
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
  const separated = blocks.filter((lines) => lines.length === 1).length >= blocks.length / 2;
  const wrapped = blocks.map(isWrapped);
  const width = blocks
    .filter((_, at) => wrapped[at])
    .reduce((most, lines) => Math.max(most, widestOf(lines)), 0);
  return blocks.flatMap((lines, at) => {
    if (wrapped[at] || (width > 0 && isWrappedLike(lines, width))) return unwrap(lines);
    if (separated && at > 0 && isVerse(lines)) return [lines.join('\n')];
    return lines;
  });
}
