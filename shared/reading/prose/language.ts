import { eld } from 'eld/small';
import { confirms } from './function-words.ts';
import { JAPANESE_ONLY, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './han-script.ts';

export interface Detected {
  /** BCP 47; Chinese with its script. */
  language: string;
  /** False where the text gave too little to go by and the fallback or a best guess stands. */
  sure: boolean;
}

/** Characters looked at; more change no verdict. */
const SAMPLE = 20_000;

/** A Han character or a syllable block says about as much as this many letters. */
const LETTERS_PER_CHARACTER = 2.5;

/** Kana are a third or more of Japanese prose; a の in a Chinese brand name is not Japanese. */
const KANA_SHARE = 0.08;

/** Fewer characters of one script only prove nothing: 北京大学 has one and is Japanese as well. */
const MINIMUM_EVIDENCE = 3;

/** Han characters that Japanese goes without any kana. */
const LONGEST_WITHOUT_KANA = 60;

/** How far one script must outnumber the other: converted text and quotations mix a few in. */
const MAJORITY = 0.7;

/** Characters the detector is given: it is right on shorter texts. */
const LETTERS = 500;

/** Letters below which a detector's answer is a guess. */
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

/** What follows Latin Extended-B. */
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
    // Most of most texts; asking for its script is what costs.
    const unit = text.charCodeAt(at);
    if (unit < AFTER_LATIN) {
      if (isAsciiLetter(unit) || (unit > 0x7f && LATIN.test(text[at] ?? ''))) counts.letters++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    at += character.length - 1;
    if (/\p{Script=Han}/u.test(character)) {
      counts.han++;
      if (SIMPLIFIED_ONLY.has(character)) counts.simplified++;
      if (TRADITIONAL_ONLY.has(character)) counts.traditional++;
      if (JAPANESE_ONLY.has(character)) counts.japanese++;
    } else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) counts.kana++;
    else if (/\p{Script=Hangul}/u.test(character)) counts.hangul++;
    else if (/\p{L}/u.test(character)) counts.letters++;
  }
  return counts;
}

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** Addresses are Latin letters in any language. */
const withoutAddresses = (text: string): string =>
  /:\/\/|www\.|@/.test(text)
    ? text.replace(/(?:https?:\/\/|www\.)\S{1,300}|\S{1,64}@\S{1,100}/gu, ' ')
    : text;

function hanLanguage(counts: Counts, fallback: string): Detected {
  const { simplified, traditional, japanese } = counts;
  const evidence = simplified + traditional;
  const base = primary(fallback);
  if (japanese >= MINIMUM_EVIDENCE && japanese > traditional) return { language: 'ja', sure: true };
  // A Japanese headline may be without kana; a Japanese article is not.
  if ((base !== 'ja' || counts.han >= LONGEST_WITHOUT_KANA) && evidence >= MINIMUM_EVIDENCE) {
    if (traditional / evidence >= MAJORITY) return { language: 'zh-Hant', sure: true };
    if (simplified / evidence >= MAJORITY) return { language: 'zh-Hans', sure: true };
  }
  if (base === 'zh' || base === 'ja') return { language: fallback, sure: false };
  if (simplified === traditional) return { language: 'zh', sure: false };
  return { language: simplified > traditional ? 'zh-Hans' : 'zh-Hant', sure: false };
}

function letterLanguage(text: string, counts: Counts, fallback: string): Detected {
  if (counts.letters < ENOUGH_LETTERS) return { language: fallback, sure: false };
  const beginning = text.slice(0, LETTERS);
  if (confirms(beginning, primary(fallback))) return { language: fallback, sure: true };
  const result = eld.detect(beginning);
  const { language } = result;
  if (language === '') return { language: fallback, sure: false };
  return {
    // The sender's tag says more than the detector can (en-GB), if it says nothing else.
    language: primary(fallback) === language ? fallback : language,
    // Asked for of plain text only.
    get sure() {
      return result.isReliable();
    },
  };
}

/**
 * The language most of the text is in. `fallback` (BCP 47) stands where the text does not tell, unless the script
 * rules it out; a fallback with a region is kept when the detected language agrees with it.
 */
export function detectLanguage(text: string, fallback: string): Detected {
  const sample = withoutAddresses(text.slice(0, SAMPLE));
  const counts = count(sample);
  const cjk = counts.han + counts.kana + counts.hangul;
  if (cjk === 0 && counts.letters === 0) return { language: fallback, sure: false };
  if (cjk * LETTERS_PER_CHARACTER <= counts.letters) {
    // eld scores n-grams of the whole sample: characters of the minority would only dilute it.
    const letters =
      cjk === 0 ? sample : sample.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, ' ');
    return letterLanguage(letters, counts, fallback);
  }
  if (counts.hangul > counts.han + counts.kana)
    return { language: 'ko', sure: counts.hangul >= MINIMUM_EVIDENCE };
  if (counts.kana / cjk >= KANA_SHARE) return { language: 'ja', sure: counts.kana >= MINIMUM_EVIDENCE };
  return hanLanguage(counts, fallback);
}
