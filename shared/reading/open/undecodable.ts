/**
 * The character that marks a sequence of bytes which is not a character of its encoding. It stays in the decoded text
 * until the article is finished. It cannot be U+FFFD, because the sender may have written U+FFFD. The mark is the
 * last private-use character: XML allows it, and senders do not use it.
 */
const MARK = '\u{10FFFD}';
const REPLACEMENT = '\uFFFD';

/** U+FFFD in UTF-8. These bytes appear nowhere else in UTF-8, neither within nor across other characters. */
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** The text as browsers decode it, with a mark instead of each sequence of bytes that is not a character. */
export function decodeWithMarks(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const marked = (part: Uint8Array): string => decoder.decode(part).replaceAll(REPLACEMENT, MARK);
  if (encoding !== 'utf-8') return marked(bytes);
  // Decode only the parts between the U+FFFD characters that the sender wrote, so that those do not become marks.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  let from = 0;
  for (let at = buffer.indexOf(REPLACEMENT_BYTES); at !== -1; at = buffer.indexOf(REPLACEMENT_BYTES, from)) {
    parts.push(marked(buffer.subarray(from, at)));
    from = at + REPLACEMENT_BYTES.length;
  }
  return [...parts, marked(buffer.subarray(from))].join(REPLACEMENT);
}

/** How many marks a text has. */
export function countUndecodable(text: string): number {
  return text.split(MARK).length - 1;
}

/** The text for a person to read, with U+FFFD instead of the marks. */
export function showUndecodable(text: string): string {
  return text.replaceAll(MARK, REPLACEMENT);
}
