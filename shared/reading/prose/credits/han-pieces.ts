import type { HanCredits } from './rules/rule.ts';
import { wholeRole } from './han-roles.ts';
import { surnameLength } from './surnames.ts';

/** A word of a credits line. */
export interface Piece {
  text: string;
  /** The separator after the word. */
  after: string;
  /** Whether the separator introduces a value: a colon, slash or bar. */
  labels: boolean;
}

/** Dates, times, counts and e-mail addresses: they occur between credits but credit nobody. */
export const FACT = /^(?:[\d.,年月日時时分秒T+Z-]+|[\w.+-]+@[\w.-]+|[次人条條大中小])$/u;

/**
 * East Asian characters. Every role of `HanCredits` contains one. The range also includes the characters that follow
 * them in Unicode.
 */
export const EAST_ASIAN = /[\u2E80-\uFFFF]/;

/** Maximum length of a line of credits, in characters. The credits of a whole production team may be that long. */
const LONGEST_HAN_CREDITS = 600;

// A single dash separates role and name (编辑—张三); a double dash belongs to a sentence.
const SEPARATOR = /(?:(?<!—)—(?!—)|[\s:：﹕∶/／╱|｜丨︱＝=、，,;；&＆])+/gu;
const LABEL = /[—:：﹕∶/／╱|｜丨︱＝=]/u;

/** A remark after a name: 張三（實習）, 寧河發布(ID:ninghe). */
const REMARK =
  /[（(](?:實習|实习|實習生|实习生|見習|见习|圖|图|文|摄|攝|(?:微信)?(?:公[眾众]號|公众号|微信號|微信号|ID)\s*[:：]\s*[^（()）]{1,40})[）)]/giu;

const ONE_HAN = /^\p{Script=Han}$/u;
const LATIN_WORD = /^[\p{Script=Latin}.'’-]+$/u;

const isSpaceAfter = (piece: Piece): boolean => piece.after !== '' && piece.after.trim() === '';

function cut(line: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const match of line.matchAll(SEPARATOR)) {
    const text = line.slice(start, match.index);
    const [after] = match;
    if (text !== '') found.push({ text, after, labels: LABEL.test(after) });
    start = match.index + after.length;
  }
  if (start < line.length) found.push({ text: line.slice(start), after: '', labels: false });
  return found;
}

interface Joint {
  left: Piece;
  right: Piece;
  isFirst: boolean;
  rules: HanCredits;
}

/**
 * The text to write between two pieces that are one name: nothing (張　三) or a space (Jane Roe). Undefined if they are
 * not one name. `isFirst`: whether `left` begins the line.
 */
function joint({ left, right, isFirst, rules }: Joint): string | undefined {
  if (!isSpaceAfter(left)) return undefined;
  if (LATIN_WORD.test(left.text) && LATIN_WORD.test(right.text)) return ' ';
  const isSurname = surnameLength(left.text) === left.text.length;
  if (!ONE_HAN.test(left.text) || right.labels) return undefined;
  if (ONE_HAN.test(right.text)) return isSurname || !isFirst ? '' : undefined;
  const isGivenName = /^\p{Script=Han}{2}$/u.test(right.text) && surnameLength(right.text) === 0;
  return isSurname && isGivenName && !isFirst && wholeRole(right.text, rules) === undefined ? '' : undefined;
}

/**
 * The words of a line, where a name with a space in it is one word. Undefined for a line that cannot be credits: too
 * long, in another script, or with sentence marks.
 */
export function pieces(line: string, rules: HanCredits): Piece[] | undefined {
  if (line.length > LONGEST_HAN_CREDITS || !EAST_ASIAN.test(line) || /[。！？!?“”「」]/u.test(line))
    return undefined;
  const joined: Piece[] = [];
  for (const piece of cut(line.replace(REMARK, ''))) {
    const previous = joined.at(-1);
    const between = previous && joint({ left: previous, right: piece, isFirst: joined.length === 1, rules });
    if (previous === undefined || between === undefined) joined.push(piece);
    else joined[joined.length - 1] = { ...piece, text: previous.text + between + piece.text };
  }
  return joined;
}
