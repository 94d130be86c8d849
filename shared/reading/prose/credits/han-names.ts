import type { HanCredits } from './rules/rule.ts';
import { surnameLength } from './surnames.ts';
import { hasJapaneseSurname } from './surnames-ja.ts';

/**
 * How likely a word of a line is a name, judged by the text around the word: `labelled` after a role with a colon
 * (編輯：張三), `enclosed` after a role inside brackets （記者張三）, `bare` if only the form of the word can show that it is
 * a name.
 */
export type Trust = 'labelled' | 'enclosed' | 'bare';

const HAN_ONLY = /^\p{Script=Han}+$/u;
/** Names of several parts with a dot between them, such as foreign names: 阿卜杜拉·買買提. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·・‧•．]\p{Script=Han}{1,8}){1,4}$/u;
const LATIN = /^\p{Lu}[\p{L}.'’-]{0,30}(?: \p{L}[\p{L}.'’-]{0,30}){0,3}$/u;
/** Names in katakana, and Japanese given names in hiragana. */
const KANA =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}(?:[・＝][\p{Script=Katakana}ー]{1,10}){0,3}$/u;
/** Pen names: 小K, 阿May. */
const PEN_NAME = /^[\p{L}\p{N}_-]{1,12}$/u;

/** Maximum length of the name of an organisation, in characters. */
const LONGEST_ORGANISATION = 18;

function plainHanName(name: string, rules: HanCredits): boolean {
  if (!HAN_ONLY.test(name)) return false;
  if (!rules.surnames) return name.length >= 3 && name.length <= 6;
  const surname = surnameLength(name);
  if (surname === 0) return false;
  const given = name.length - surname;
  return given >= 1 && given <= 2;
}

function organisation(name: string, rules: HanCredits): boolean {
  return (
    name.length >= 3 &&
    name.length <= LONGEST_ORGANISATION &&
    rules.organisations.some((end) => name.endsWith(end))
  );
}

const hasProse = (name: string, rules: HanCredits): boolean =>
  [...name].some((character) => rules.prose.includes(character));

function isOneName(name: string, trust: Trust, rules: HanCredits): boolean {
  if (DOTTED.test(name) || LATIN.test(name) || plainHanName(name, rules)) return true;
  if (!rules.surnames && KANA.test(name) && (trust !== 'bare' || hasJapaneseSurname(name)))
    return !/[はをにで、。]/u.test(name.slice(1, -1));
  if (trust === 'bare' || hasProse(name, rules)) return false;
  if (HAN_ONLY.test(name) && name.length <= (trust === 'labelled' ? 4 : 6)) return true;
  return (
    trust === 'labelled' && (PEN_NAME.test(name) ? !HAN_ONLY.test(name) || organisation(name, rules) : false)
  );
}

/** Whether a word is recognisable by its form as the name of a person, not of a newsroom. */
export function isBareName(word: string, rules: HanCredits): boolean {
  if (rules.notNames.includes(word) || organisation(word, rules)) return false;
  if (!rules.surnames && KANA.test(word) && hasJapaneseSurname(word)) return true;
  return (plainHanName(word, rules) || DOTTED.test(word)) && !hasProse(word, rules);
}

/** Whether a word may be an author's pen name: a few characters that are not a sentence. */
export function isPenName(word: string, rules: HanCredits): boolean {
  return /^[\p{L}\p{N}]{2,10}$/u.test(word) && !hasProse(word, rules);
}

/** 張三李四: two names without a separator, if both begin with a surname and the whole cannot be one name. */
function splitPair(name: string, rules: HanCredits): string[] | undefined {
  if (!rules.surnames || !HAN_ONLY.test(name) || name.length < 4 || name.length > 6) return undefined;
  const ways = [2, 3]
    .map((at) => [name.slice(0, at), name.slice(at)])
    .filter((pair) => pair.every((part) => plainHanName(part, rules)));
  return ways.length === 1 ? ways[0] : undefined;
}

/** The name or names in a piece of a credits line; undefined if it does not look like a name. */
export function namesIn(piece: string, trust: Trust, rules: HanCredits): string[] | undefined {
  const pair = plainHanName(piece, rules) ? undefined : splitPair(piece, rules);
  if (pair) return pair;
  return isOneName(piece, trust, rules) ? [piece] : undefined;
}
