import markdownIt from 'markdown-it';
import { type Drafted, type SourceDefaults, rejected } from '../draft/draft.ts';
import { draftOf } from '../item/to-draft.ts';
import { type RichText, type UpstreamItem, defined } from '../item/upstream-item.ts';
import { frontMatterOf, splitFrontMatter } from './front-matter.ts';
import { fromHtml } from '../body/html.ts';
import { withStatement } from '../item/statement.ts';

/** CommonMark, which has HTML in it (section 6.6), with tables and strikethrough. The sanitiser stands behind it. */
const markdown = markdownIt({ html: true });

/** Characters of one article. */
const MAX_LENGTH = 256 * 1024;

/** Marks of one article: finding out what they mean costs many times what reading them does. A long one has 1,000. */
const MAX_MARKS = 20_000;
const MARK = /[[\]*_~`|<]|^[ \t]*(?:[-+>#]|\d{1,9}[.)])/gm;

function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (const _ of text.matchAll(MARK)) if (++marks > MAX_MARKS) return true;
  return false;
}

/**
 * Markdown, read as the HTML it stands for: a heading at its top is the headline. Front matter, as site generators have
 * it, says the rest; where it cannot be read it is no part of the article either, but stays on the record.
 */
export function fromMarkdown(text: string, defaults: SourceDefaults): Drafted {
  if (text.length > MAX_LENGTH)
    return rejected('SIZE_ITEM', `more than ${MAX_LENGTH} characters of Markdown`);
  if (hasTooManyMarks(text)) return rejected('SIZE_ITEM', `more than ${MAX_MARKS} marks of Markdown`);
  const { matter, body } = splitFrontMatter(text);
  const html = markdown.render(body);
  if (matter === undefined) return fromHtml(html, defaults);
  const read = frontMatterOf(matter, defaults.base);
  if (!read.ok) return withoutMatter(fromHtml(html, defaults), matter, read.reason);
  const base = read.item.link ?? defaults.base;
  const content = html.trim() === '' ? undefined : defined<RichText>({ value: html, type: 'html', base });
  return withStatement(draftOf(defined<UpstreamItem>({ ...read.item, content }), defaults), read.statement);
}

/** Words in front matter that is not understood of which one may say: not yet. */
const WITHHOLDS = /^["']?(?:draft|embargo\w*|pub-?status|status|published|expir\w*)["']?[ \t]{0,9}:/im;

function withoutMatter(drafted: Drafted, matter: string, reason: string): Drafted {
  if (!drafted.ok) return drafted;
  const { draft } = drafted;
  const isWithheld = WITHHOLDS.test(matter);
  const notes = [
    reason,
    ...(isWithheld ? ['it may say that the article is not to appear yet: withheld'] : []),
  ];
  return {
    ok: true,
    draft: {
      ...draft,
      pubstatus: isWithheld ? 'withheld' : draft.pubstatus,
      notes: [...notes, ...draft.notes],
      removed: [matter.trim(), ...draft.removed],
    },
  };
}
