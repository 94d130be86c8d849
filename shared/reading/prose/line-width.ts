/** The widths of lines, and whether a line was ended because the next word had no room. */

/**
 * Mail programs and editors wrap text at a width in this range, in columns. A block whose longest line is outside the
 * range is not wrapped text.
 */
export const NARROWEST_WRAP = 40;
export const WIDEST_WRAP = 120;

/**
 * A line may end a paragraph if it is shorter than the longest line by more than this many columns: the width of a
 * long word. Text in wide characters (Chinese, Japanese, Korean) can break at any character, so a few columns
 * suffice.
 */
export const LONG_WORD = { latin: 18, wide: 6 };

/** A line is full if the line and the next word together take more than this share of the longest line. */
const FILLED = 0.9;

/** At most this many lines of a block are measured. */
export const MEASURED_LINES = 500;

export const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u;
/** The width of a line in columns: East Asian characters take two. */
export function columns(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2 : 1;
  return width;
}

export const isWide = (lines: readonly string[]): boolean => WIDE.test(lines[0]?.at(-1) ?? '');
/** How text is wrapped. */
export interface Wrap {
  /** Columns of the longest line. */
  width: number;
  /** Whether the text has wide characters. */
  wide: boolean;
}

/**
 * Whether a line had no room for the first word of the next line or, in wide characters, for the next few characters.
 * Tools such as `fmt` make lines equally long and do not use the whole width.
 */
export function isFull(line: string, next: string, { width, wide }: Wrap): boolean {
  if (wide) return columns(line) >= width - LONG_WORD.wide;
  return columns(line) + 1 + columns(/^\S{1,80}/u.exec(next)?.[0] ?? '') > width * FILLED;
}

export const widestOf = (lines: readonly string[]): number =>
  Math.max(...lines.slice(0, MEASURED_LINES).map(columns));
