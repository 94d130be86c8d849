/** Hanyu pinyin as data (ISO 7098): the syllables, the tone marks, and the words without a tone. */

/** The endings that each initial consonant can have. Syllables without an initial consonant are at the empty key. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya yao ye you yan yin yang ying yong yo wu wa wo wai wei wan wen wang weng yu yue yuan yun n ng m',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng iao o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng m ng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
};

/** Every syllable, without its tone. */
export const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

export const LONGEST_SYLLABLE = 6;

/**
 * Combining marks of tones: macron, acute, caron and grave; and the breve, which many texts use instead of the caron.
 */
export const TONE_MARKS = /[\u0304\u0301\u030C\u0300\u0306]/u;

/** Letters that script converters and fonts use instead of `g`, `a` and `ü`. */
export const LETTER_VARIANTS: Readonly<Record<string, string>> = { '\u0261': 'g', '\u0251': 'a', v: 'ü' };

/**
 * Characters whose usual reading has no tone, with that reading. Only after these characters may a reading have no
 * tone mark.
 */
export const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  的: ['de'],
  地: ['de'],
  得: ['de'],
  了: ['le'],
  着: ['zhe'],
  著: ['zhe'],
  过: ['guo'],
  過: ['guo'],
  们: ['men'],
  們: ['men'],
  么: ['me'],
  麼: ['me'],
  麽: ['me'],
  吗: ['ma'],
  嗎: ['ma'],
  吧: ['ba'],
  呢: ['ne'],
  啊: ['a'],
  呀: ['ya'],
  哇: ['wa'],
  啦: ['la'],
  嘛: ['ma'],
  子: ['zi'],
  头: ['tou'],
  頭: ['tou'],
  个: ['ge'],
  個: ['ge'],
  里: ['li'],
  裡: ['li'],
  裏: ['li'],
  上: ['shang'],
  下: ['xia'],
  儿: ['er'],
  兒: ['er'],
};
