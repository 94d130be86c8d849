/** Sections of XML in which an ampersand has no special meaning. */
const LITERAL_SECTIONS = [
  { open: '<![CDATA[', close: ']]>' },
  { open: '<!--', close: '-->' },
] as const;

/**
 * The document with an edit in all its text outside these sections. The time is linear in the length of the text,
 * because each section is searched for once.
 */
export function outsideLiterals(xml: string, edit: (text: string) => string): string {
  const pieces: string[] = [];
  /** The next offset at which each kind of literal section opens, or -1. */
  const next = LITERAL_SECTIONS.map(({ open }) => xml.indexOf(open));
  for (let at = 0; at < xml.length;) {
    const [start, kind] = next.reduce<[number, number]>(
      (first, offset, index) =>
        offset !== -1 && (first[0] === -1 || offset < first[0]) ? [offset, index] : first,
      [-1, 0],
    );
    if (start === -1) {
      pieces.push(edit(xml.slice(at)));
      break;
    }
    const close = LITERAL_SECTIONS[kind]?.close ?? '';
    const found = xml.indexOf(close, start);
    const end = found === -1 ? xml.length : found + close.length;
    pieces.push(edit(xml.slice(at, start)), xml.slice(start, end));
    at = end;
    LITERAL_SECTIONS.forEach(({ open }, index) => {
      if ((next[index] ?? -1) !== -1 && (next[index] ?? 0) < end) next[index] = xml.indexOf(open, end);
    });
  }
  return pieces.join('');
}
