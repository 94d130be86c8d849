import { LETTER, NO_ASCII_SIGN, once, patternOf, phrasesIn } from './phrase-pattern.ts';
import { CONDITIONS } from './words/further-conditions.ts';
import * as words from './words/further-lines.ts';

/**
 * The patterns of `short-line.ts`. Each has some hundred phrases and is made at its first use, because most functions
 * start without reading such a line at once.
 */

const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** A pattern of the phrases of some lists, the longest first. Words end where a letter does not follow. */
function listOf(...lists: string[]): string {
  const phrases = phrasesIn(...lists);
  const [unspaced, spaced] = [true, false].map((has) =>
    phrases
      .filter((phrase) => NO_BLANKS.test(phrase) === has)
      .map((phrase) => patternOf(phrase, NO_ASCII_SIGN)),
  );
  const words = String.raw`(?<!${LETTER})(?:${spaced?.join('|')})(?!${LETTER})`;
  return unspaced?.length === 0 ? `(?:${words})` : `(?:${words}|${unspaced?.join('|')})`;
}

const GAP = String.raw`[^\p{L}\p{N}]{0,6}`;
/** Words with which a line to editors may begin. */
const LEAD = once(
  () =>
    String.raw`(?:${listOf(words.ASKED, 'important|urgent|wichtig|nota|nb|note|strictly|streng|strikt|strict|rigoureux|rigoroso|rigoureux')}${GAP}){0,2}`,
);

const EMBARGO = once(() => listOf(words.EMBARGO));
const UNTIL = once(() => listOf(words.UNTIL));
/** A year alone is the end of an embargo on goods. */
const NO_YEAR = String.raw`(?!${GAP}(?:the |end of |ende |fin |al |anul |roku |año |l'an )?(?:19|20)\d\d(?![\d./-]))`;

export const EMBARGO_UNTIL = once(() => new RegExp(`${LEAD()}${EMBARGO()}${GAP}${UNTIL()}${NO_YEAR}`, 'uy'));
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
/** An address: a word that asks beside the persons, or the persons alone before a colon, a comma or a dash. */
export const ADDRESSED = once(
  () =>
    new RegExp(
      String.raw`(?:${ASKED()}${GAP}(?:\p{L}{1,12}\s){0,2}${ADDRESS()}|(?:\p{L}{1,10}\s){0,2}${ADDRESS()}(?:(?:\s?\p{L}{1,14})?\s*[:!]|\s*[,،–—-]|${GAP}${ASKED()}))`,
      'uy',
    ),
);
export const DROP = once(() => new RegExp(listOf(words.DROP), 'u'));
export const DROPPED = once(() => new RegExp(listOf(words.DROPPED), 'u'));
export const ITEM = once(() => new RegExp(listOf(words.ITEM), 'u'));
export const ITEM_DROPPED = once(
  () =>
    new RegExp(
      String.raw`${LEAD()}${listOf(words.ITEM)}${GAP}(?:(?:that|que|the|se|je|a|on|er|är)\s)?${listOf(words.DROPPED)}`,
      'uy',
    ),
);
export const REPLACED = once(() => new RegExp(listOf(words.REPLACED), 'u'));
export const CONDITION = once(() => new RegExp(`${LEAD()}${listOf(CONDITIONS)}`, 'uy'));
export const ENDED = once(
  () =>
    new RegExp(
      `^${GAP}(?:${listOf(words.ENDED_EMBARGO)}${GAP}${listOf(words.LIFTED)}|${listOf(words.LIFTING)}${GAP}${listOf(words.ENDED_EMBARGO)})`,
      'u',
    ),
);

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
/** What a line says about an earlier text that this one replaces. */
export const EARLIER = once(
  () =>
    new RegExp(
      String.raw`^${GAP}${listOf(words.REPLACED)}${GAP}(?:[\p{L}'’]{1,20}\s){0,8}${listOf(words.DROPPED)}(?=\s*(?:$|[.;,]))`,
      'u',
    ),
);
