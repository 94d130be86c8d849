import type { SelectorFacts } from './article.ts';

/** An editorial selection, as data. An empty `all` selects everything, an empty `any` nothing. */
export type Selector =
  | { all: Selector[] }
  | { any: Selector[] }
  | { not: Selector }
  | { source: string }
  /** By its name or its uri. */
  | { subject: string }
  | { genre: string }
  | { place: string }
  | { language: string }
  /** At least this urgent: 1 is the highest. */
  | { urgency: number }
  /** Every one of these words stands in the headline. */
  | { words: string };

export interface Channel {
  id: string;
  title: string;
  link: string;
  description?: string;
  /** BCP 47 tag; absent for a channel in several languages, whose items each say their own. */
  language?: string;
  /** How many items a feed of this channel shows, newest first. */
  items: number;
  public: boolean;
  select: Selector;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Basic filtering of RFC 4647 section 3.3.1: `zh` takes in `zh-Hant`, and `zh-Hant` does not take in `zh`. */
function languageMatches(range: string, tag: string): boolean {
  return same(range, tag) || tag.toLowerCase().startsWith(`${range.toLowerCase()}-`);
}

/** Whether a selector takes an article in. Names compare without regard to case. */
export function selects(selector: Selector, facts: SelectorFacts): boolean {
  if ('all' in selector) return selector.all.every((part) => selects(part, facts));
  if ('any' in selector) return selector.any.some((part) => selects(part, facts));
  if ('not' in selector) return !selects(selector.not, facts);
  if ('source' in selector) return selector.source === facts.source;
  if ('subject' in selector) return subjectsOf(facts).some((known) => same(known, selector.subject));
  if ('genre' in selector) return facts.genres.some((name) => same(name, selector.genre));
  if ('place' in selector) return facts.places.some((name) => same(name, selector.place));
  if ('language' in selector) return languageMatches(selector.language, facts.language);
  if ('urgency' in selector) return facts.urgency !== undefined && facts.urgency <= selector.urgency;
  // Words that hold none select nothing: every article would be a surprise.
  const words = wordsOf(selector.words);
  return words.length > 0 && words.every((word) => hasWord(facts.headline, word));
}

/** All that a subject goes by: names and codes. */
export function subjectsOf({ subjects, subjectUris = [] }: SelectorFacts): string[] {
  return [...subjects, ...subjectUris];
}

/** The words in a text, in lower case; what stands between them is none. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Scripts that write no spaces have no word boundaries to look for. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function hasWord(headline: string, word: string): boolean {
  if (WITHOUT_SPACES.test(word)) return headline.toLowerCase().includes(word);
  return wordsOf(headline).includes(word);
}
