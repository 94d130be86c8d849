import type { SelectorFacts } from './article.ts';

/** An editorial selection, as data. An empty `all` selects everything, an empty `any` nothing. */
export type Selector =
  | { all: Selector[] }
  | { any: Selector[] }
  | { not: Selector }
  | { source: string }
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
  if ('subject' in selector) return facts.subjects.some((name) => same(name, selector.subject));
  if ('genre' in selector) return facts.genres.some((name) => same(name, selector.genre));
  if ('place' in selector) return facts.places.some((name) => same(name, selector.place));
  if ('language' in selector) return languageMatches(selector.language, facts.language);
  if ('urgency' in selector) return facts.urgency !== undefined && facts.urgency <= selector.urgency;
  return wordsOf(selector.words).every((word) => hasWord(facts.headline, word));
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Scripts that write no spaces have no word boundaries to look for. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function hasWord(headline: string, word: string): boolean {
  const text = headline.toLowerCase();
  if (WITHOUT_SPACES.test(word)) return text.includes(word);
  return text.split(/[^\p{L}\p{N}'’-]+/u).includes(word);
}
