/** A reference as XML writes it; any other ampersand is one that should have been escaped. */
const REFERENCE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});)/gi;

/** Where a reference is none: text in these stands as it is. */
const LITERAL = [
  { open: '<![CDATA[', close: ']]>' },
  { open: '<!--', close: '-->' },
] as const;

/**
 * XML with its stray ampersands escaped (`AT&T`, `?a=1&b=2`): the most common fault of feeds, and the one that cannot
 * be anything else. Linear: each literal section is looked for once.
 */
export function escapeStrayAmpersands(xml: string): { xml: string; count: number } {
  let count = 0;
  const escaped = (text: string): string => text.replace(REFERENCE, () => (count++, '&amp;'));
  if (!xml.includes('&')) return { xml, count };
  const pieces: string[] = [];
  const next = LITERAL.map(({ open }) => xml.indexOf(open));
  for (let at = 0; at < xml.length;) {
    const [start, which] = next.reduce<[number, number]>(
      (first, index, of) => (index !== -1 && (first[0] === -1 || index < first[0]) ? [index, of] : first),
      [-1, 0],
    );
    if (start === -1) {
      pieces.push(escaped(xml.slice(at)));
      break;
    }
    const close = LITERAL[which]?.close ?? '';
    const found = xml.indexOf(close, start);
    const end = found === -1 ? xml.length : found + close.length;
    pieces.push(escaped(xml.slice(at, start)), xml.slice(start, end));
    at = end;
    LITERAL.forEach(({ open }, of) => {
      if ((next[of] ?? -1) !== -1 && (next[of] ?? 0) < end) next[of] = xml.indexOf(open, end);
    });
  }
  return { xml: pieces.join(''), count };
}
