import { isLabelledStamp } from '../../dates/stamp.ts';
import { appendixOf } from './appendix.ts';
import type { BoilerplateMatchers } from './matchers.ts';
import { senderLines } from './press-release.ts';

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
  /** Whether the sender gave the headline, so that the first paragraph is no title. */
  isTitled: boolean;
}

type Kinds = (string | undefined)[];

/** The kind of boilerplate of each paragraph; undefined for a paragraph that stays. */
export function boilerplateIn(searched: Searched): Kinds {
  const kinds = searched.anywhere.map((kind, at) => (searched.isCredits[at] ? undefined : kind));
  cutBlocksOfLinks(searched, kinds);
  cutSender(searched, kinds);
  cutTop(searched, kinds);
  cutEnd(searched, kinds);
  keepWhatOthersNeed(searched, kinds);
  cutAppendix(searched, kinds);
  return kinds;
}

const isCut = ({ isCredits }: Searched, kinds: Kinds, at: number): boolean =>
  isCredits[at] === true || kinds[at] !== undefined;

/** Whether a paragraph stays and is an entry of a list or a short line: anything but prose. */
const isKeptLine = (searched: Searched, kinds: Kinds, at: number): boolean =>
  at >= 0 && at < searched.texts.length && !isCut(searched, kinds, at) && !isProse(searched.texts[at] ?? '');

/**
 * Cuts a block of links (`Related stories`) with its heading if no prose follows. If prose follows, the heading may be
 * the heading of a section of the story. It is cut only if it stands alone between two paragraphs of prose in the way
 * in which pages place such a label, and never if its list stays.
 */
function cutBlocksOfLinks(searched: Searched, kinds: Kinds): void {
  const { texts, matchers } = searched;
  texts.forEach((text, at) => {
    if (isCut(searched, kinds, at) || !matchers.isLinkHeading(text)) return;
    let end = at + 1;
    while (
      end < texts.length &&
      end - at <= LONGEST_BLOCK &&
      (isCut(searched, kinds, end) || !isProse(texts[end] ?? ''))
    )
      end++;
    if (end < texts.length) return;
    for (let line = at; line < end; line++) if (!isCut(searched, kinds, line)) kinds[line] = 'related';
  });
}

/** Cuts the lines above the headline of a press release: what it is, its day, and who sends it. */
function cutSender(searched: Searched, kinds: Kinds): void {
  if (searched.isTitled) return;
  senderLines(searched.texts, (text) => searched.matchers.atTop(text) === 'release').forEach((kind, at) => {
    kinds[at] ??= kind;
  });
}

/**
 * Cuts boilerplate above the first paragraph of prose. Without a given headline, the first paragraph of the text does
 * not end the search, even if it looks like prose, because it may be a long title.
 */
function cutTop(searched: Searched, kinds: Kinds): void {
  const { texts, matchers, isTitled } = searched;
  for (let at = 0; at < Math.min(SEARCHED_AT_TOP, texts.length); at++) {
    const text = texts[at] ?? '';
    if (isCut(searched, kinds, at)) continue;
    const kind = matchers.atTop(text);
    if (kind !== 'stamp' || !isDateOfEvent(searched, kinds, at)) kinds[at] = kind;
    if (kinds[at] === undefined && (at > 0 || isTitled) && isProse(text)) break;
  }
}

/**
 * Whether a date above the story is a fact of the story, such as the day of an event: other short lines that no rule
 * explains are next to it. A line with a label (`Updated: …`) is never such a fact.
 */
function isDateOfEvent(searched: Searched, kinds: Kinds, at: number): boolean {
  const { texts, isTitled } = searched;
  if (isLabelledStamp(texts[at] ?? '')) return false;
  if (!isKeptLine(searched, kinds, at + 1) || searched.matchers.atTop(texts[at + 1] ?? '') !== undefined)
    return false;
  const title = isTitled ? -1 : texts.findIndex((_, line) => !isCut(searched, kinds, line));
  return /[\d:：]/u.test(texts[at + 1] ?? '') || (at - 1 !== title && isKeptLine(searched, kinds, at - 1));
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

/** Cuts the appendix of a press release or of an agency's story, with its prose. */
function cutAppendix(searched: Searched, kinds: Kinds): void {
  const start = appendixOf(searched.texts, isProse);
  if (start === undefined) return;
  for (let at = start; at < searched.texts.length; at++)
    if (!isCut(searched, kinds, at)) kinds[at] = 'appendix';
}

/** The end of a line that introduces the next one. */
const INTRODUCES = /[:：]\**$/u;

/** The kinds that nothing in a story introduces or continues. */
const ALONE: ReadonlySet<string> = new Set(['advertisement', 'continue', 'share', 'arrows', 'end mark']);

/**
 * Keeps a line that a neighbour depends on: the line after a kept line that ends with a colon, and a line with a colon
 * above a list that stays. The two directions do not depend on each other, so each paragraph is visited once.
 */
function keepWhatOthersNeed(searched: Searched, kinds: Kinds): void {
  const { texts } = searched;
  texts.forEach((text, at) => {
    const kind = kinds[at];
    if (kind === undefined || ALONE.has(kind)) return;
    const isIntroduced = at > 0 && !isCut(searched, kinds, at - 1) && INTRODUCES.test(texts[at - 1] ?? '');
    const introduces = INTRODUCES.test(text) && isKeptLine(searched, kinds, at + 1);
    if (isIntroduced || introduces) kinds[at] = undefined;
  });
}
