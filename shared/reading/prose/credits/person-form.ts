/**
 * The form of a person's name in any script: a few words without signs of other things. The form shows only that a
 * text may be a name.
 */

/** Words in lower case that belong to a name: van der Meer, de la Cruz, bin Salman, ‘abd al-Aziz. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'de del della dello dei degli di da das do dos du des d la las le los lo van von vom vander ver der den het ter ten te ' +
    "op 't zu zur zum auf af av y e i i' en und et bin bint ibn ben bat binti abu umm al el ul ur as ad at az ash bn o mac mc san " +
    'santa st ap della dalla dall af zu'
  ).split(' '),
);

/** One word of a name that begins with a capital letter: O’Neil, al-Saud, d’Artagnan, J.-P. */
const CAPITALISED =
  /^(?:(?:al|el|as|ad|an|ar|at|az|ash|d|l|dell|dall|n|s|t|ul|ur|abd|nic|mac)[-’'‘])?\p{Lu}[\p{L}\p{M}'’‘ʼ.·-]{0,40}$/u;

/** Titles of a person before the name. */
export const HONORIFIC =
  /^(?:dr|prof|professor|doctor|mr|mrs|ms|mx|miss|sir|dame|lord|lady|rev|fr|herr|frau|hr|fru|m|mme|mlle|sr|sra|srta|d|dona|don|doña|dott|dott\.ssa|ing|arch|avv|mag|dipl|drs|ir|mevr|dhr|господин|госпожа|проф|д-р)\.?$/iu;

/** Degrees and suffixes after a name: Jr., III, PhD. */
export const SUFFIX =
  /^(?:jr|sr|jnr|snr|ii|iii|iv|filho|neto|júnior|ph\.?\s?d|m\.?d|m\.?a|b\.?a|m\.?b\.?a|m\.?sc|b\.?sc|j\.?d|esq|r\.?n|d\.?phil|ll\.?m|ll\.?b|obe|mbe|cbe|mp|qc|kc|frs|cpa|cfa|rd)\.?$/iu;

const UNCASED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Georgian}\p{M}'’·・.-]{1,24}$/u;

/** Maximum number of words in a name: four names with two particles, as in Portuguese, and a title. */
const MOST_WORDS = 8;

/** Whether a text has the form of one person's full name. A single word has it only in a script without capitals. */
export function isFullName(text: string): boolean {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  if (words.every((word) => UNCASED.test(word))) return words.length <= 5;
  const names = words.filter((word) => !PARTICLES.has(word.toLowerCase()) || CAPITALISED.test(word));
  const full = names.filter((word) => !HONORIFIC.test(word) && !SUFFIX.test(word.replace(/,$/u, '')));
  const isCapitalised = names.every((word) => CAPITALISED.test(word) || SUFFIX.test(word));
  const last = words.at(-1) ?? '';
  return isCapitalised && full.length >= 2 && (CAPITALISED.test(last) || SUFFIX.test(last));
}

/** Whether a text is a single word that may be a name or a user name: Cher, roe. */
export const isSingleName = (text: string): boolean => /^[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,40}$/u.test(text);

/**
 * What two spellings of one person have in common: `Ruiz, Ana`, `ANA RUIZ`, `Dr. Ana Ruíz`. Case, accents, titles,
 * signs and the order of the words do not count.
 */
export function personKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter((word) => word !== '' && !HONORIFIC.test(word) && !SUFFIX.test(word))
    .sort()
    .join(' ');
}
