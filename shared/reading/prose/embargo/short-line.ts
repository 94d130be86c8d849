import { foldedLetters } from './fold.ts';
import { isReleaseDay } from './release-day.ts';
import {
  DROP,
  DROPPED,
  earlierIn,
  endedIn,
  isAddressed,
  isCondition,
  isEmbargoUntil,
  isItemDropped,
  ITEM,
  REPLACED,
  STORY,
  TOLD,
  UNTIL_EMBARGO,
} from './short-line-patterns.ts';

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

/** Stems of words for publication and secrecy. A condition without one may be the beginning of a story. */
const PUBLICATION =
  /publi|veroff|verwend|sperr|vertraulich|releas|broadcast|embarg|hold for|confidential|diffu|confiden|difun|emitir|utiliz|pubbl|diffon|divulg|gebruik|vertrouwelijk|offentlig|anvand|brukes|fortrolig|julkais|luottamuk|zverej|uverej|duvern|публик|публік|оприлюдн|конфиденц|конфіденц|objav|povjer|pover|δημοσ|εμπιστ|kozol|kozles|megjelen|nyilvanos|bizalmas|difuz|yayim|yayin|gizli|kullan|פרסום|לפרסם|חסוי|نشر|البث|سري|انتشار|منتشر|محرمانه|प्रकाश|प्रसार|गोपनीय|siar|muat|rahasia|dang|cong bo|เผยแพร่|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}/u;
/** Words that say by themselves that the text must not appear. */
const PLAIN_HOLD =
  /^[^\p{L}]*(?:hold for|do not|don't|not for use|not to be|pre.?write|legal hold|(?:this is )?(?:only )?a test|test message|bulletin|story|item|alert|flash|slug|obit|advance|vorproduziert|nachruf|nekrolog|auf vorrat|storno|bitte|annul|makul|stopp|coccodrillo|da tenere|nevera|material|the agency|our agency|we |withdrawn|wir |die |dpa|l'ag|nous|retirad|anulad|la agencia|esta ag|retira|anula|ha |abbiamo|a ag|retirou|obitu|necrol|necro|gelieve)/u;

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
  const untold = parts.filter(({ text }) => !STORY().test(text));
  if (untold.some(({ at }) => isEmbargoUntil(folded, at))) return 'embargo';
  if (untold.some(({ text }) => UNTIL_EMBARGO().test(text))) return 'embargo';
  if (parts.some((part) => isCondition(folded, part.at) && isOwn(part))) return 'hold';
  // A dash may stand between the word for publication and the day.
  const isWaiting = untold.some(({ at, text }) => isReleaseDay(text) || isReleaseDay(folded.slice(at)));
  if (isWaiting && !TOLD().test(folded)) return 'hold';
  if (REPLACED().test(folded)) return undefined;
  const isToEditors = parts.some(({ at }) => isAddressed(folded, at));
  if (isToEditors && (DROP().test(folded) || (ITEM().test(folded) && DROPPED().test(folded)))) return 'hold';
  const isDropped = parts.some(({ at, text }) => isItemDropped(folded, at) && isBare(text));
  return isDropped ? 'hold' : undefined;
}

/** Whether a condition is about publication, or has so few words that no sentence of a story follows. */
function isOwn({ text }: Part): boolean {
  if (TOLD().test(text)) return false;
  if (PUBLICATION.test(text) || PLAIN_HOLD.test(text)) return true;
  return text.split(/\s+/u).length <= MOST_WORDS_BARE && !/[.:?!]/u.test(text);
}
const MOST_WORDS_BARE = 8;

const MOST_WORDS = 10;
/** More words after a comma or a colon tell a story: `Report withdrawn: minister says sorry`. */
const GOES_ON = /[,:;]\s*(?:[\p{L}\p{M}'’-]+\s+){2}\p{L}/u;
const isBare = (folded: string): boolean =>
  folded.split(/\s+/u).length <= MOST_WORDS && !TOLD().test(folded) && !GOES_ON.test(folded);

/** Whether a line tells who said something. */
export const isTold = (line: string): boolean => TOLD().test(foldedLetters(line));

/** The line without a beginning that says that an embargo is over, or that an earlier text was withdrawn. */
export function withoutOver(line: string): string {
  const folded = foldedLetters(line);
  const found = endedIn(folded) ?? earlierIn(folded);
  if (found === undefined) return line;
  return (folded.length === line.length ? line : folded).slice(found.length);
}
