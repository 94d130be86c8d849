import { foldedLetters } from './fold.ts';
import { alternatives } from './vocabulary.ts';
import { CONDITIONS } from './words/further-conditions.ts';
import * as words from './words/further-lines.ts';

/**
 * Finds notices by the order of their parts. A short line of its own that begins with an embargo and its end, with an
 * address to editors and a withdrawal, or with a condition of release is a notice whatever words follow, because no
 * list has all events for which a text may wait.
 */

/** See `Statement` in `statement.ts`. */
interface OrderedStatement {
  kind: 'embargo' | 'hold';
  whole: true;
  isClear: false;
  isDated: true;
  isReleaseDay: false;
  isSure: true;
}

/** Maximum length of a short line, in characters. */
const LONGEST = 170;

/** A letter or a mark: no ASCII character but letters, and no punctuation. A short class keeps the patterns small. */
const LETTER = String.raw`[^\s!-@[-\u0060{-\u00BF\u2010-\u206F\u3000-\u3004\u3007-\u303F\u30FB\uFF00-\uFF20]`;
const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** A phrase as a regular expression, without the end of its last word. */
const patternOf = (phrase: string): string =>
  foldedLetters(phrase)
    .replaceAll(' ?', String.raw`[\s-]{0,3}`)
    .replaceAll(' ', String.raw`[\s-]{1,3}`)
    .replaceAll('_', String.raw`[\s-]{0,3}`)
    .replaceAll('~', `${LETTER}{0,12}`);

/** A pattern of the phrases of some lists, the longest first. Words end where a letter does not follow. */
function listOf(...lists: string[]): string {
  const phrases = lists.flatMap(alternatives).toSorted((left, right) => right.length - left.length);
  const [unspaced, spaced] = [true, false].map((has) =>
    phrases.filter((phrase) => NO_BLANKS.test(phrase) === has).map(patternOf),
  );
  const words = String.raw`(?<!${LETTER})(?:${spaced?.join('|')})(?!${LETTER})`;
  return unspaced?.length === 0 ? `(?:${words})` : `(?:${words}|${unspaced?.join('|')})`;
}

const GAP = String.raw`[^\p{L}\p{N}]{0,6}`;
/** Words with which a line to editors may begin. */
const LEAD = String.raw`(?:${listOf(words.ASKED, 'important|urgent|wichtig|nota|nb|note|strictly|streng|strikt|strict|rigoureux|rigoroso|rigoureux')}${GAP}){0,2}`;

const EMBARGO = listOf(words.EMBARGO);
const UNTIL = listOf(words.UNTIL);
/** A year alone is the end of an embargo on goods. */
const NO_YEAR = String.raw`(?!${GAP}(?:the |end of |ende |fin |al |anul |roku |año |l'an )?(?:19|20)\d\d(?![\d./-]))`;

const EMBARGO_UNTIL = new RegExp(`${LEAD}${EMBARGO}${GAP}${UNTIL}${NO_YEAR}`, 'uy');
/** In some languages the word for until follows: kadar ambargolu, まで…解禁, 까지 엠바고, -ig embargó. */
const UNTIL_EMBARGO = new RegExp(
  [
    String.raw`(?:kadar|dek|degin)${GAP}(?:\p{L}{1,12}\s){0,2}ambargo\p{L}{0,12}`,
    String.raw`까지(?:는|도)?${GAP}(?:\p{L}{1,6}\s){0,2}엠바고`,
    String.raw`まで(?:は|の)?[^。]{0,8}(?:エンバーゴ|解禁(?:しない|不可|前))`,
    String.raw`\p{L}{2,24}ig${GAP}(?:\p{L}{1,14}\s){0,2}embargo(?!\p{L})`,
    String.raw`(?<!\p{L})embargo${GAP}(?:\p{L}{1,16}\s){0,4}\p{L}{2,24}(?:asig|esig|eteig|ataig|eig|aig|tekig|napig|foig|oraig)(?!\p{L})`,
    String.raw`(?:तक|होने तक)${GAP}(?:एम्बार्गो|एंबार्गो|एम्बारगो)`,
  ].join('|'),
  'u',
);
const STORY = new RegExp(listOf(words.STORY), 'u');

