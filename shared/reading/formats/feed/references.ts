import { outsideLiterals } from '../literal-sections.ts';

/** An ampersand that does not begin a character or entity reference: the sender forgot to escape it. */
const STRAY_AMPERSAND = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});)/gi;

/** A reference to a character by its number. */
const NUMERIC_REFERENCE = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

/** Whether an XML document may contain the character (XML 1.0 section 2.2, production 2). */
const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfffe) ||
  (code > 0xffff && code <= 0x10ffff);

/**
 * Escapes stray ampersands (`AT&T`, `?a=1&b=2`), the most common fault of feeds, and removes references to characters
 * that XML forbids (`&#1;`). Returns how many it escaped and removed.
 */
export function repairReferences(xml: string): { xml: string; escaped: number; removed: number } {
  let escaped = 0;
  let removed = 0;
  /** Removes a reference to a character that XML forbids. */
  const legal = (reference: string, hexadecimal: string | undefined, decimal: string | undefined): string => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (isXmlCharacter(code)) return reference;
    removed++;
    return '';
  };
  const repaired = (text: string): string =>
    text.includes('&')
      ? text.replace(STRAY_AMPERSAND, () => (escaped++, '&amp;')).replace(NUMERIC_REFERENCE, legal)
      : text;
  const read = xml.includes('&') ? outsideLiterals(xml, repaired) : xml;
  return { xml: read, escaped, removed };
}
