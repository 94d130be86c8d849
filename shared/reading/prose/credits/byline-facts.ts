import { MONTH_NAME } from '../../dates/months.ts';
import { STAMP_PARTS } from '../../dates/stamp-parts.ts';

/**
 * Facts that pages write behind the names in a byline: the date, the time, an address, a telephone number, the time
 * that reading takes. They credit nobody.
 */

const END = String.raw`(?=[^\p{L}\p{N}]|$)`;

const FACTS: readonly RegExp[] = [
  String.raw`(?:mailto:)?[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,80}\.\p{L}{2,12}`,
  String.raw`(?:https?:\/\/|www\.)\S{1,200}`,
  String.raw`@\w{2,30}`,
  String.raw`(?:e-?mail|tel|phone|twitter|instagram|facebook|follow|x)\s*[.:]?${END}`,
  String.raw`\d{1,3}[ -]?(?:min|mins|minute|minutes|minuten|minutos|minuti|minuut|мин|دقائق|دقيقة|분)\.?(?: (?:read|lectura|de lectura|de leitura|leitura|di lettura|lettura|leestijd|lesezeit|lecture|de lecture|чтения|قراءة))?${END}`,
  String.raw`\d{1,3} (?:hours?|hrs?|minutes?|mins?|days?|weeks?) ago${END}`,
  String.raw`(?:vor|hace|il y a|há) \d{1,3} \p{L}{1,10}`,
  String.raw`${MONTH_NAME}\.? \d{1,2}(?:st|nd|rd|th)?${END}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de )?${MONTH_NAME}\.?${END}`,
  // Any word may be the month, as in a line that is a date: 12 марта 2026.
  String.raw`\d{1,2}\.? (?:de )?\p{L}{3,12}\.?,? (?:de )?(?:19|20)\d\d(?: г\.)?${END}`,
  String.raw`${MONTH_NAME}\.? (?:19|20)\d\d${END}`,
  String.raw`(?:19|20)\d\d${END}`,
  String.raw`(?:last |first )?(?:updated|published|posted|modified|edited)(?: on| at)?\s*:?${END}`,
  String.raw`(?:atualizado|publicado|aggiornato|pubblicato|bijgewerkt|gepubliceerd|обновлено|опубликовано|입력|수정|등록|승인|نشر|نشرت|آخر تحديث)(?: em| às| il| alle| op| om| في)?\s*:?${END}`,
  String.raw`(?:segunda|terça|quarta|quinta|sexta|sábado|domingo)(?:-feira)?${END}`,
  String.raw`(?:lunedì|martedì|mercoledì|giovedì|venerdì|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)${END}`,
  String.raw`(?:오전|오후)${END}`,
  String.raw`(?:às|alle|ore|om|at|on|в)${END}`,
].map((pattern) => new RegExp(`^(?:${pattern})`, 'iu'));

/** Signs and short words between facts. They are no facts on their own. */
const SIGN = /^[\s|｜丨/·•,，、;；()（）[\]<>–—\-:：.]+/u;

/** Only this many characters are read; a longer text is no byline. */
const LONGEST = 300;

const TELEPHONE = [new RegExp(String.raw`^\+?\(?\d{2,4}[)\d /-]{5,16}\d${END}`, 'u')];
const STAMPS = STAMP_PARTS.map(({ test }) => test);

/** The length of the longest of these facts at the start of a text. */
const longestOf = (tests: readonly RegExp[], text: string): number =>
  Math.max(0, ...tests.map((test) => test.exec(text)?.[0].length ?? 0));

/** Whether a text consists of facts only. */
function isFacts(text: string): boolean {
  let rest = text;
  let count = 0;
  while (rest !== '') {
    const sign = SIGN.exec(rest)?.[0].length ?? 0;
    // Dates first: the digits of a date may also be read as a telephone number.
    const fact = sign > 0 ? 0 : longestOf([...STAMPS, ...FACTS], rest) || longestOf(TELEPHONE, rest);
    if (sign + fact === 0) return false;
    if (fact > 0) count++;
    rest = rest.slice(sign + fact);
  }
  return count > 0;
}

/** A text, and the facts after it: `Ana Ruiz March 12, 2026` is `Ana Ruiz` and `March 12, 2026`. */
export function withoutFacts(text: string): { text: string; facts: string } {
  if (text.length > LONGEST) return { text, facts: '' };
  // A fact contains a digit or a sign of an address, or is a word such as `Updated`. Most bylines have none of them.
  for (const gap of text.matchAll(/^|[\s,|·•–—(（[]+/gu)) {
    const start = gap.index + gap[0].length;
    const rest = text.slice(start);
    if (/[\d@]|:\/\/|www\./u.test(rest) ? isFacts(rest) : LABEL_ONLY.test(rest))
      return { text: text.slice(0, gap.index).trim(), facts: rest.trim() };
  }
  return { text, facts: '' };
}

/** A label at the end, whose date is not part of the line. */
const LABEL_ONLY =
  /^(?:last |first )?(?:updated|published|posted|actualizado|publicado|aktualisiert|mis à jour|atualizado|aggiornato|bijgewerkt|обновлено)\s*:?$/iu;