const ADDRESS = listOf(words.ADDRESSED);
const ASKED = listOf(words.ASKED);
/** An address: a word that asks beside the persons, or the persons alone before a colon, a comma or a dash. */
const ADDRESSED = new RegExp(
  String.raw`(?:${ASKED}${GAP}(?:\p{L}{1,12}\s){0,2}${ADDRESS}|(?:\p{L}{1,10}\s){0,2}${ADDRESS}(?:(?:\s?\p{L}{1,14})?\s*[:!]|\s*[,،–—-]|${GAP}${ASKED}))`,
  'uy',
);
const DROP = new RegExp(listOf(words.DROP), 'u');
const DROPPED = new RegExp(listOf(words.DROPPED), 'u');
const ITEM = new RegExp(listOf(words.ITEM), 'u');
const ITEM_DROPPED = new RegExp(
  String.raw`${LEAD}${listOf(words.ITEM)}${GAP}(?:(?:that|que|the|se|je|a|on|er|är)\s)?${listOf(words.DROPPED)}`,
  'uy',
);
const REPLACED = new RegExp(listOf(words.REPLACED), 'u');
const CONDITION = new RegExp(`${LEAD}${listOf(CONDITIONS)}`, 'uy');
/** Stems of words for publication and secrecy. A condition without one may be the beginning of a story. */
const PUBLICATION =
  /publi|veroff|verwend|sperr|vertraulich|releas|broadcast|embarg|hold for|confidential|diffu|confiden|difun|emitir|utiliz|pubbl|diffon|divulg|gebruik|vertrouwelijk|offentlig|anvand|brukes|fortrolig|julkais|luottamuk|zverej|uverej|duvern|публик|публік|оприлюдн|конфиденц|конфіденц|objav|povjer|pover|δημοσ|εμπιστ|kozol|kozles|megjelen|nyilvanos|bizalmas|difuz|yayim|yayin|gizli|kullan|פרסום|לפרסם|חסוי|نشر|البث|سري|انتشار|منتشر|محرمانه|प्रकाश|प्रसार|गोपनीय|siar|muat|rahasia|dang|cong bo|เผยแพร่|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}/u;
/** Words that say by themselves that the text must not appear. */
const PLAIN_HOLD =
  /^[^\p{L}]*(?:hold for|do not|don't|not for use|not to be|pre.?write|legal hold|(?:this is )?(?:only )?a test|test message|bulletin|story|item|alert|flash|slug|obit|advance|vorproduziert|nachruf|nekrolog|auf vorrat|storno|bitte|annul|makul|stopp|coccodrillo|da tenere|nevera|material|the agency|our agency|we |withdrawn|wir |die |dpa|l'ag|nous|retirad|anulad|la agencia|esta ag|retira|anula|ha |abbiamo|a ag|retirou|obitu|necrol|necro|gelieve)/u;

const ENDED = new RegExp(
  `^${GAP}(?:${listOf(words.ENDED_EMBARGO)}${GAP}${listOf(words.LIFTED)}|${listOf(words.LIFTING)}${GAP}${listOf(words.ENDED_EMBARGO)})`,
  'u',
);

