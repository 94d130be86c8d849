import { isTextOf } from './encoding-guess.ts';

/**
 * Decides whether bytes are UTF-8 although another encoding is declared for them. Text in another encoding is valid
 * UTF-8 only by chance: each of its characters beyond ASCII would have to look like a part of a UTF-8 sequence.
 */

/** With this many characters beyond ASCII, all of them valid UTF-8, chance is ruled out for one byte per character. */
const ENOUGH = 3;

/**
 * What a text in UTF-8 with only one or two characters beyond ASCII contains: letters of European languages, the
 * punctuation of printed text, a few symbols, or an emoji.
 */
const COMMON =
  /^[\u00A0-\u017F\u0218-\u021B\u2010-\u2026\u2030\u2039\u203A\u20AC\u2122\u{1F300}-\u{1FAFF}]$/u;

/**
 * A word in capitals and a sign after it, such as `AMANHÃ…`. In windows-1252 its last letter and the sign are a valid
 * UTF-8 sequence.
 */
const CAPITALS_THEN_SIGN = /\p{Lu}{2}[’”…–—»!?.,:;™®©]/u;

/** A picture of four bytes. No text in another encoding has these bytes. */
const EMOJI = /[\u{1F300}-\u{1FAFF}]/u;

/** A letter beyond ASCII or an apostrophe within a word whose other letters are ASCII: `café`, `won’t`. */
const IN_WORD = /[A-Za-z][\u00C0-\u017F’]|[\u00C0-\u017F’][a-z]/;

const BEYOND_ASCII = /[^\p{ASCII}]/gu;

/** Encodings with more than one byte per character. In them, pairs of bytes are often valid UTF-8. */
const WIDE = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/**
 * Whether the text is UTF-8 although `encoding` is declared. `declared` and `utf8` are the bytes decoded in the two
 * ways; `declared` is undefined if the bytes are not valid in `encoding`.
 */
export function isUtf8Instead(
  bytes: Uint8Array,
  encoding: string,
  { declared, utf8 }: { declared: string | undefined; utf8: string },
): boolean {
  if (encoding.startsWith('utf-16') || encoding === 'iso-2022-jp') return declared === undefined;
  const beyond = utf8.match(BEYOND_ASCII) ?? [];
  if (declared === undefined) return true;
  if (beyond.length === 0) return false;
  if (EMOJI.test(utf8)) return true;
  const isWide = WIDE.has(encoding);
  if (beyond.length >= ENOUGH) return !isWide || !isTextOf(bytes, encoding);
  if (isWide && !IN_WORD.test(utf8)) return false;
  return beyond.every((character) => COMMON.test(character)) && !CAPITALS_THEN_SIGN.test(declared);
}
