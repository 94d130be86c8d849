/**
 * Stands for bytes that are no character of their encoding while a document is read, so that what holds them can be
 * told from what spells U+FFFD itself. The last private character: XML takes it, and nobody writes it.
 */
const BROKEN = '\u{10FFFD}';
const REPLACEMENT = '\uFFFD';

/** U+FFFD in UTF-8; no two other characters have these bytes between them. */
const SPELLED = Buffer.from(REPLACEMENT);

/** The text as browsers decode it, with a mark of our own for each sequence of bytes that is none. */
export function replacing(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const marked = (part: Uint8Array): string => decoder.decode(part).replaceAll(REPLACEMENT, BROKEN);
  if (encoding !== 'utf-8') return marked(bytes);
  // What the bytes spell themselves stands between the parts.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  let from = 0;
  for (let at = buffer.indexOf(SPELLED); at !== -1; at = buffer.indexOf(SPELLED, from)) {
    parts.push(marked(buffer.subarray(from, at)));
    from = at + SPELLED.length;
  }
  return [...parts, marked(buffer.subarray(from))].join(REPLACEMENT);
}

/** How many sequences of bytes in a text are none of its encoding's characters. */
export function broken(text: string): number {
  return text.split(BROKEN).length - 1;
}

/** The text with U+FFFD for them, to be shown. */
export function shownBroken(text: string): string {
  return text.replaceAll(BROKEN, REPLACEMENT);
}
