import { phrases } from './words.ts';

/**
 * Very common words of each language that related languages write differently. If a text contains enough words of the
 * language that the sender states, the text is in that language.
 */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(phrases('the | and | of | to | that | with | was | from | for | is | by | this')),
  de: new Set(phrases('und | ist | nicht | eine | für | auch | wird | sich | der | das | mit | auf')),
  fr: new Set(phrases('dans | une | est | qui | pour | avec | aux | du | et | sur | pas | été')),
  es: new Set(phrases('el | los | las | y | por | una | con | más | su | lo | como')),
};

/**
 * Of every `ONE_IN` words, at least one must be in the list, and at least `FEWEST_DIFFERENT` different words of the
 * list must occur. A single word is not enough: `y` is also a Welsh word.
 */
const ONE_IN = 8;
const FEWEST_DIFFERENT = 4;

/** Whether a text is certainly in a language (ISO 639-1 code). Always false for a language without a list. */
export function confirms(text: string, language: string): boolean {
  const own = Object.hasOwn(FUNCTION_WORDS, language) ? FUNCTION_WORDS[language] : undefined;
  if (own === undefined) return false;
  const words = text.toLowerCase().split(/\s+/u);
  const found = words.filter((word) => own.has(word));
  return found.length * ONE_IN >= words.length && new Set(found).size >= FEWEST_DIFFERENT;
}
