import { phrases } from './words.ts';

/**
 * The commonest words of a language that no related one writes the same way. Prose is full of its own and has hardly
 * any of another's, so a few of them confirm what language the sender says it is.
 */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(phrases('the | and | of | to | that | with | was | from | for | is | by | this')),
  de: new Set(phrases('und | ist | nicht | eine | für | auch | wird | sich | der | das | mit | auf')),
  fr: new Set(phrases('dans | une | est | qui | pour | avec | aux | du | et | sur | pas | été')),
  es: new Set(phrases('el | los | las | y | por | una | con | más | su | lo | como')),
};

/** One word in so many has to be one, and so many different ones have to be there: y alone is Welsh as well. */
const SHARE = 8;
const DIFFERENT = 4;

/** Whether a text is beyond doubt in a language, by its ISO 639-1 code; false as well for a language without a list. */
export function confirms(text: string, language: string): boolean {
  const own = FUNCTION_WORDS[language];
  if (own === undefined) return false;
  const words = text.toLowerCase().split(/\s+/u);
  const found = words.filter((word) => own.has(word));
  return found.length * SHARE >= words.length && new Set(found).size >= DIFFERENT;
}
