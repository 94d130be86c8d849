import { LIFTED, STATUS_WORDS, YES_NO } from './status-words.ts';

/** What a status means for an article. `timed`: it must wait for an instant that is stated elsewhere. */
export type Status = keyof typeof STATUS_WORDS | 'unknown';

const byWord = <Key extends string>(table: Readonly<Record<Key, string>>): Map<string, Key> =>
  new Map(
    (Object.entries(table) as [Key, string][]).flatMap(([key, words]) =>
      words.split(/\s+/).map((word): [string, Key] => [wordOf(word), key]),
    ),
  );

/** A word without case, marks, spaces and signs: `In-Review` and `in_review` are one word. */
export function wordOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

const STATUSES = byWord(STATUS_WORDS);
const ANSWERS = byWord(YES_NO);
const OVER = new Set(LIFTED.split(/\s+/).map(wordOf));

/**
 * What a status means. The word may be a QCode (`stat:canceled`) or an address
 * (`http://cv.iptc.org/newscodes/pubstatusg2/canceled`): then its last part counts. A word that is not in
 * status-words.ts is unknown, and must not be taken as usable.
 */
export function statusOf(text: string): Status {
  const [whole, last] = [text, lastPart(text)].map((part) => ({ part, status: STATUSES.get(wordOf(part)) }));
  const found = whole?.status === undefined ? last : whole;
  if (found?.status === undefined || (found.status === 'usable' && !EXACT.test(found.part))) return 'unknown';
  return found.status;
}

/** Words without other signs. `usable?`, `!usable` and `usable*` do not say that an article is usable. */
const EXACT = /^\s*["']?[\p{L}\p{N}][\p{L}\p{M}\p{N}\s_-]{0,60}["'.]?\s*$/u;

/** Whether a text says yes, no, or nothing. Undefined if it says something else. */
export function answerOf(text: string): keyof typeof YES_NO | undefined {
  return EMPTY.test(text) ? 'empty' : EXACT.test(text) ? ANSWERS.get(wordOf(text)) : undefined;
}

/** Whether the value of a member that names an embargo says that it is over. */
export const isLifted = (text: string): boolean => OVER.has(wordOf(text));

const EMPTY = /^(?:[\s\-–—~]{0,10}|\[\]|\{\})$/;

/** The part of a QCode or of an address after the last separator. */
function lastPart(text: string): string {
  const trimmed = text.trim().replace(/[/#:]{1,5}$/, '');
  return /^\S{1,500}$/.test(trimmed) ? (trimmed.split(/[:/#=]/).at(-1) ?? '') : '';
}
