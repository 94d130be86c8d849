import { words } from '../prose/words.ts';

/**
 * How a language is recognised in an encoding with one byte per character: by its letters and its most common words.
 */
export interface EncodingProfile {
  /** ISO 639-1. It labels the row of the table; the code does not use it. */
  language: string;
  /** WHATWG names of its encodings. If two encodings give the same result, the earlier one is used. */
  encodings: readonly string[];
  /** Its letters beyond ASCII, in lower case. */
  letters: string;
  words: readonly string[];
  /** Whether it is written without spaces, so that a word is searched for inside other text. */
  isUnspaced?: boolean;
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
export const UKRAINIAN = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
export const CENTRAL = ['windows-1250', 'iso-8859-2'];
export const BALTIC = ['windows-1257', 'iso-8859-13', 'iso-8859-4'];
export const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh'];

/** One set for all Western European languages, because a text in one of them contains names from the others. */
const WESTERN_LETTERS = 'áàâäãåæçéèêëíìîïñóòôöõøúùûüßªº';

/** A language of one of the groups below. `words` is a list with spaces between the words. */
interface Language {
  language: string;
  words: string;
  /** Letters beyond those that all languages of the group have. */
  letters?: string;
  /** The encodings, if they differ from those of the group. */
  encodings?: readonly string[];
}

export const cyrillic = ({
  language,
  words: list,
  letters = '',
  encodings = CYRILLIC,
}: Language): EncodingProfile => ({
  language,
  encodings,
  letters: `абвгдежзийклмнопрстуфхцчшщьюя${letters}`,
  words: words(list),
});
export const central = ({
  language,
  words: list,
  letters = '',
  encodings = CENTRAL,
}: Language): EncodingProfile => ({
  language,
  encodings,
  letters,
  words: words(list),
});
export const western = ({ language, words: list, letters = '' }: Language): EncodingProfile => ({
  language,
  encodings: WESTERN,
  letters: WESTERN_LETTERS + letters,
  words: words(list),
});
