const OPEN = '<![CDATA[';
/** A whole text in a CDATA section that was escaped once more than the text in it. */
const ESCAPED = /^\s*&lt;!\[CDATA\[([^]*)\]\]&gt;\s*$/;
/** The end of a section whose beginning is lost, or the other way round. */
const REMNANT = /^\s*\]\]>|\]\]>\s*$/g;

/**
 * A text without the signs of CDATA sections. They have a meaning only in XML: a sender who escapes them, or writes
 * them in HTML, means the text in them. HTML would read such a section as a comment (HTML Standard, "CDATA in HTML").
 */
export function withoutCdata(text: string): string {
  if (!text.includes(']]') && !text.includes('CDATA[')) return text;
  const whole = ESCAPED.exec(text)?.[1] ?? text;
  // An opening sign in the middle of a sentence, which nothing closes, is a word.
  if (!whole.includes(']]') && !whole.trimStart().startsWith(OPEN)) return whole;
  const parts = whole.split(OPEN);
  let left = parts.length - 1;
  return parts
    .join('')
    .replace(/\]\]>/g, (end) => (left-- > 0 ? '' : end))
    .replace(REMNANT, '');
}
