import { once } from '../../../domain/once.ts';
import { listOf } from './phrase-pattern.ts';
import { PhrasesAt } from './phrases-at.ts';
import { CONDITIONS } from './words/further-conditions.ts';
import * as words from './words/further-lines.ts';

/**
 * The patterns of `short-line.ts`. Each has some hundred phrases and takes milliseconds to compile, so it is made for
 * the first line that has a word with which it may begin. Most lines of stories have none.
 */

/** A pattern at one place of a folded line. `mayBegin`: whether a phrase is there with which it begins. */
const beginning =
  (mayBegin: (line: string, at: number) => boolean, pattern: () => RegExp) =>
  (line: string, at: number): boolean => {
    if (!mayBegin(line, at)) return false;
    const compiled = pattern();
    compiled.lastIndex = at;
    return compiled.test(line);
  };

const GAP = String.raw`[^\p{L}\p{N}]{0,6}`;
/** Words with which a line to editors may begin. */
const LEADS = [
  words.ASKED,
  'important|urgent|wichtig|nota|nb|note|strictly|streng|strikt|strict|rigoureux|rigoroso|rigoureux',
];
const LEAD = once(() => String.raw`(?:${listOf(...LEADS)}${GAP}){0,2}`);
const LEAD_AT = new PhrasesAt(...LEADS);
/** The beginning of a pattern that has a phrase of these lists, or words of LEADS before it. */
const withLead = (...lists: string[]): ((line: string, at: number) => boolean) => {
  const phrases = new PhrasesAt(...lists);
  return (line, at) => phrases.mayBegin(line, at) || LEAD_AT.isAt(line, at);
};

const EMBARGO = once(() => listOf(words.EMBARGO));
const UNTIL = once(() => listOf(words.UNTIL));
/** A year alone is the end of an embargo on goods. */
const NO_YEAR = String.raw`(?!${GAP}(?:the |end of |ende |fin |al |anul |roku |año |l'an )?(?:19|20)\d\d(?![\d./-]))`;

export const isEmbargoUntil = beginning(
  withLead(words.EMBARGO),
  once(() => new RegExp(`${LEAD()}${EMBARGO()}${GAP}${UNTIL()}${NO_YEAR}`, 'uy')),
);
/** In some languages the word for until follows: kadar ambargolu, まで…解禁, 까지 엠바고, -ig embargó. */
export const UNTIL_EMBARGO = once(
  () =>
    new RegExp(
      [
        String.raw`(?:kadar|dek|degin)${GAP}(?:\p{L}{1,12}\s){0,2}ambargo\p{L}{0,12}`,
        String.raw`까지(?:는|도)?${GAP}(?:\p{L}{1,6}\s){0,2}엠바고`,
        String.raw`まで(?:は|の)?[^。]{0,8}(?:エンバーゴ|解禁(?:しない|不可|前))`,
        String.raw`\p{L}{2,24}ig${GAP}(?:\p{L}{1,14}\s){0,2}embargo(?!\p{L})`,
        String.raw`(?<!\p{L})embargo${GAP}(?:\p{L}{1,16}\s){0,4}\p{L}{2,24}(?:asig|esig|eteig|ataig|eig|aig|tekig|napig|foig|oraig)(?!\p{L})`,
        String.raw`(?:तक|होने तक)${GAP}(?:एम्बार्गो|एंबार्गो|एम्बारगो)`,
      ].join('|'),
      'u',
    ),
);
export const STORY = once(() => new RegExp(listOf(words.STORY), 'u'));

const ADDRESS = once(() => listOf(words.ADDRESSED));
const ASKED = once(() => listOf(words.ASKED));
const ADDRESS_AT = new PhrasesAt(words.ADDRESSED);
const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Whether an address may be anywhere in a folded line, from a place on. */
function hasAddress(line: string, from: number): boolean {
  let isInWord = false;
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const isLetter = isAsciiLetter(code);
    // A phrase begins with a letter, and in the alphabet of ASCII where a word begins.
    if ((isLetter ? !isInWord : code > 0x7f) && ADDRESS_AT.isAt(line, at)) return true;
    isInWord = isLetter;
  }
  return false;
}

