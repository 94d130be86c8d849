import { stampOf } from '../../dates/stamp.ts';
import type { Byline } from '../../../domain/article.ts';
import { withoutFacts } from './byline-facts.ts';
import type { Credited } from './credited.ts';
import { accountLine } from './credits-han-account.ts';
import { creditsLine, roleWithNamesBelow, signature } from './credits-han-by-place.ts';
import {
  isPosition,
  readLoneName,
  readSignature,
  readSource,
  readTopByline,
} from './credits-latin-by-place.ts';
import { creditRules } from './rules/index.ts';
import type { HanCredits, LatinCredits } from './rules/rule.ts';

/**
 * Credits that are recognised only because they are directly above or below the story. In Chinese and Japanese: a
 * role with one name and no colon (编辑 张三), a role with its names on the next lines, a name in brackets after the last
 * sentence. In the Latin script: a name with a job title, directly below the headline.
 */

/** Only the first `top` paragraphs below the title and the last `end` paragraphs are searched for credits. */
const LONGEST_DATED_NAME = 120;
const SEARCHED = { top: 12, end: 40 };

/** The paragraphs of an article, and what other rules found in them. */
export interface Surroundings {
  texts: readonly string[];
  /** BCP 47. */
  language: string;
  /** Whether other rules cut the paragraph as a whole. */
  isCut(at: number): boolean;
  /** Whether other rules cut the paragraph as credits. */
  isCredits(at: number): boolean;
  /** Whether a text is prose. The story begins and ends with a paragraph of prose. */
  isProse(text: string): boolean;
  /** Whether the sender gave the headline, so that the first paragraph is no title. */
  isTitled: boolean;
}

/**
 * The place of the story, as indexes of paragraphs: `title` is the title, `top` the first paragraph of prose, `end`
 * the last. Credits may be between `title` and `top`, and after `end`.
 */
interface Story {
  title: number;
  top: number;
  end: number;
}

/** The credits in an article that are recognised by their place, by index of the paragraph. */
export function creditsByPlace(article: Surroundings): Map<number, Credited> {
  const { han, latin } = creditRules(article.language);
  const story = storyOf(article);
  return /^(?:zh|ja)\b/iu.test(article.language)
    ? hanCredits(article, story, han)
    : latinCredits(article, story, latin);
}

/** Jane Roe · 12 May 2026 · 4 min read: no place has the time that reading takes. */
function nameBesideReadingTime(line: string, rules: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_DATED_NAME) return undefined;
  const { text, facts } = withoutFacts(line);
  const isApart = /^\s*[·•|–—-]/u.test(line.slice(text.length));
  return isApart && stampOf(facts) === 'count' ? readLoneName(text, rules) : undefined;
}

const isStory = ({ texts, isCut, isProse }: Surroundings, at: number): boolean =>
  !isCut(at) && isProse(texts[at] ?? '');

function storyOf(article: Surroundings): Story {
  const { length } = article.texts;
  const title = article.isTitled ? -1 : article.texts.findIndex((_, at) => !article.isCut(at));
  let top = title + 1;
  while (top < Math.min(length, title + SEARCHED.top) && !isStory(article, top)) top++;
  let end = length - 1;
  while (end > title && end > length - SEARCHED.end && !isStory(article, end)) end--;
  return { title, top, end };
}

function latinCredits(
  { texts, isCut, isCredits }: Surroundings,
  { title, top, end }: Story,
  rules: readonly LatinCredits[],
): Map<number, Credited> {
  const found = new Map<number, Credited>();
  for (let at = title + 1; at < texts.length; at++) {
    const text = texts[at] ?? '';
    const isTop = at < top;
    if (isCut(at) || !(isTop || at > end)) continue;
    // `Staff Writer` below `By Jane Roe` is her job title.
    const dated = isTop ? nameBesideReadingTime(text, rules) : undefined;
    const isPositionOfByline = isTop && (isCredits(at - 1) || found.has(at - 1)) && isPosition(text, rules);
    const isBesideStamp = [texts[at - 1], texts[at + 1]].some(
      (line = '') => stampOf(line) || isPosition(line, rules),
    );
    const loneName = isTop && isBesideStamp ? readLoneName(text, rules) : undefined;
    const placed =
      dated ??
      loneName ??
      (isTop ? readTopByline(text, rules) : readSignature(text, texts[at - 1] ?? '', rules));
    const bylines = isPositionOfByline ? [] : (placed ?? readSource(text, rules));
    if (bylines) found.set(at, { bylines, removed: text, rest: '' });
  }
  return found;
}

function hanCredits(
  article: Surroundings,
  { title, top, end }: Story,
  rules: HanCredits,
): Map<number, Credited> {
  const { texts, isCut, isCredits } = article;
  const found = new Map<number, Credited>();
  const read = (from: number, to: number, isBelowStory: boolean): void => {
    for (let at = from; at < to; at++) {
      if (found.has(at)) continue;
      // 编辑： (editor) without a name credits somebody only if names follow in the next lines.
      const several = roleWithNamesBelow(texts.slice(0, to), at, rules);
      several?.forEach((credit, line) => found.set(at + line, credit));
      if (several || isCut(at)) continue;
      const isBesideCredits = isBelowStory && (isCredits(at - 1) || isCredits(at + 1) || found.has(at - 1));
      const text = texts[at] ?? '';
      const credit =
        creditsLine(text, rules, isBesideCredits ? 'beside credits' : 'around story') ??
        (isBelowStory ? undefined : accountLine(text, rules));
      if (credit) found.set(at, credit);
    }
  };
  read(title + 1, top, false);
  read(Math.max(end + 1, top), texts.length, true);
  const last = end > title && isStory(article, end) ? signature(texts[end] ?? '', rules) : undefined;
  if (last) found.set(end, last);
  return found;
}
