import { createRequire } from 'node:module';
import type * as MarkdownIt from 'markdown-it';
import { once } from '../../domain/once.ts';
import { fromHtml } from '../body/html.ts';
import { defined } from '../draft/defined.ts';
import { type Drafted, type SourceDefaults, rejected, withNotes } from '../draft/draft.ts';
import { draftOf } from '../item/draft-of-item.ts';
import { withNewsMetadata } from '../item/news-metadata.ts';
import type { RichText, UpstreamItem } from '../item/upstream-item.ts';
import { withChangesAccepted } from './critic-markup.ts';
import { doubtedFor } from './front-matter-doubt.ts';
import { splitFrontMatter } from './front-matter-split.ts';
import { frontMatterOf } from './front-matter.ts';

/**
 * CommonMark with HTML (section 6.6), tables and strikethrough. The result goes through the sanitiser. The library is
 * in a file of its own (infra/bundle.ts).
 */
const markdown = once(() => {
  const { default: markdownIt } = createRequire(import.meta.url)('./markdown-it.mjs') as typeof MarkdownIt;
  return markdownIt({ html: true });
});

const MAX_MARKDOWN_CHARACTERS = 256 * 1024;

/**
 * How many characters with a meaning in Markdown (`MARK`) one article may have. The parser is slow with many of them.
 * A long article has 1,000 of them.
 */
const MAX_MARKDOWN_MARKS = 20_000;
const MARK = /[[\]*_~`|<]|^[ \t]*(?:[-+>#]|\d{1,9}[.)])/gm;

function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (const _ of text.matchAll(MARK)) if (++marks > MAX_MARKDOWN_MARKS) return true;
  return false;
}

/**
 * A part of a document as HTML, and how many marks it has. The caller counts the marks of all parts; with more than
 * `MAX_MARKDOWN_MARKS` in all, or in a part that is too long, there is no HTML.
 */
export function markdownPart(text: string, marksBefore: number): { html: string | undefined; marks: number } {
  const marks = marksBefore + (text.match(MARK)?.length ?? 0);
  const isWithin = marks <= MAX_MARKDOWN_MARKS && text.length <= MAX_MARKDOWN_CHARACTERS;
  return { html: isWithin ? markdown().render(text) : undefined, marks };
}

/**
 * Renders Markdown as HTML and reads the HTML, so a heading at the top is the headline. Front matter, as static site
 * generators use it, gives the metadata. Front matter that cannot be read is removed from the text and kept in
 * `removed`.
 */
export function fromMarkdown(text: string, defaults: SourceDefaults): Drafted {
  if (text.length > MAX_MARKDOWN_CHARACTERS)
    return rejected('SIZE_ITEM', `more than ${MAX_MARKDOWN_CHARACTERS} characters of Markdown`);
  if (hasTooManyMarks(text))
    return rejected('SIZE_ITEM', `more than ${MAX_MARKDOWN_MARKS} marks of Markdown`);
  const { matter, body: written, note } = splitFrontMatter(text);
  const { markdown: body, removed } = withChangesAccepted(written);
  const html = markdown().render(body);
  if (matter === undefined) return withRemoved(fromHtml(html, defaults), removed);
  const read = frontMatterOf(matter, defaults.base);
  const odd = note === undefined ? [] : [note];
  if (!read.ok) {
    const drafted = withRemoved(fromHtml(html, defaults), [matter.trim(), ...removed]);
    return withNotes(doubtedFor(drafted, matter, defaults), [...odd, read.reason]);
  }
  const base = read.item.link ?? defaults.base;
  const content = html.trim() === '' ? undefined : defined<RichText>({ value: html, type: 'html', base });
  const drafted = draftOf(defined<UpstreamItem>({ ...read.item, content }), defaults);
  const whole = withRemoved(withNewsMetadata(drafted, read.metadata), removed);
  return withNotes(whole, [...odd, ...read.notes]);
}

/** Keeps texts that are not part of the article on record: unread front matter, and what editors deleted. */
function withRemoved(drafted: Drafted, removed: readonly string[]): Drafted {
  if (!drafted.ok || removed.length === 0) return drafted;
  const { draft } = drafted;
  return { ok: true, draft: { ...draft, removed: [...removed, ...draft.removed] } };
}