/** An address: a word that asks beside the persons, or the persons alone before a colon, a comma or a dash. */
export const isAddressed = beginning(
  hasAddress,
  once(
    () =>
      new RegExp(
        String.raw`(?:${ASKED()}${GAP}(?:\p{L}{1,12}\s){0,2}${ADDRESS()}|(?:\p{L}{1,10}\s){0,2}${ADDRESS()}(?:(?:\s?\p{L}{1,14})?\s*[:!]|\s*[,،–—-]|${GAP}${ASKED()}))`,
        'uy',
      ),
  ),
);
export const DROP = once(() => new RegExp(listOf(words.DROP), 'u'));
export const DROPPED = once(() => new RegExp(listOf(words.DROPPED), 'u'));
export const ITEM = once(() => new RegExp(listOf(words.ITEM), 'u'));
export const isItemDropped = beginning(
  withLead(words.ITEM),
  once(
    () =>
      new RegExp(
        String.raw`${LEAD()}${listOf(words.ITEM)}${GAP}(?:(?:that|que|the|se|je|a|on|er|är)\s)?${listOf(words.DROPPED)}`,
        'uy',
      ),
  ),
);
export const REPLACED = once(() => new RegExp(listOf(words.REPLACED), 'u'));

const CONDITION_AT = new PhrasesAt(CONDITIONS);
const LED_CONDITION = beginning(
  (line, at) => LEAD_AT.isAt(line, at),
  once(() => new RegExp(`${LEAD()}${listOf(CONDITIONS)}`, 'uy')),
);
export const isCondition = (line: string, at: number): boolean =>
  CONDITION_AT.isAt(line, at) || LED_CONDITION(line, at);

/** Whether one of the phrases may be the first of a folded line. */
const mayBeFirst = (phrases: PhrasesAt, line: string): boolean => {
  const letter = line.search(/[\p{L}\p{N}]/u);
  return Array.from({ length: Math.min(letter, 6) + 1 }).some((_, at) => phrases.mayBegin(line, at));
};

const ENDED_AT = new PhrasesAt(words.ENDED_EMBARGO, words.LIFTING);
const ENDED = once(
  () =>
    new RegExp(
      `^${GAP}(?:${listOf(words.ENDED_EMBARGO)}${GAP}${listOf(words.LIFTED)}|${listOf(words.LIFTING)}${GAP}${listOf(words.ENDED_EMBARGO)})`,
      'u',
    ),
);
/** What a folded line says at its beginning about an embargo that is over. */
export const endedIn = (line: string): string | undefined =>
  mayBeFirst(ENDED_AT, line) ? ENDED().exec(line)?.[0] : undefined;

/** Words of a story that tells who withdrew something, or why. */
export const TOLD = once(
  () =>
    new RegExp(
      listOf(
        'said|says|according to|sagte|teilte|erklärte|selon|indique|a déclaré|dijo|según|informó|ha detto|secondo|disse|segundo|zei|volgens|sade|säger|enligt|sagde|ifølge|kertoi|mukaan|powiedzial~|według|uvedl~|řekl~|podle|сообщи~|сказал~|заявил~|по словам|повідомил~|каза|рекла|rekao|rekla|είπε|mondta|közölte|a spus|potrivit|söyledi|göre|אמר~|قال~|گفت|katanya|cho biết',
      ),
      'u',
    ),
);
const REPLACED_AT = new PhrasesAt(words.REPLACED);
const EARLIER = once(
  () =>
    new RegExp(
      String.raw`^${GAP}${listOf(words.REPLACED)}${GAP}(?:[\p{L}'’]{1,20}\s){0,8}${listOf(words.DROPPED)}(?=\s*(?:$|[.;,]))`,
      'u',
    ),
);
/** What a folded line says at its beginning about an earlier text that this one replaces. */
export const earlierIn = (line: string): string | undefined =>
  mayBeFirst(REPLACED_AT, line) ? EARLIER().exec(line)?.[0] : undefined;
