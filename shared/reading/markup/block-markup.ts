const BLOCK =
  /^\s*<(p|div|h[1-6]|article|section|main|header|blockquote|figure|ul|ol|dl|table)(?:\s[^<>]*)?>/i;
const CLOSED = /(?:<\/[a-z][\w-]{0,40}|<(?:br|hr|img)[^<>]*|--)>$/i;

/**
 * Whether a text that was sent as plain text is HTML: it begins with a block and ends with a tag. Prose that only
 * mentions a tag does not end with one.
 */
export function isBlockMarkup(text: string): boolean {
  const tag = BLOCK.exec(text)?.[1]?.toLowerCase();
  if (tag === undefined || !CLOSED.test(text.trimEnd().slice(-500))) return false;
  return text.toLowerCase().includes(`</${tag}>`);
}

/** A link, a picture or a line break. */
const ELEMENT = /<a\s[^<>]*\shref\s*=|<a\shref\s*=|<img\s[^<>]*src\s*=|<br ?\/?>/i;

/** Whether a text whose type the sender did not state has markup that a reader must not see as text. */
export function hasMarkup(text: string): boolean {
  return isBlockMarkup(text) || (ELEMENT.test(text) && !/\n\s*\n/.test(text));
}
