import { legalText } from '../../domain/text.ts';
import { stampOf } from '../dates/stamp.ts';

/** All that ends a line somewhere: CRLF, CR, NEL, LS, vertical tab; form feed and PS also end the paragraph. */
const LINE_END = /\r\n?|[\u0085\u2028\v]/gu;
const PARAGRAPH_END = /[\f\u2029]/gu;

/** Lines are called hard-wrapped when they fill at least this many columns, as mail and terminals break them. */
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 120;

/** Share of a block's lines (but the last) that must come close to the longest one. */
const FULL_LINES = 0.8;

/** How far short of the longest line one that ends a paragraph must stay: a long word; Han text breaks at any character. */
const WORD = { latin: 18, wide: 6 };

/** What a wrapped line with the next word in it would take at least, of the longest line. */
const FILLED = 0.9;

/** Two lines of Han text that happen to be equally long are a title and a subtitle as easily. */
const FEWEST_WIDE = 3;

/** Lines of a block that may be a page's own: name, position, date. */
const FEW = 4;

/** Lines of a block that are measured. */
const SAMPLE = 500;

/** Verse: at least three short lines without a full stop between blank ones; a list without end is none. */
const VERSE = { lines: 3, most: 400, columns: 44 };

const SENTENCE_END = /[。．.!?！？…：:;；][”"’』」）)\]]*$/u;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u;
/** Signs that a line is an entry of a list, a credit, or a link, each for itself. */
const ENTRY = /^[-–—*•·●■□◆▶►?？#>【［[（(\d]|[:：|｜丨@]|https?:\/\//u;

/** Columns a line takes: East Asian characters are two wide. */
function columns(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const isWide = (lines: readonly string[]): boolean => WIDE.test(lines[0]?.at(-1) ?? '');
const slack = (lines: readonly string[]): number => (isWide(lines) ? WORD.wide : WORD.latin);

/**
 * Whether a line had no room for what begins the next: a word, or in Han text a few characters. `fmt` evens lines out
 * and leaves some of the width free.
 */
function isFull(line: string, next: string, width: number, wide: boolean): boolean {
  if (wide) return columns(line) >= width - WORD.wide;
  return columns(line) + 1 + columns(/^\S{1,80}/u.exec(next)?.[0] ?? '') > width * FILLED;
}

const widestOf = (lines: readonly string[]): number => Math.max(...lines.slice(0, SAMPLE).map(columns));

/** Lines of one paragraph: no space between wide characters, none after a hyphen. */
function join(lines: readonly string[]): string {
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    const tight = WIDE.test(line.at(-1) ?? '') || WIDE.test(next[0] ?? '') || /\p{L}-$/u.test(line.slice(-2));
    return tight ? line : `${line} `;
  });
  return parts.join('');
}

function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  // A byline and the date under it may happen to be as full.
  if (lines.length <= FEW && lines.some((line) => stampOf(line) !== undefined)) return false;
  const sample = lines.slice(0, SAMPLE);
  const widths = sample.map(columns);
  const widest = Math.max(...widths);
  if (widest < NARROWEST_WRAP || widest > WIDEST_WRAP) return false;
  const wide = isWide(sample);
  if (wide && lines.length < FEWEST_WIDE) return false;
  const inner = sample.slice(0, -1);
  const full = inner.filter((line, at) => isFull(line, sample[at + 1] ?? '', widest, wide)).length;
  const open = inner.filter((line) => !SENTENCE_END.test(line)).length;
  return full >= inner.length * FULL_LINES && open >= inner.length / 2;
}

/** A block too short to judge by itself is wrapped as the rest of the text is: its lines are as full. */
function fits(lines: readonly string[], width: number): boolean {
  const sample = lines.slice(0, SAMPLE);
  const wide = isWide(sample);
  return (
    lines.length > 1 &&
    sample.every(
      (line, at) =>
        columns(line) <= width &&
        (at === sample.length - 1 || isFull(line, sample[at + 1] ?? '', width, wide)),
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

/** A block without blank lines whose prose is wrapped: a paragraph ends where a short line ends a sentence. */
function unwrap(lines: readonly string[]): string[] {
  const widest = widestOf(lines);
  const found: string[] = [];
  let current: string[] = [];
  for (const line of lines) {
    current.push(line);
    if (columns(line) < widest - slack(lines) && SENTENCE_END.test(line)) {
      found.push(join(current));
      current = [];
    }
  }
  if (current.length > 0) found.push(join(current));
  return found;
}

/**
 * Paragraphs of a plain text. Blank lines separate them; whether a single line end does too, or only wraps prose, is
 * read off the lines themselves. Short lines set apart as verse stay together with `\n` between them.
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
    if (wrapped[at] || (width > 0 && fits(lines, width))) return unwrap(lines);
    if (separated && at > 0 && isVerse(lines)) return [lines.join('\n')];
    return lines;
  });
}
