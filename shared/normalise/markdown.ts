import markdownIt from 'markdown-it';
import { type Drafted, rejected } from './draft.ts';
import { fromHtml } from './html.ts';
import type { TextContext } from './text.ts';

/** CommonMark with tables and strikethrough; HTML in it is text (markdown-it's default, safe by itself). */
const markdown = markdownIt({ html: false });

/** Characters of one article; finding out what brackets mean costs more than reading them. */
const MAX_LENGTH = 512 * 1024;

/** Markdown, read as the HTML it stands for: a heading at its top is the headline. */
export function fromMarkdown(text: string, context: TextContext): Drafted {
  if (text.length > MAX_LENGTH)
    return rejected('SIZE_ITEM', `more than ${MAX_LENGTH} characters of Markdown`);
  return fromHtml(markdown.render(text), context);
}
