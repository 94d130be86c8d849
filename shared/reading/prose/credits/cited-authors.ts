import type { Credited } from './credited.ts';
import { plain } from './not-people.ts';
import { words } from '../words.ts';

/**
 * Authors who are named inside a story did not write it: `Authors: Jane Roe, John Doe` below a sentence about their
 * paper, `By Jane Roe` below the title of a book that is reviewed.
 */

/** Roles of people who write a text, in lower case and without accents. */
const AUTHOR_ROLES: ReadonlySet<string> = new Set(
  words(`
    author authors writer writers words text story written by contributor contributors research data
    autor autorin autoren autores autora autoras auteur auteure auteurs autrice autore autori auteurs autori texto
    texte testo testi tekst text автор авторы текст автори 作者 著者 文 撰文 執筆 글 글쓴이 저자 필자 작성자 المؤلف الكاتب كتب كتبت
    लेखक autorzy autorka autorzy szerzo penulis yazar yazan
  `),
);

interface Found {
  texts: readonly string[];
  /** For each paragraph, the credits in it. */
  credits: readonly (readonly Credited[])[];
  isProse(text: string): boolean;
}

const isByline = ({ bylines }: Credited): boolean => bylines.every(({ role }) => role === undefined);

const isAuthors = (found: readonly Credited[]): boolean =>
  found.at(-1)?.rest === '' &&
  found.some(({ bylines }) => bylines.length > 0) &&
  found.every(({ bylines }) =>
    bylines.every(({ role }) => role === undefined || AUTHOR_ROLES.has(plain(role))),
  );

/**
 * The indexes of the paragraphs that name the authors of something that the story cites: there is prose below them, and
 * above them the story's own byline and then prose or the title of a book, or else two paragraphs of prose. One paragraph of prose above a byline
 * may be the introduction below the headline, and one below it may say who the author is.
 */
export function citedAuthors({ texts, credits, isProse }: Found): number[] {
  const isStory = (at: number): boolean => credits[at]?.length === 0 && isProse(texts[at] ?? '');
  const candidates = credits.flatMap((found, at) => (isAuthors(found) ? [at] : []));
  if (candidates.length === 0) return [];
  let last = texts.length - 1;
  while (last >= 0 && !isStory(last)) last--;
  const isAboutAuthor = (at: number): boolean =>
    last === at + 1 &&
    (credits[at] ?? []).some(({ bylines }) => bylines.some(({ name }) => texts[last]?.includes(name)));
  /** A short line that may be the title of a book: no date, no label. */
  const isHeading = (at: number): boolean =>
    credits[at]?.length === 0 && !isProse(texts[at] ?? '') && /^[^\d:|]{3,80}$/u.test(texts[at] ?? '');
  /** Whether the only prose around is a paragraph above and a paragraph below: the line may belong to either. */
  const isBetweenTwo = (at: number): boolean =>
    texts.filter((_, below) => below > at && isStory(below)).length === 1;
  const cited: number[] = [];
  let [prose, own, headings, from] = [0, 0, 0, 0];
  for (const at of candidates) {
    for (; from < at; from++) {
      if (isStory(from)) prose++;
      else if (own > 0 && isHeading(from)) headings++;
    }
    const isOfWork = headings > 0 && (credits[at] ?? []).every(isByline);
    const isInStory =
      prose >= 2 || (own > 0 && (prose === 1 || isOfWork)) || (prose === 1 && isBetweenTwo(at));
    if (at < last && !isAboutAuthor(at) && isInStory) cited.push(at);
    else if (prose === 0) own++;
  }
  return cited;
}
