import { once } from '../../../domain/once.ts';
import { listOf } from './phrase-pattern.ts';
import { PhrasesAt } from './phrases-at.ts';
import { isName } from './tokens.ts';
import * as words from './words/release-days.ts';

/**
 * Finds a line that names the day or the edition before which its text must not appear. It begins with a word for
 * publication, or with the day where languages say the day first, and has nothing else: `Broadcast: not before Friday`
 * is a notice, `Broadcast not before Friday as talks go on between channels` is a headline.
 */

const GAP = String.raw`[^\p{L}\p{N}]{0,6}`;
const PUBLICATION_AT = new PhrasesAt(words.PUBLICATION);
const DAY_FIRST_AT = new PhrasesAt(words.DAY_FIRST);

const PUBLICATION = once(() => listOf(words.PUBLICATION));
const DAY = once(() => listOf(words.DAYS));
const pattern = (make: () => string): (() => RegExp) => once(() => new RegExp(make(), 'uy'));
const NOT_BEFORE = pattern(() => `${PUBLICATION()}${GAP}${listOf(words.NOT_BEFORE)}${GAP}`);
const FROM = pattern(() => `${PUBLICATION()}${GAP}${listOf(words.FROM)}${GAP}`);
const BEFORE_DAY = pattern(() => `${PUBLICATION()}[^\\p{L}\\p{N}]{1,6}`);
const IS_DAY = once(() => new RegExp(DAY(), 'u'));
const IS_EDITION = once(() => new RegExp(listOf(words.EDITIONS), 'u'));
const AFTER_DAY = once(() => new RegExp(String.raw`${listOf(words.AFTER_DAY)}[^\p{L}]{0,12}$`, 'u'));

/** The words between `not before` and the day, and those after the day: at most so many. */
const MOST_BEFORE_DAY = 4;
const MOST_AFTER_DAY = 3;
/** A line that says the day first, and what may follow: a time. */
const LONGEST_AFTER = 12;

function restAfter(found: RegExp, text: string): string | undefined {
  found.lastIndex = 0;
  return found.test(text) ? text.slice(found.lastIndex) : undefined;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether a part of a folded line is such a notice. */
export function isReleaseDay(text: string): boolean {
  if (DAY_FIRST_AT.mayBegin(text, 0) && text.length <= MOST_CHARACTERS && saysDayFirst(text)) return true;
  if (!PUBLICATION_AT.mayBegin(text, 0)) return false;
  const after = restAfter(NOT_BEFORE(), text);
  if (after !== undefined) return endsWithDay(after, false);
  const edition = restAfter(FROM(), text);
  if (edition !== undefined && endsWithDay(edition, true)) return true;
  const day = restAfter(BEFORE_DAY(), text);
  return day !== undefined && AFTER_DAY().test(day) && endsWithDay(day.replace(AFTER_DAY(), ' '), false);
}

const MOST_CHARACTERS = 60;
const DAY_FIRST = pattern(() => listOf(words.DAY_FIRST));

function saysDayFirst(text: string): boolean {
  const rest = restAfter(DAY_FIRST(), text);
  return rest !== undefined && rest.length <= LONGEST_AFTER;
}

/** Whether a text is a day or an edition with few words around it. */
function endsWithDay(text: string, needsEdition: boolean): boolean {
  if (/[.?!](?=\s)/u.test(text)) return false;
  const all = wordsOf(text);
  if (all.length > MOST_BEFORE_DAY + MOST_AFTER_DAY) return false;
  const hasEdition = IS_EDITION().test(text);
  if (needsEdition && !hasEdition) return false;
  if (IS_DAY().test(text)) return true;
  const day = all.findIndex(
    (word) => isName(word) || (!needsEdition && hasEdition && IS_EDITION().test(word)),
  );
  if (day === -1) return needsEdition && all.some((word) => isName(word.slice(0, -1)));
  return day <= MOST_BEFORE_DAY && all.length - day - 1 <= MOST_AFTER_DAY;
}
