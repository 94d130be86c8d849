import type { HanCredits } from './rules/rule.ts';
import { wholeRole } from './han-roles.ts';
import { surnameLength } from './surnames.ts';

/** A word of a credits line and what stands between it and the next. */
export interface Piece {
  text: string;
  after: string;
  /** Whether what follows introduces a value: a colon, slash or bar. */
  labels: boolean;
}

/** Dates, times, counts, addresses: what stands beside credits and is none. */
export const FACT = /^(?:[\d.,年月日時时分秒T+Z-]+|[\w.+-]+@[\w.-]+|[次人条條大中小])$/u;

/** From here on in Unicode stand the scripts that every role is written in. */
export const EAST_ASIAN = /[\u2E80-\uFFFF]/;

/** Credits of a whole production team are long, but no longer. */
const LONGEST_LINE = 600;

// A single dash parts role and name (编辑—张三), a double one is a sentence's.
const SEPARATOR = /(?:(?<!—)—(?!—)|[\s:：﹕∶/／╱|｜丨︱＝=、，,;；&＆])+/gu;
const LABEL = /[—:：﹕∶/／╱|｜丨︱＝=]/u;

/** 張三（實習）, 寧河發布(ID:ninghe): a remark on a name. */
const REMARK =
  /[（(](?:實習|实习|實習生|实习生|見習|见习|圖|图|文|摄|攝|(?:微信)?(?:公[眾众]號|公众号|微信號|微信号|ID)\s*[:：]\s*[^（()）]{1,40})[）)]/giu;

const ONE_HAN = /^\p{Script=Han}$/u;
const LATIN_WORD = /^[\p{Script=Latin}.'’-]+$/u;

const blank = (piece: Piece): boolean => piece.after !== '' && piece.after.trim() === '';

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

/** What joins two pieces into one name: nothing (張　三), a space (Jane Roe); undefined if they are two. */
function joint(left: Piece, right: Piece, afterSomething: boolean, rules: HanCredits): string | undefined {
  if (!blank(left)) return undefined;
  if (LATIN_WORD.test(left.text) && LATIN_WORD.test(right.text)) return ' ';
  const surname = surnameLength(left.text) === left.text.length;
  if (!ONE_HAN.test(left.text) || right.labels) return undefined;
  if (ONE_HAN.test(right.text)) return surname || afterSomething ? '' : undefined;
  const given = /^\p{Script=Han}{2}$/u.test(right.text) && surnameLength(right.text) === 0;
  return surname && given && afterSomething && wholeRole(right.text, rules) === undefined ? '' : undefined;
}

/** The words of a line, names with blanks in them put together; undefined for a line too long for credits or in another script. */
export function pieces(line: string, rules: HanCredits): Piece[] | undefined {
  if (line.length > LONGEST_LINE || !EAST_ASIAN.test(line) || /[。！？!?“”「」]/u.test(line))
    return undefined;
  const joined: Piece[] = [];
  for (const piece of cut(line.replace(REMARK, ''))) {
    const previous = joined.at(-1);
    const between = previous && joint(previous, piece, joined.length > 1, rules);
    if (previous === undefined || between === undefined) joined.push(piece);
    else joined[joined.length - 1] = { ...piece, text: previous.text + between + piece.text };
  }
  return joined;
}
