/**
 * The local name of the first element of a document, in lower case. Skips the XML declaration, comments, processing
 * instructions and the document type. Undefined if no element follows.
 */
export function rootName(start: string): string | undefined {
  let rest = start;
  for (;;) {
    rest = rest.trimStart();
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 2
      : /^<[?!]/.test(rest)
        ? endOfDeclaration(rest)
        : 0;
    if (end <= 1) break;
    rest = rest.slice(end + 1);
  }
  return /^<(?:[\w.-]{1,40}:)?([a-z][\w.-]{0,40})/i.exec(rest)?.[1]?.toLowerCase();
}

/** Where a declaration ends. The internal subset of a document type has declarations of its own, in brackets. */
function endOfDeclaration(rest: string): number {
  const end = rest.indexOf('>');
  const bracket = rest.indexOf('[');
  if (!/^<!doctype/i.test(rest) || bracket === -1 || bracket > end) return end;
  const close = rest.indexOf(']', bracket);
  return close === -1 ? -1 : rest.indexOf('>', close);
}
