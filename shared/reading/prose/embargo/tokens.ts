import { monthNumber } from '../../dates/months.ts';
import { weekdayNumber } from '../../dates/weekdays.ts';
import { foldedLetters } from './fold.ts';
import { isSignKind, SIGN_WORDS, type WordKind, WORDS } from './vocabulary.ts';

/** A part of a line. `edge`: a sign that separates parts of a line; `other`: a word that no notice needs. */
export interface Token {
  kind: WordKind | 'number' | 'name' | 'edge' | 'open' | 'close' | 'other';
  /** The text as in the line, for the case of its letters. */
  text: string;
  folded: string;
  /** Whether the word is the event that a notice waits for. */
  isEvent?: boolean;
}

const SPACE = /[\s,、،'"&;；]+/uy;
const NUMBER = /\d+(?:[.:/,-]\d+)*\.?(?:(?:st|nd|rd|th|er|hrs?|h|am|pm|uhr|utc|gmt|[oa]|z)(?![\p{L}]))?/uy;
const OPEN = /[([{【〔〈<]/uy;
const CLOSE = /[)\]}】〕〉>]/uy;
/** A hyphen or a dash between blanks, a bar, a colon, or the end of a sentence. */
const EDGE = /[|｜丨。!?¡¿…।—–:]+|-{2,}|\.(?=\s|$)|(?<=\s)-(?=\s|$)|^-(?=\s)|\/{2,}/uy;
const EAST_ASIAN_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/uy;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}]*/uy;
const ANY = /[^]/uy;

/** The names of zones that a notice may have. */
const ZONE =
  /(?:utc|gmt|bst|cest|cet|mesz|mez|eest|eet|msk|edt|est|et|cdt|cst|ct|pdt|pst|pt|mdt|mst|jst|kst|hkt|sgt|ist|aest|aedt|nzdt|nzst|wib|wita|wit|sec|selc|z|eastern|pacific|london|berlin|paris|brussels|geneva|tokyo|beijing|new york|hong kong|singapore|sydney|moscow)(?![\p{L}])/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found === '' ? undefined : found;
}

/** Whether a part is a sign that a text must wait or must not be published. */
export const isSign = ({ kind }: Pick<Token, 'kind'>): boolean => isSignKind(kind);

const WORD_START =
  /(?<![\p{L}\p{M}])\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const WORD_START_IN_ASCII = /(?<![a-z])[a-z]/g;
const ASCII = /^[\0-\x7F]*$/;

/** Whether a line that `plainLine` returned has a sign at all. Most lines of stories have none. */
export function mayHaveSign(line: string): boolean {
  const folded = foldedLetters(line);
  const starts = ASCII.test(folded) ? WORD_START_IN_ASCII : WORD_START;
  for (const { index } of folded.matchAll(starts)) {
    if (SIGN_WORDS.at(folded, index) !== undefined) return true;
  }
  return false;
}

/** The parts of a line that `plainLine` returned. */
export function tokensOf(line: string): Token[] {
  const folded = foldedLetters(line);
  const isSameLength = folded.length === line.length;
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], found: string): void => {
    const text = isSameLength ? line.slice(at, at + found.length) : found;
    tokens.push({ kind, text, folded: found });
    at += found.length;
  };
  while (at < folded.length) {
    const space = matchAt(SPACE, folded, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const [kind, found] = partAt(folded, at);
    push(kind, found);
  }
  return tokens;
}

/** `Embargo until` and the like. Stories about trade have these words too. */
const UNTIL =
  /^(?:(?:levee|fin|fine|fim|levantamiento) .+|(?:embargo|эмбарго|ембарго|ambargo|εμπαργκο)\s(?!date|time|lift|notice|deadline|period|fecha|heure))/u;

function partAt(folded: string, at: number): [Token['kind'], string] {
  const word = WORDS.at(folded, at);
  // A phrase of an event may begin as a day or a month does: may, donner~.
  const isDate = word?.kind === 'event' && isName(matchAt(WORD, folded, at) ?? '');
  if (word !== undefined && !isDate) {
    return [word.kind === 'embargoed' && UNTIL.test(word.text) ? 'embargo' : word.kind, word.text];
  }
  const zone = matchAt(ZONE, folded, at);
  if (zone !== undefined) return ['around', zone];
  for (const [kind, pattern] of PUNCTUATION) {
    const found = matchAt(pattern, folded, at);
    if (found !== undefined) return [kind, found];
  }
  const character = matchAt(EAST_ASIAN_CHARACTER, folded, at);
  if (character !== undefined) return ['other', character];
  const letters = matchAt(WORD, folded, at);
  if (letters === undefined) return ['around', matchAt(ANY, folded, at) ?? ''];
  return [isName(letters) ? 'name' : 'other', letters];
}

/** Whether a word is the name of a month or of a day, with the endings and prefixes that languages add to it. */
export function isName(word: string): boolean {
  const forms = [word, ...(word.length > 6 ? [1, 2, 3, 4].map((cut) => word.slice(0, -cut)) : [])].filter(
    (form) => form === word || form.length >= 5,
  );
  if (/^[במלהוכ]\p{Script=Hebrew}/u.test(word)) forms.push(word.slice(1));
  return forms.some((form) => monthNumber(form) !== undefined || weekdayNumber(form) !== undefined);
}

const PUNCTUATION: readonly [Token['kind'], RegExp][] = [
  ['number', NUMBER],
  ['open', OPEN],
  ['close', CLOSE],
  ['edge', EDGE],
];