/** Where a part of a line may begin that is a notice of its own. */
const PART = /(?:^|[[({【〔「|–—]|\s-\s|[.!。！])[\s*>"]*(?=[\p{L}\p{N}])/gu;
const PART_END = /[\])}】〕」|–—]|\s-\s/u;

interface Part {
  at: number;
  /** The text up to a bracket or a dash. */
  text: string;
}

function partsOf(line: string): Part[] {
  return [...line.matchAll(PART)].map(({ index, 0: found }) => {
    const at = index + found.length;
    return { at, text: line.slice(at).split(PART_END, 1)[0] ?? '' };
  });
}

const isAt = (pattern: RegExp, line: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(line);
};

/**
 * The notice of a line without quotations that `plainLine` returned, found by the order of its parts. The words that
 * follow are not understood, so no instant is taken from it. Undefined if the line has none.
 */
export function orderedStatement(line: string): OrderedStatement | undefined {
  const kind = kindOf(line);
  return kind === undefined
    ? undefined
    : { kind, whole: true, isClear: false, isDated: true, isReleaseDay: false, isSure: true };
}

function kindOf(line: string): 'embargo' | 'hold' | undefined {
  if (line.length > LONGEST) return undefined;
  const folded = foldedLetters(line);
  const parts = partsOf(folded);
  const untold = parts.filter(({ text }) => !STORY.test(text));
  if (untold.some(({ at }) => isAt(EMBARGO_UNTIL, folded, at))) return 'embargo';
  if (untold.some(({ text }) => UNTIL_EMBARGO.test(text))) return 'embargo';
  if (parts.some((part) => isAt(CONDITION, folded, part.at) && isOwn(part))) return 'hold';
  if (REPLACED.test(folded)) return undefined;
  const isAddressed = parts.some(({ at }) => isAt(ADDRESSED, folded, at));
  if (isAddressed && (DROP.test(folded) || (ITEM.test(folded) && DROPPED.test(folded)))) return 'hold';
  const isDropped = parts.some(({ at, text }) => isAt(ITEM_DROPPED, folded, at) && isBare(text));
  return isDropped ? 'hold' : undefined;
}

/** Whether a condition is about publication, or has so few words that no sentence of a story follows. */
function isOwn({ text }: Part): boolean {
  if (TOLD.test(text)) return false;
  if (PUBLICATION.test(text) || PLAIN_HOLD.test(text)) return true;
  return text.split(/\s+/u).length <= MOST_WORDS_BARE && !/[.:?!]/u.test(text);
}
const MOST_WORDS_BARE = 8;

/** Words of a story that tells who withdrew something, or why. */
const TOLD = new RegExp(
  listOf(
    'said|says|according to|sagte|teilte|erklärte|selon|indique|a déclaré|dijo|según|informó|ha detto|secondo|disse|segundo|zei|volgens|sade|säger|enligt|sagde|ifølge|kertoi|mukaan|powiedzial~|według|uvedl~|řekl~|podle|сообщи~|сказал~|заявил~|по словам|повідомил~|каза|рекла|rekao|rekla|είπε|mondta|közölte|a spus|potrivit|söyledi|göre|אמר~|قال~|گفت|katanya|cho biết',
  ),
  'u',
);
const MOST_WORDS = 10;
/** More words after a comma or a colon tell a story: `Report withdrawn: minister says sorry`. */
const GOES_ON = /[,:;]\s*(?:[\p{L}\p{M}'’-]+\s+){2}\p{L}/u;
const isBare = (folded: string): boolean =>
  folded.split(/\s+/u).length <= MOST_WORDS && !TOLD.test(folded) && !GOES_ON.test(folded);

/** Whether a line tells who said something. */
export const isTold = (line: string): boolean => TOLD.test(foldedLetters(line));

/** What a line says about an earlier text that this one replaces. */
const EARLIER = new RegExp(
  String.raw`^${GAP}${listOf(words.REPLACED)}${GAP}(?:[\p{L}'’]{1,20}\s){0,8}${listOf(words.DROPPED)}(?=\s*(?:$|[.;,]))`,
  'u',
);

/** The line without a beginning that says that an embargo is over, or that an earlier text was withdrawn. */
export function withoutOver(line: string): string {
  const folded = foldedLetters(line);
  const found = ENDED.exec(folded)?.[0] ?? EARLIER.exec(folded)?.[0];
  if (found === undefined) return line;
  return (folded.length === line.length ? line : folded).slice(found.length);
}
