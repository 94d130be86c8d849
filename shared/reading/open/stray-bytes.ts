/**
 * Text in UTF-8 with some bytes of windows-1252 in it. A CMS joins text of two origins and converts only one of them.
 * Each stray byte must stand alone and be what the text needs in its place: a letter in a Latin word, or punctuation.
 * Everything else, such as a character that was cut in two, is damage: what it was cannot be known.
 */

/** Single bytes from 0x80, with the characters around them. The text is one character per byte. */
const HIGH_RUN = /[\x80-\xFF]+/g;

/** One or more valid UTF-8 sequences of Latin letters and common punctuation, and nothing else. */
const LATIN_UTF8 = /^(?:[\xC2-\xC9][\x80-\xBF]|\xE2[\x80-\x84][\x80-\xBF]|\xF0\x9F[\x80-\xBF]{2})+$/;

/** Letters of windows-1252, except those that are rare in words: `×`, `÷` and `ÿ`. */
const LETTER = /[\x8A\x8C\x8E\x9A\x9C\x9E\xC0-\xD6\xD8-\xF6\xF8-\xFE]/;
/** The bytes with which Latin letters and punctuation begin in UTF-8. Alone, they may be half of a character. */
const LEAD = /[\xC2-\xC9\xE2\xF0]/;
/** Quotation marks, apostrophe, dashes, ellipsis, bullet, euro, and the currency, degree and paragraph signs. */
const SIGN = /[\x80\x82\x84\x85\x8B\x91-\x97\x99\x9B\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBB\xBF\xA1]/;

/** Whether a stray byte is a character of windows-1252 that fits between its neighbours, which are ASCII. */
function fits(byte: string, before: string, after: string): boolean {
  if (SIGN.test(byte)) return true;
  if (!LETTER.test(byte)) return false;
  if (LEAD.test(byte)) return /[a-z]/.test(after);
  return /[A-Za-z]/.test(before) || /[a-z]/.test(after);
}

/** The text, its Latin UTF-8 sequences and stray bytes of windows-1252 decoded, and how many bytes were stray. */
export function readStrayBytes(bytes: Uint8Array): { text: string; stray: number } | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const windows = new TextDecoder('windows-1252');
  const utf8 = new TextDecoder('utf-8');
  let stray = 0;
  const pieces: string[] = [];
  let at = 0;
  for (const match of raw.matchAll(HIGH_RUN)) {
    const [run] = match;
    const end = match.index + run.length;
    if (LATIN_UTF8.test(run)) {
      pieces.push(raw.slice(at, match.index), utf8.decode(bytes.subarray(match.index, end)));
    } else if (run.length === 1 && fits(run, raw[match.index - 1] ?? '', raw[end] ?? '')) {
      stray++;
      pieces.push(raw.slice(at, match.index), windows.decode(bytes.subarray(match.index, end)));
    } else return undefined;
    at = end;
  }
  return { text: pieces.join('') + raw.slice(at), stray };
}
