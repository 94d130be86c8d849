import { defined } from '../../../draft/defined.ts';
import type { RichText, UpstreamItem } from '../../../item/upstream-item.ts';
import { isMarkup } from '../../../markup/line-of-markup.ts';
import { withParagraphs } from './autop.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** How a text comes from WordPress: as its author wrote it, in an export; or as the website shows it. */
export type PostForm = 'written' | 'shown';

/** The form of the posts of a feed. Undefined if the feed is not from WordPress. `head`: the feed without its items. */
export function formOfPosts(head: string): PostForm | undefined {
  if (/<wp:wxr_version[\s>]/.test(head)) return 'written';
  const generator = /<generator(?:\s[^<>]*)?>([^<]{0,300})/.exec(head)?.[1] ?? '';
  return /wordpress/i.test(generator) ? 'shown' : undefined;
}

/** The item with its post as a reader sees it: with paragraphs and figures, and without the marks of WordPress. */
export function asPost(item: UpstreamItem, form: PostForm | undefined): UpstreamItem {
  const content = textOfPost(item.content, form);
  // A summary is cut from the post without regard to its paragraphs.
  const summary = textOfPost(item.summary, form && 'shown');
  if (content === undefined && summary === undefined) return item;
  const notes = [...new Set([...(item.notes ?? []), ...(content?.notes ?? []), ...(summary?.notes ?? [])])];
  return defined<UpstreamItem>({
    ...item,
    content: content?.text ?? item.content,
    summary: summary?.text ?? item.summary,
    notes: notes.length > 0 ? notes : undefined,
  });
}

/** Undefined if nothing changes. */
function textOfPost(
  text: RichText | undefined,
  form: PostForm | undefined,
): { text: RichText; notes: string[] } | undefined {
  if (text === undefined || (form === undefined && !text.value.includes('['))) return undefined;
  // A text that is declared as plain text and has tags is not a post.
  if (text.type === 'text' && isMarkup(text.value)) return undefined;
  const post = form === undefined ? text.value : withoutComments(text.value);
  const { html, notes } = withoutShortcodes(post, form !== undefined);
  // A website that does not replace its shortcodes does not lay out the paragraphs either.
  const isWritten = form === 'written' || (html !== post && !/<(?:p|br)[\s>/]/i.test(html));
  const value = isWritten ? withParagraphs(withLinks(html)) : html;
  return value === text.value ? undefined : { text: { ...text, value, type: 'html' }, notes };
}

/** The text without comments. WordPress marks the blocks of a post, the teaser and the pages with comments. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    kept += text.slice(from, start);
    from = end + 3;
  }
  return kept + text.slice(from);
}

/** An address alone on its line, which WordPress replaces with a player or a preview. */
const LONE_ADDRESS = /^([^\S\n]*)(https?:\/\/[^\s<>"]{3,2000})[^\S\n]*$/gim;

const withLinks = (text: string): string =>
  text.replace(
    LONE_ADDRESS,
    (_, space: string, address: string) => `${space}<a href="${address}">${address}</a>`,
  );
