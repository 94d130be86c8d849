import { LETTER_VARIANTS, LONGEST_SYLLABLE, NEUTRAL, SYLLABLES, TONE_MARKS } from './pinyin.ts';

/**
 * A reading is the pronunciation in brackets after a Han character. Script converters and editions for learners add
 * readings: 戰(zhàn)時 → 戰時. Text in brackets is removed only if it consists of valid syllables, if at least one of
 * them has a tone, and if there are at least as many Han characters directly before it as syllables.
 */

/** The text in brackets is short and contains no bracket, so that the search takes linear time. */
const INNER = '([^()（）〔〕【】[\\]\\n]{1,48})';
const BRACKETED = new RegExp(`[(（]${INNER}[)）]|〔${INNER}〕|\\[${INNER}\\]|【${INNER}】`, 'gu');

/** Zhuyin, the phonetic letters of Taiwan: 戰(ㄓㄢˋ). A syllable is up to three letters and a tone. */
const ZHUYIN = /^˙?[\u3105-\u312F]{1,3}[ˊˇˋ˙]?$/u;

const HAN = /^\p{Script=Han}$/u;

/**
 * One pair of brackets reads at most this many Han characters: an idiom has four, the name of a place may have more.
 */
const MOST_CHARACTERS = 8;

interface Reading {
  /** Number of syllables. */
  syllables: number;
  /** Number of syllables with a tone. */
  toned: number;
  /** The text in lower case without separators; empty for zhuyin and for tone numbers. */
  plain: string;
}

/** The letters of a word without tone marks, and for each letter whether it had one. */
function unmark(word: string): { letters: string; toned: boolean[] } {
  let letters = '';
  const toned: boolean[] = [];
  for (const character of word.normalize('NFD')) {
    // A letter with two marks is invalid. The space makes sure that no syllable matches.
    if (TONE_MARKS.test(character) && toned[letters.length - 1]) letters += ' ';
    else if (TONE_MARKS.test(character)) toned[letters.length - 1] = true;
    else if (character === '\u0308' && letters.endsWith('u')) letters = `${letters.slice(0, -1)}ü`;
    else letters += LETTER_VARIANTS[character] ?? character;
  }
  return { letters, toned };
}

/**
 * Splits a word into the fewest syllables, each with at most one tone mark; undefined if that is not possible. Fills
 * a table of at most 48 positions, so that the time is bounded for any input.
 */
function split(letters: string, toned: readonly boolean[]): { syllables: number; toned: number } | undefined {
  const best: ({ syllables: number; toned: number } | undefined)[] = [{ syllables: 0, toned: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start];
      if (before === undefined || !SYLLABLES.has(letters.slice(start, end))) continue;
      const marks = toned.slice(start, end).filter(Boolean).length;
      const better = before.syllables + 1 < (best[end]?.syllables ?? Infinity);
      if (marks <= 1 && better) best[end] = { syllables: before.syllables + 1, toned: before.toned + marks };
    }
  }
  return best[letters.length];
}

/**
 * `zhan4 shi2`: syllables with tone numbers. Each syllable has at least two letters, so that (a4) and (b1) are not
 * readings.
 */
function numbered(inner: string): Reading | undefined {
  const words = inner.split(/[\s'’-]+|(?<=\d)/u).filter((word) => word !== '');
  const valid = words.every((word) => {
    const match = /^([a-zü]{2,6})[1-5]$/u.exec(word.replaceAll('v', 'ü'));
    return match?.[1] !== undefined && SYLLABLES.has(match[1]);
  });
  return valid && words.length > 0 ? { syllables: words.length, toned: words.length, plain: '' } : undefined;
}

function parseReading(inner: string): Reading | undefined {
  const syllables = inner.split(/\s+/u);
  if (syllables.every((syllable) => ZHUYIN.test(syllable))) {
    return { syllables: syllables.length, toned: syllables.length, plain: '' };
  }
  if (/\d/u.test(inner)) return numbered(inner);
  const words = inner
    .toLowerCase()
    .split(/[\s'’·-]+/u)
    .filter((word) => word !== '');
  const reading: Reading = { syllables: 0, toned: 0, plain: words.join('') };
  for (const word of words) {
    const { letters, toned } = unmark(word);
    const parts = split(letters, toned);
    if (parts === undefined) return undefined;
    reading.syllables += parts.syllables;
    reading.toned += parts.toned;
  }
  return words.length > 0 ? reading : undefined;
}

/** The Han characters directly before `end`, nearest first, up to the limit. */
function hanBefore(text: string, end: number): string[] {
  const found = [];
  let at = end;
  while (at > 0 && found.length < MOST_CHARACTERS) {
    const size = /[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') ? 2 : 1;
    const character = text.slice(at - size, at);
    if (!HAN.test(character)) break;
    found.push(character);
    at -= size;
  }
  return found;
}

/**
 * Where the readings in a text begin and end. `toneless`: also find the readings of particles, which have no tone
 * mark, such as 們(men). Pass false to find out whether a text has readings at all: in a text without tone marks,
 * (men) is an ordinary word.
 */
export function readingsIn(text: string, toneless = true): { start: number; end: number }[] {
  return [...text.matchAll(BRACKETED)].flatMap((match) => {
    const groups: (string | undefined)[] = match.slice(1);
    const inner = groups.find((group) => group !== undefined) ?? '';
    const before = hanBefore(text, match.index);
    const nearest = before[0];
    if (nearest === undefined) return [];
    const reading = parseReading(inner.trim().normalize('NFC'));
    if (reading === undefined || reading.syllables > before.length) return [];
    const neutral =
      toneless && reading.syllables === 1 && (NEUTRAL[nearest]?.includes(reading.plain) ?? false);
    if (reading.toned === 0 && !neutral) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}

/** Removes the readings from a text and counts them. `toneless` as for `readingsIn`. */
export function stripReadings(text: string, toneless = true): { text: string; count: number } {
  const found = readingsIn(text, toneless);
  let stripped = '';
  let from = 0;
  for (const { start, end } of found) {
    stripped += text.slice(from, start);
    from = end;
  }
  return { text: stripped + text.slice(from), count: found.length };
}
