/** Comments that are read: the first of a document. A page of a content management system has some hundred of them. */
const MOST_COMMENTS = 40;
/** A note to editors is short. A longer comment is a part of the document that its author switched off. */
const LONGEST_COMMENT = 400;

/**
 * The lines of the comments of HTML or Markdown. Readers do not see them, so a sender may write to editors there. The
 * comments of WordPress that mark its blocks (`<!-- wp:paragraph -->`) are left out.
 */
export function commentLinesIn(markup: string): string[] {
  const lines: string[] = [];
  let at = markup.indexOf('<!--');
  for (let count = 0; at !== -1 && count < MOST_COMMENTS; count++) {
    const end = markup.indexOf('-->', at + 4);
    // A comment that is not closed goes on to the end of the document.
    const text = markup.slice(at + 4, end === -1 ? undefined : end).slice(0, LONGEST_COMMENT + 1);
    if (text.length <= LONGEST_COMMENT && !/^\s*\/?wp:/u.test(text)) {
      lines.push(...text.split('\n').map((line) => line.trim()));
    }
    at = end === -1 ? -1 : markup.indexOf('<!--', end);
  }
  return lines.filter((line) => line !== '');
}
