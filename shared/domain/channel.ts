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
  | { language: string };

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
  return languageMatches(selector.language, facts.language);
}
