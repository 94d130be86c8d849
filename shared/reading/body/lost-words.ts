import { decodeHTML } from 'entities';
import { type Draft, type Drafted, inDoubt } from '../draft/draft.ts';
import { stripReadings } from '../prose/readings.ts';

/**
 * The check that nothing of a text is lost without a reason. It reads the source text a second time, in a much simpler
 * way than the reader does, and looks for each of its words in the draft.
 */

/** Fewer missing words than this are not a loss: the simple reading and the reader may split a word differently. */
export const FEWEST_LOST = 3;
/** The largest part of the words that may be missing. */
const MOST_LOST = 0.1;
const MAX_QUOTED = 80;

/**
 * Doubts a draft (TEXT_LOST) that has lost more than a tenth of the words of its source, if neither `removed` nor a
 * note has them.
 */
export function withoutLoss(drafted: Drafted, source: { html: string } | { text: string }): Drafted {
  if (!drafted.ok || isPlainlyWhole(drafted.draft, 'html' in source ? source.html : source.text))
    return drafted;
  const text = 'html' in source ? textIn(source.html) : source.text;
  const found = wordsOfDraft(drafted.draft);
  // A note says that readings were removed, but it does not list them.
  const isLost = (words: readonly string[]): boolean => isLoss(missing(words, found), words);
  if (!isLost(wordsIn(text))) return drafted;
  const words = wordsIn(stripReadings(text).text);
  if (!isLost(words)) return drafted;
  const lost = missing(words, found);
  const quoted = lost.slice(0, MAX_QUOTED).join(' ').slice(0, MAX_QUOTED);
  const detail = `${lost.length} of ${words.length} words, such as: ${quoted}`;
  return { ok: true, draft: inDoubt(drafted.draft, 'TEXT_LOST', detail) };
}

/** The part of the characters of a text that a whole text keeps. */
const WHOLE = 0.97;

/**
 * Whether body and removed texts have about as many characters as the source. Most articles are whole, and counting
 * characters takes a tenth of the time of comparing words.
 */
function isPlainlyWhole({ content, removed }: Draft, source: string): boolean {
  const kept = removed.reduce((sum, text) => sum + charactersIn(text), charactersIn(content.body));
  return kept >= charactersIn(source) * WHOLE;
}

/** The number of characters outside tags, without white space. A character reference is one character. */
function charactersIn(markup: string): number {
  let count = 0;
  let nextEnd = 0;
  for (let at = 0; at < markup.length; at++) {
    const code = markup.charCodeAt(at);
    if (code <= SPACE) continue;
    if (code === LESS_THAN) {
      // Each `>` is searched once, so that many `<` without one take no longer.
      if (nextEnd !== -1 && nextEnd <= at) nextEnd = markup.indexOf('>', at);
      if (nextEnd !== -1 && nextEnd - at <= LONGEST_TAG) at = nextEnd;
    } else {
      count++;
      if (code === AMPERSAND) at += lengthOfReference(markup, at);
    }
  }
  return count;
}

const SPACE = 0x20;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LESS_THAN = 0x3c;
/** A longer tag is counted as text. The comparison of words decides then. */
const LONGEST_TAG = 2000;
/** `&CounterClockwiseContourIntegral;` is the longest name of a character. */
const LONGEST_REFERENCE = 33;

/** The number of characters after `&` that belong to a character reference; 0 if there is none. */
function lengthOfReference(markup: string, at: number): number {
  for (let length = 1; length <= LONGEST_REFERENCE; length++) {
    const code = markup.charCodeAt(at + length);
    if (code === SEMICOLON) return length;
    if (code <= SPACE || code === AMPERSAND || code === LESS_THAN || Number.isNaN(code)) return 0;
  }
  return 0;
}

function isLoss(lost: readonly string[], words: readonly string[]): boolean {
  if (lost.length > 0 && lost.length === words.length) return true;
  return lost.length >= FEWEST_LOST && lost.length > words.length * MOST_LOST;
}

/** Everything that a reader or the receipt has of the article, as words. */
function wordsOfDraft({ content, removed, notes }: Draft): string[] {
  const { headline, summary = '', bylines, body, associations } = content;
  const people = bylines.map(({ name, role = '' }) => `${name} ${role}`);
  const pictures = associations.map(
    ({ alt = '', caption = '', credit = '' }) => `${alt} ${caption} ${credit}`,
  );
  return wordsIn([headline, summary, ...people, ...pictures, textIn(body), ...removed, ...notes].join('\n'));
}

/** Elements whose text no browser shows. `<script/>` is empty in XHTML, so an element that nothing ends has no text. */
const UNSHOWN = ['script', 'style', 'template', 'title', 'head', 'annotation'] as const;

/** Code up to the next tag: what a script or a style sheet without an end contains. */
const UNENDED_CODE = /<(script|style)(?=[\s>])[^<>]*>(?!\s*<)[^<]*[{};=][^<]*/gi;

/** The text of markup. It is not exact, but it does not use the parser of the reader either. */
export function textIn(html: string): string {
  let shown = without(html, '<!--', '-->');
  for (const name of UNSHOWN) shown = without(shown, `<${name}`, `</${name}`);
  return decodeHTML(shown.replace(UNENDED_CODE, ' ').replace(/<[a-z/!?][^<>]*>/gi, ' '));
}

/** The text without each part from `start` to `end`. A part without an end stays. */
function without(text: string, start: string, end: string): string {
  const lower = text.toLowerCase();
  let kept = '';
  let at = 0;
  for (;;) {
    const from = lower.indexOf(start, at);
    const to = from === -1 ? -1 : lower.indexOf(end, from + start.length);
    if (to === -1) return kept + text.slice(at);
    kept += `${text.slice(at, from)} `;
    at = to + end.length;
  }
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;

/** The words of a text, in lower case; each character of Chinese and Japanese is a word. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().match(WORD) ?? [];
}

/** The words that are not in `found` as often as in `words`. */
export function missing(words: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left === 0;
  });
}
