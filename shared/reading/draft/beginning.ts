/** The first characters of a text. It never cuts a surrogate pair in two. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
