/** A reference as XML writes it; any other ampersand is one that should have been escaped. */
const REFERENCE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});)/gi;

/** A character by its number. */
const NUMERIC = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

/** XML 1.0 section 2.2, production 2. */
const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfffe) ||
  (code > 0xffff && code <= 0x10ffff);

/** Where a reference is none: text in these stands as it is. */
const LITERAL = [
  { open: '<![CDATA[', close: ']]>' },
  { open: '<!--', close: '-->' },
] as const;

/**
 * XML with its stray ampersands escaped (`AT&T`, `?a=1&b=2`): the most common fault of feeds, and the one that cannot
 * be anything else; and without references to characters that XML forbids (`&#1;`). Linear: each literal section is
 * looked for once.
 */
export function mendReferences(xml: string): { xml: string; escaped: number; removed: number } {
  let escaped = 0;
  let removed = 0;
  const legal = (reference: string, hexadecimal: string | undefined, decimal: string | undefined): string => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (isXmlCharacter(code)) return reference;
    removed++;
    return '';
  };
  const mended = (text: string): string =>
    text.includes('&') ? text.replace(REFERENCE, () => (escaped++, '&amp;')).replace(NUMERIC, legal) : text;
  if (!xml.includes('&')) return { xml, escaped, removed };
  const pieces: string[] = [];
  const next = LITERAL.map(({ open }) => xml.indexOf(open));
  for (let at = 0; at < xml.length;) {
    const [start, which] = next.reduce<[number, number]>(
      (first, index, of) => (index !== -1 && (first[0] === -1 || index < first[0]) ? [index, of] : first),
      [-1, 0],
    );
    if (start === -1) {
      pieces.push(mended(xml.slice(at)));
      break;
    }
    const close = LITERAL[which]?.close ?? '';
    const found = xml.indexOf(close, start);
    const end = found === -1 ? xml.length : found + close.length;
    pieces.push(mended(xml.slice(at, start)), xml.slice(start, end));
    at = end;
    LITERAL.forEach(({ open }, of) => {
      if ((next[of] ?? -1) !== -1 && (next[of] ?? 0) < end) next[of] = xml.indexOf(open, end);
    });
  }
  return { xml: pieces.join(''), escaped, removed };
}
