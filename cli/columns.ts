const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** How many columns a text takes on a terminal. An East Asian character takes two. */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** The text, cut to at most `columns` columns, with an ellipsis if it was cut. */
export function cutTo(columns: number, text: string): string {
  if (width(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (width(kept + character) >= columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text in lines of at most `columns` columns, broken at spaces. A longer word is broken at any character. */
export function wrapTo(columns: number, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/u).filter(Boolean);
  for (const piece of words.flatMap((word) => piecesOf(columns, word))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (width(longer) <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = piece;
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
