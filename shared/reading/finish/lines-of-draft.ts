import type { Beside, Draft } from '../draft/draft.ts';
import { editorsNotesIn } from '../draft/draft.ts';
import type { Field } from '../prose/embargo/field-mark.ts';
import { isAboutAppendix } from '../prose/boilerplate/appendix.ts';
import { AS_SHOWN, textOfMarkup } from '../markup/text-of-markup.ts';

/**
 * Where a line of a draft is. A sender writes to editors in a line of its own near the top or the end, or in the notes
 * to editors; a line `inside` an article is more likely a part of it.
 */
export type LinePlace =
  'headline' | 'removed' | 'edge' | 'inside' | 'metadata' | 'comment' | 'note' | 'terms' | Field;

export interface DraftLine {
  text: string;
  place: LinePlace;
  /** The other keywords of the article, for a keyword. */
  beside?: readonly string[];
}

/** How many lines of a body are near its top or its end. */
const NEAR_TOP = 10;
const NEAR_END = 8;

/** How many characters of a body are read at its beginning, and as many at its end. */
const MOST_CHARACTERS = 30_000;
/** How many texts that the rules cut are read, from the first and from the last. */
const MOST_REMOVED = 40;
const MOST_SUBJECTS = 30;
const MOST_BESIDES = 200;

const LINE_END =
  /<\/?(?:p|div|h[1-6]|li|[uod]l|d[dt]|tr|t[dh]|table|blockquote|pre|figure|figcaption|section|article|br|hr)(?:\s[^<>]*)?\/?>|\n/giu;

/** The lines of a draft in which a notice to editors may stand, the most telling places first. */
export function linesOfDraft({ content, removed, notes, besides = [] }: Draft): DraftLine[] {
  const body = bodyLines(content.body);
  const end = body.length - NEAR_END;
  const cut =
    removed.length <= 2 * MOST_REMOVED
      ? removed
      : [...removed.slice(0, MOST_REMOVED), ...removed.slice(-MOST_REMOVED)];
  const subjects = content.subjects.slice(0, MOST_SUBJECTS).map(({ name }) => name);
  const keywords = [...subjects, ...content.genres.slice(0, MOST_SUBJECTS), ...keywordsIn(besides)];
  return [
    ...editorsNotesIn(notes).map((text): DraftLine => ({ text, place: 'note' })),
    { text: content.headline, place: 'headline' },
    ...cut
      .flatMap((text) => text.split('\n'))
      .filter((text) => body.length === 0 || !isAboutAppendix(text))
      .map((text): DraftLine => ({ text, place: 'removed' })),
    ...body.map((text, at): DraftLine => ({ text, place: at < NEAR_TOP || at >= end ? 'edge' : 'inside' })),
    ...linesAt('metadata', [content.summary]),
    ...linesAt('terms', [content.usageterms, content.copyrightnotice]),
    ...keywords.map((text): DraftLine => ({ text, place: 'keyword', beside: keywords })),
    ...besides
      .slice(0, MOST_BESIDES)
      .filter((beside) => beside.as !== 'keyword')
      .map(({ text, isComment, as }): DraftLine => ({
        text,
        place: as ?? (isComment ? 'comment' : 'metadata'),
      })),
  ];
}

const linesAt = (place: LinePlace, texts: readonly (string | undefined)[]): DraftLine[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ text, place }]));

const keywordsIn = (besides: readonly Beside[]): string[] =>
  besides.flatMap(({ text, as }) => (as === 'keyword' ? [text] : [])).slice(0, MOST_SUBJECTS);

function bodyLines(html: string): string[] {
  const read =
    html.length <= 2 * MOST_CHARACTERS
      ? html
      : `${html.slice(0, MOST_CHARACTERS)}\n${html.slice(-MOST_CHARACTERS)}`;
  return read
    .split(LINE_END)
    .map((part) => (/[<&]/u.test(part) ? textOfMarkup(part, AS_SHOWN) : part).trim())
    .filter((line) => line !== '');
}
