import { createRequire } from 'node:module';
import type { eld as Detector } from 'eld/small';
import { once } from '../../domain/once.ts';
import { amongRelated, confirms, hasFunctionWords, isAlike } from './function-words.ts';
import { hanScripts } from './han-script.ts';

export interface Detected {
  /** BCP 47; Chinese with its script. */
  language: string;
  /** False if the text is too short or ambiguous; then `language` is the fallback or a best guess. */
  sure: boolean;
}

/** At most this many characters are examined; more do not change the result. */
const SAMPLE = 20_000;

/**
 * How many letters say about as much as one Han character, kana or Hangul syllable. In mixed text, the scripts are
 * compared with this factor.
 */
const LETTERS_PER_CHARACTER = 2.5;

/**
 * A text is Japanese if at least this share of its East Asian characters is kana. Japanese prose has a third or more;
 * a Chinese text may contain the kana の in a name.
 */
const KANA_SHARE = 0.08;

/**
 * The reader decides between simplified (Hans) and traditional (Hant) Chinese only if the text has at least this many
 * characters that exist in only one of the two. One character is too few, because Japanese shares some of them, such
 * as 学.
 */
const MINIMUM_EVIDENCE = 3;

/**
 * A Japanese text with at least this many Han characters also contains kana. A shorter text, such as a headline, may
 * have none.
 */
const LONGEST_WITHOUT_KANA = 60;

/**
 * Hans or Hant is chosen if it has at least this share of the characters that exist in only one of the two. The share
 * is below 1, because converted texts and quotations contain a few characters of the other script.
 */
const MAJORITY = 0.7;

/** The detector (the library `eld`) gets at most this many characters; more do not improve its answer. */
const LETTERS = 500;

/** With fewer letters than this, the detector's answer is a guess. */
const ENOUGH_LETTERS = 40;

interface Counts {
  han: number;
  kana: number;
  hangul: number;
  letters: number;
  simplified: number;
  traditional: number;
  japanese: number;
}

/** The first code point after Latin Extended-B. */
const AFTER_LATIN = 0x250;
const LATIN = /[\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/;
const isAsciiLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

function count(text: string): Counts {
  const counts: Counts = {
    han: 0,
    kana: 0,
    hangul: 0,
    letters: 0,
    simplified: 0,
    traditional: 0,
    japanese: 0,
  };
  for (let at = 0; at < text.length; at++) {
    // Most characters are Latin letters. Their code shows the script, and looking up the script of a character is
    // slow.
    const unit = text.charCodeAt(at);
    if (unit < AFTER_LATIN) {
      if (isAsciiLetter(unit) || (unit > 0x7f && LATIN.test(text[at] ?? ''))) counts.letters++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    at += character.length - 1;
    if (/\p{Script=Han}/u.test(character)) {
      counts.han++;
      const { simplified, traditional, japanese } = hanScripts();
      if (simplified.has(character)) counts.simplified++;
      if (traditional.has(character)) counts.traditional++;
      if (japanese.has(character)) counts.japanese++;
    } else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) counts.kana++;
    else if (/\p{Script=Hangul}/u.test(character)) counts.hangul++;
    else if (/\p{L}/u.test(character)) counts.letters++;
  }
  return counts;
}

/** The detector, which is loaded at its first use. The bundle has it in a file of its own (infra/bundle.ts). */
const detector = once(
  () => (createRequire(import.meta.url)('./detector.mjs') as { eld: typeof Detector }).eld,
);

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** The text without web and mail addresses, which are Latin letters in any language. */
const withoutAddresses = (text: string): string =>
  /:\/\/|www\.|@/.test(text)
    ? text.replace(/(?:https?:\/\/|www\.)\S{1,300}|\S{1,64}@\S{1,100}/gu, ' ')
    : text;

function hanLanguage(counts: Counts, fallback: string): Detected {
  const { simplified, traditional, japanese } = counts;
  const evidence = simplified + traditional;
  const base = primary(fallback);
  if (japanese >= MINIMUM_EVIDENCE && japanese > traditional) return { language: 'ja', sure: true };
  // A Japanese headline may have no kana; a Japanese article always has some.
  if ((base !== 'ja' || counts.han >= LONGEST_WITHOUT_KANA) && evidence >= MINIMUM_EVIDENCE) {
    if (traditional / evidence >= MAJORITY) return { language: 'zh-Hant', sure: true };
    if (simplified / evidence >= MAJORITY) return { language: 'zh-Hans', sure: true };
  }
  if (base === 'zh' || base === 'ja') return { language: fallback, sure: false };
  if (simplified === traditional) return { language: 'zh', sure: false };
  return { language: simplified > traditional ? 'zh-Hans' : 'zh-Hant', sure: false };
}

/** Words of names in lower case, and the words between two names. They tell no language. */
const IN_NAMES =
  /^(?:and|und|y|e|et|en|i|og|och|и|di|de|del|della|da|do|dos|das|van|von|der|den|ter|la|le|el|al|bin|ibn|af|av|du|des|zu)$/u;

/** Of every so many words, at least one begins with a small letter in a text that is not a list of names. */
const ONE_SMALL_IN = 8;

/** Whether a text in a script with capitals consists of names: nearly every word begins with a capital letter. */
function isNames(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}’'-]+/u).filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word));
  if (words.length === 0) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !IN_NAMES.test(word));
  if (small.length >= 2 && small.length * ONE_SMALL_IN >= words.length) return false;
  return !hasFunctionWords(text, (word) => IN_NAMES.test(word));
}

function letterLanguage(text: string, counts: Counts, fallback: string): Detected {
  if (counts.letters < ENOUGH_LETTERS) return { language: fallback, sure: false };
  const beginning = text.slice(0, LETTERS);
  if (confirms(beginning, primary(fallback))) return { language: fallback, sure: true };
  if (isNames(beginning)) return { language: fallback, sure: false };
  const result = detector().detect(beginning);
  if (result.language === '') return { language: fallback, sure: false };
  const { language, isClear } = amongRelated(beginning, result.language, primary(fallback));
  return {
    // If the primary language is the same, the sender's tag is more precise (en-GB).
    language: isAlike(primary(fallback), language) ? fallback : language,
    // A getter, because only the code that reads plain text uses `sure`. For other formats it is never computed.
    get sure() {
      return isClear && result.isReliable();
    },
  };
}

/**
 * Detects the language of most of the text. Returns `fallback` (BCP 47) if the text does not show its language,
 * unless the script of the text excludes that language. If the detected language is the primary language of
 * `fallback`, the whole `fallback` is returned, with its region (`en-GB`).
 */
export function detectLanguage(text: string, fallback: string): Detected {
  const sample = withoutAddresses(text.slice(0, SAMPLE));
  const counts = count(sample);
  const cjk = counts.han + counts.kana + counts.hangul;
  if (cjk === 0 && counts.letters === 0) return { language: fallback, sure: false };
  if (cjk * LETTERS_PER_CHARACTER <= counts.letters) {
    // eld scores n-grams of the whole sample, so characters of other scripts would only weaken the result.
    const letters =
      cjk === 0 ? sample : sample.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, ' ');
    return letterLanguage(letters, counts, fallback);
  }
  if (counts.hangul > counts.han + counts.kana)
    return { language: 'ko', sure: counts.hangul >= MINIMUM_EVIDENCE };
  if (counts.kana / cjk >= KANA_SHARE) return { language: 'ja', sure: counts.kana >= MINIMUM_EVIDENCE };
  return hanLanguage(counts, fallback);
}
