/** What commands print: a table or lines for people, JSON for machines. */

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLines(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** Columns wide enough for their contents; East Asian characters count two. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) =>
    Math.max(width(name), ...rows.map((row) => width(row[column] ?? ''))),
  );
  for (const row of [header, ...rows]) {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)));
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

/** The text cut to so many columns, with an ellipsis where it was cut. */
export function cutTo(columns: number, text: string): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (width(kept + character) >= columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text in lines of at most so many columns, broken at spaces; a word that is longer is broken where it must be. */
export function wrapTo(columns: number, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((one) => piecesOf(columns, one))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (width(longer) <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(columns: number, word: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (width(piece + character) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** Work shorter than this needs no progress line. */
const QUIET_MILLISECONDS = 2000;

/**
 * A progress line for anything that takes longer than two seconds: rewritten in place on a terminal, a line every ten
 * seconds elsewhere. On stderr, so that it never mixes with what the command prints.
 */
export class Progress {
  readonly #started = Date.now();
  #printed = 0;

  say(text: string): void {
    const now = Date.now();
    if (now - this.#started < QUIET_MILLISECONDS) return;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
    else if (now - this.#printed > 10_000) process.stderr.write(`${text}\n`);
    else return;
    this.#printed = now;
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#printed > 0 && process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  }
}
