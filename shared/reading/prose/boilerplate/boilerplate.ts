import type { BoilerplateMatchers } from './matchers.ts';

/**
 * Maximum number of links in a block below one heading. If there are more links, they are taken as a list that
 * belongs to the article, and are not cut.
 */
const LONGEST_BLOCK = 20;

/**
 * Only this many paragraphs from the top are searched for boilerplate above the story, such as stamps or the text of
 * buttons.
 */
const SEARCHED_AT_TOP = 12;

/** The end of a sentence. Closing quotation marks and the name of the writer in brackets may follow the last sign. */
const PROSE_END = /[。.；;][”"’』」）)]*(?:\s*[（(【][^（()）【】]{1,40}[）)】])?$/u;

/** Maximum length of a title or link, in characters. */
const LONGEST_TITLE = { han: 60, other: 140 };

/** Whether a paragraph is prose: it ends as a sentence ends, or it is too long for a title or a link. */
export function isProse(text: string): boolean {
  const isHan = /\p{Script=Han}/u.test(text.slice(0, 40));
  return text.length > (isHan ? LONGEST_TITLE.han : LONGEST_TITLE.other) || PROSE_END.test(text);
}

/** The paragraphs of an article, and what the rules that ran before found in them. */
export interface Searched {
  texts: readonly string[];
  /** For each paragraph, whether it is cut as credits. */
  isCredits: readonly boolean[];
  /** For each paragraph, the result of `matchers.anywhere`. */
  anywhere: readonly (string | undefined)[];
  matchers: BoilerplateMatchers;
}

type Kinds = (string | undefined)[];

/** The kind of boilerplate of each paragraph; undefined for a paragraph that stays. */
export function boilerplateIn(searched: Searched): Kinds {
  const kinds = searched.anywhere.map((kind, at) => (searched.isCredits[at] ? undefined : kind));
  cutBlocksOfLinks(searched, kinds);
  cutTop(searched, kinds);
  cutEnd(searched, kinds);
  return kinds;
}

const isCut = ({ isCredits }: Searched, kinds: Kinds, at: number): boolean =>
  isCredits[at] === true || kinds[at] !== undefined;

/** Cuts every heading of a block of links (`Related stories`), and the links below it if no prose follows. */
function cutBlocksOfLinks(searched: Searched, kinds: Kinds): void {
  const { texts, matchers } = searched;
  texts.forEach((text, at) => {
    if (isCut(searched, kinds, at) || !matchers.isLinkHeading(text)) return;
    kinds[at] = 'related';
    let end = at + 1;
    while (
      end < texts.length &&
      end - at <= LONGEST_BLOCK &&
      (isCut(searched, kinds, end) || !isProse(texts[end] ?? ''))
    )
      end++;
    if (end < texts.length) return;
    for (let line = at + 1; line < end; line++) if (!isCut(searched, kinds, line)) kinds[line] = 'related';
  });
}

/**
 * Cuts boilerplate above the first paragraph of prose. The first paragraph of the text does not end the search, even
 * if it looks like prose, because it may be a long title.
 */
function cutTop(searched: Searched, kinds: Kinds): void {
  const { texts, matchers } = searched;
  for (let at = 0; at < Math.min(SEARCHED_AT_TOP, texts.length); at++) {
    const text = texts[at] ?? '';
    if (isCut(searched, kinds, at)) continue;
    kinds[at] = matchers.atTop(text);
    if (kinds[at] === undefined && at > 0 && isProse(text)) break;
  }
}

/**
 * Cuts boilerplate below the last paragraph of prose. If credits follow that paragraph, also cuts lines that count as
 * boilerplate only if they come after credits.
 */
function cutEnd(searched: Searched, kinds: Kinds): void {
  const { texts, isCredits, matchers } = searched;
  let at = texts.length - 1;
  for (; at >= 0; at--) {
    if (isCut(searched, kinds, at)) continue;
    const text = texts[at] ?? '';
    kinds[at] = matchers.atEnd(text);
    if (kinds[at] === undefined && isProse(text) && matchers.afterCredits(text) === undefined) break;
  }
  const credits = isCredits.indexOf(true, at + 1);
  // If no prose was found, the credits may be above the story, and the lines after them may be the story.
  if (at < 0 || credits === -1) return;
  for (let after = credits + 1; after < texts.length; after++) {
    if (isCredits[after] !== true) kinds[after] ??= matchers.afterCredits(texts[after] ?? '');
  }
}
