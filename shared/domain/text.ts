/**
 * Characters removed from all text when it is read and when it is written: C0 and C1 controls except tab and line
 * ends, DEL, lone surrogates, noncharacters, and the two bidirectional overrides. XML 1.0 section 2.2 forbids most of
 * them. None of them has a meaning in news text.
 */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- naming control characters is this pattern's purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFDD0-\uFDEF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

/**
 * A faster test before the replacement: a text without these characters has no illegal characters. This pattern also
 * finds surrogate pairs, which are legal, because it looks at single code units.
 */
const SUSPICIOUS =
  // eslint-disable-next-line no-control-regex -- as above
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** The text without the characters that XML or feed readers do not accept. Does not normalise it to NFC. */
export function legalText(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(ILLEGAL, '') : text;
}

/**
 * A faster test before both changes of `storedText`: it finds the suspicious characters, and all from U+0300 on. The
 * characters before are the same in NFC, and so are the quotation marks and dashes from U+2010 to U+2027.
 */
const MAY_CHANGE =
  // eslint-disable-next-line no-control-regex -- as above
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u0300-\u200F\u2028-\uFFFF]/;

/** The text as it is stored: only legal characters, in Unicode normal form C (NFC). White space stays. */
export function storedText(text: string): string {
  return MAY_CHANGE.test(text) ? legalText(text).normalize('NFC') : text;
}

/**
 * Invisible characters: bidirectional embeddings, overrides and isolates, and zero-width characters except joiners.
 */
const INVISIBLE = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/gu;

/** White space that is not a single blank. Most white space is a single blank, which needs no replacement. */
const UNFOLDED = /\s{2,}|[^\S ]/g;

/**
 * A faster test before the replacement. It finds two blanks, and all characters outside of some ranges that have no
 * other white space.
 */
const MAY_BE_UNFOLDED = /[^ -~\u00A1-\u167F\u2010-\u2027]|  /;

/** The text with each run of white space replaced by one blank. */
export function folded(text: string): string {
  return MAY_BE_UNFOLDED.test(text) ? text.replace(UNFOLDED, ' ') : text;
}

/** One line of text for a title, a name or a label: only legal and visible characters, white space folded, NFC. */
export function lineOfText(text: string): string {
  return folded(legalText(text).replace(INVISIBLE, '')).trim().normalize('NFC');
}
