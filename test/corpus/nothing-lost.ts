import { missing, textIn, wordsIn } from '../../shared/reading/body/lost-words.ts';
import type { Draft, Drafted } from '../../shared/reading/draft/draft.ts';

/** How much of a source is in what is published, on the receipt, or nowhere. */
export interface Loss {
  /** Items that are published and whose source was read a second time. */
  items: number;
  words: number;
  lost: number;
  /** Items that have lost 2 % of their words or more, or whose body is empty although the source has one. */
  misses: Miss[];
}

export interface Miss {
  item: string;
  words: string[];
}

const MOST_LOST = 0.02;

export const noLoss = (): Loss => ({ items: 0, words: 0, lost: 0, misses: [] });

/** Compares the drafts of a document with the words of its items, and adds the result to `loss`. */
export function addLoss(loss: Loss, file: string, drafted: readonly Drafted[], source: string[][][]): void {
  for (const [at, read] of drafted.entries()) {
    if (!read.ok || !isPublished(read.draft)) continue;
    const fields = source[at] ?? [];
    const found = wordsOf(read.draft);
    // A summary may repeat the text, so each field is compared with the whole article.
    const lost = fields.flatMap((words) => missing(words, found));
    const words = fields.reduce((sum, field) => sum + field.length, 0);
    loss.items++;
    loss.words += words;
    loss.lost += lost.length;
    const isEmpty =
      read.draft.content.body === '' &&
      fields.some((field) => field.length > 0 && lost.length >= field.length);
    if (lost.length > words * MOST_LOST || isEmpty)
      loss.misses.push({ item: `${file}#${at + 1}`, words: lost });
  }
}

const isPublished = ({ pubstatus, content: { embargoed, expires } }: Draft): boolean =>
  pubstatus === 'usable' && embargoed === undefined && expires === undefined;

function wordsOf({ content, removed, notes }: Draft): string[] {
  const { headline, summary = '', body, bylines, associations, copyrightnotice = '' } = content;
  const named = bylines.map(({ name, role = '' }) => `${name} ${role}`);
  const pictures = associations.flatMap(({ alt = '', caption = '', credit = '' }) => [alt, caption, credit]);
  return wordsIn(
    [headline, summary, textIn(body), copyrightnotice, ...named, ...pictures, ...removed, ...notes].join(
      '\n',
    ),
  );
}
