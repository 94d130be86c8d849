/** Blocks that may hold paragraphs: text between their tags is laid out by its line breaks. */
const AROUND = 'div|section|article|main|aside|header|footer|center|blockquote|form|details';
/** Blocks with a layout of their own. Their text stays as it is. */
const WHOLE =
  'p|pre|h[1-6]|ul|ol|dl|table|figure|script|style|svg|math|textarea|select|address|audio|video|object|fieldset|noscript|iframe';
const BLOCK_TAG = new RegExp(`<(/?)(?:(${AROUND}|hr)|(${WHOLE}))(?=[\\s>/])[^<>]*>`, 'gi');

const VISIBLE = /[^\s\u00a0]/u;
const ONLY_SPACE = /^(?:\s|&nbsp;|&#160;|<br ?\/?>)*$/i;

/**
 * The text of a post as its author wrote it in the classic editor of WordPress: a blank line begins a paragraph, and a
 * line end is a `br`. WordPress does so when it shows the post (`wpautop`); its export has the text without it.
 */
export function withParagraphs(post: string): string {
  const html = post.replace(/\r\n?/g, '\n');
  let read = '';
  let from = 0;
  /** The block in which text stays as it is, and how many of this name are open. */
  let whole: { name: string; levels: number } | undefined;
  for (const { index, 0: tag, 1: slash, 3: name } of html.matchAll(BLOCK_TAG)) {
    const block = name?.toLowerCase();
    if (whole !== undefined) {
      if (block === whole.name && !tag.endsWith('/>')) whole.levels += slash === '/' ? -1 : 1;
      // A paragraph ends where the next one begins (HTML Standard, "optional tags").
      if (whole.levels > 0 && !(whole.name === 'p' && slash === '/' && block === 'p')) continue;
      read += html.slice(from, index) + tag;
      whole = undefined;
    } else {
      read += paragraphsOf(html.slice(from, index)) + tag;
      if (block !== undefined && slash === '' && !tag.endsWith('/>')) whole = { name: block, levels: 1 };
    }
    from = index + tag.length;
  }
  const rest = html.slice(from);
  return read + (whole === undefined ? paragraphsOf(rest) : rest);
}

function paragraphsOf(text: string): string {
  if (!VISIBLE.test(text)) return text;
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .filter((part) => !ONLY_SPACE.test(part))
    .map((part) => `<p>${withBreaks(part.trim())}</p>`)
    .join('\n');
}

/** Line ends as `br`, unless they are in a tag or next to one that breaks the line already. */
function withBreaks(text: string): string {
  return text.replace(/<[^<>]*>|(?:<br ?\/?>)?\n/gi, (found, at: number) => {
    if (found !== '\n') return found;
    return /<br ?\/?>\s*$/i.test(text.slice(Math.max(0, at - 12), at)) ? '\n' : '<br>\n';
  });
}
