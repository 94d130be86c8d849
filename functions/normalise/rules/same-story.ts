import type { Draft } from '../../../shared/reading/draft/draft.ts';

/**
 * Whether two items of one submission that claim one id are two versions of one story, or two different stories.
 * Versions must not stand beside each other in a feed, and of two different stories none may be lost. In doubt they are
 * different stories, because nothing is lost then.
 */

/** At most this many words of a text are compared. */
const MAX_WORDS = 80;
/** From this share of common words on, two headlines or two texts are about the same. */
const ALIKE = 0.5;

/** `isDeclared`: the sender gave both items the id; otherwise only their links are the same. */
export function isSameStory(a: Draft, b: Draft, isDeclared: boolean): boolean {
  if (hasSameText(a, b, isDeclared)) return true;
  if (isDeclared && differ(a.declaredVersion, b.declaredVersion)) return true;
  const dates = datesOf(a, b);
  if (isSameHeadline(a.content.headline, b.content.headline)) {
    return dates !== 'different' || share(textWords(a), textWords(b)) >= ALIKE;
  }
  if (!isDeclared) return dates === 'same article, other version' && areAlike(a, b);
  if (dates === 'same article, other version') return true;
  const isDated = dates === 'different' || differ(a.versioncreated, b.versioncreated);
  return isDated && areAlike(a, b);
}

/** Whether two headlines differ in case, punctuation and white space only. */
export function isSameHeadline(a: string, b: string): boolean {
  const [words, others] = [a, b].map((text) => wordsOf(text).join(' '));
  return words === others && (words !== '' || a.trim() === b.trim());
}

/** Equal short texts prove nothing: many feeds have the same `Read more` in every item. */
const MIN_WORDS_OF_TEXT = 20;

function hasSameText(a: Draft, b: Draft, isDeclared: boolean): boolean {
  if (a.content.body !== b.content.body) return false;
  if (a.content.headline === b.content.headline) return true;
  return isDeclared && textWords(a).length >= MIN_WORDS_OF_TEXT;
}

/**
 * What the dates say. An item that states only one date may mean the date of the article or that of the version, so
 * its two dates are equal (draft-of-item.ts).
 */
function datesOf(a: Draft, b: Draft): 'different' | 'same article, other version' | 'no difference' {
  const [created, other] = [a.content.firstcreated, b.content.firstcreated];
  if (created === undefined || other === undefined) return 'no difference';
  if (created !== other) return 'different';
  return differ(a.versioncreated, b.versioncreated) ? 'same article, other version' : 'no difference';
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Whether headlines and texts share most words. Headlines that differ in numbers only may be two of a series. */
function areAlike(a: Draft, b: Draft): boolean {
  const [words, others] = [wordsOf(a.content.headline), wordsOf(b.content.headline)];
  const withoutNumbers = (all: readonly string[]): string =>
    all.filter((word) => !/^\p{N}/u.test(word)).join(' ');
  if (withoutNumbers(words) === withoutNumbers(others)) return false;
  if (share(words, others) < ALIKE) return false;
  return a.content.body === b.content.body || share(textWords(a), textWords(b)) >= ALIKE;
}

/** Words in lower case. Scripts that write no blanks between words count by characters. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+|\p{N}+/gu;

function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, MAX_WORDS * 12)
      .toLowerCase()
      .match(WORD) ?? []
  ).slice(0, MAX_WORDS);
}

/** The words of each text, because an item is compared with many others. */
const known = new WeakMap<Draft, string[]>();

function textWords(draft: Draft): string[] {
  const words =
    known.get(draft) ?? wordsOf(draft.content.body.slice(0, MAX_WORDS * 40).replace(/<[^<>]*>/g, ' '));
  known.set(draft, words);
  return words;
}

/** The share of common words among all words of two texts (Jaccard index); 0 if there are no words. */
function share(a: readonly string[], b: readonly string[]): number {
  const [words, others] = [new Set(a), new Set(b)];
  const all = new Set([...words, ...others]).size;
  return all === 0 ? 0 : [...words].filter((word) => others.has(word)).length / all;
}
