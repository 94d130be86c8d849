import { ABBREVIATIONS, DOTTED_ORDINALS } from './sentence-rules.ts';

/** At most this many characters of a paragraph are examined; the text after them is ignored. */
const LONGEST_PARAGRAPH = 4000;

const HAN_OPEN = '「『“（(《〈【〔';
const HAN_CLOSE = '」』”）)》〉】〕';

/** Whether a language (BCP 47) has no spaces between words and ends its sentences with 。 */
export function isHanWritten(language: string): boolean {
  return /^(?:zh|ja|yue|lzh|wuu)\b/iu.test(language);
}

/**
 * The complete sentences of one paragraph, in order. Text after the end of the last sentence is left out. `language`:
 * BCP 47. If it is uncertain whether a full stop ends a sentence, the text is not split there: two sentences that are
 * not separated are better than half a sentence.
 */
export function sentencesOf(paragraph: string, language: string): string[] {
  const text = paragraph.slice(0, LONGEST_PARAGRAPH).replace(/\s+/gu, ' ').trim();
  const ends = isHanWritten(language) ? hanEnds(text) : spacedEnds(text, language);
  return ends
    .map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim())
    .filter((sentence) => sentence !== '');
}

/** The ends of sentences: 。！？ outside quotations and brackets. Inside them, the sentence continues: 「いい。」と話した。 */
function hanEnds(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (HAN_OPEN.includes(character)) depth++;
    else if (HAN_CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    const isEnd = /[。！？!?]/u.test(character) && !/[。！？!?…]/u.test(text.charAt(at + 1));
    if (isEnd && depth === 0) ends.push(at + 1);
  }
  // 他說：「會的。」 at the end of the paragraph also ends the sentence.
  const isClosed = /[。！？!?][」』”）)]+$/u.test(text);
  return isClosed && depth === 0 ? [...ends.filter((end) => end < text.length), text.length] : ends;
}

/** An end mark, possibly with closing quotation marks and brackets, before a space or the end of the text. */
const END = /[.!?…؟۔।]+(?:\s?[»›]|[)\]"'”’«])*(?=\s|$)/gu;

const BY_LANGUAGE = new Map(Object.entries(ABBREVIATIONS).map(([tag, words]) => [tag, new Set(words)]));
const ALL_ABBREVIATIONS = new Set(Object.values(ABBREVIATIONS).flat());

/** The ends of sentences in languages with spaces between words. */
function spacedEnds(text: string, language: string): number[] {
  const tag = language.split('-')[0]?.toLowerCase() ?? '';
  const abbreviations = BY_LANGUAGE.get(tag) ?? ALL_ABBREVIATIONS;
  return [...text.matchAll(END)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (end === text.length) return [end];
    const next = text.slice(end, end + 3).trimStart();
    if (/^[\p{Ll},;:)\]}»–—-]/u.test(next)) return [];
    // Without capital letters, who said the quotation may follow it in the same sentence.
    if (/["”’»«]$/u.test(match[0]) && /^[\p{Lo}]/u.test(next)) return [];
    const isStop = match[0] === '.';
    const word = /\S+$/u.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
    return isStop &&
      isAbbreviated(word.replace(/^[("'“„«»‘[¿¡]+|^\p{L}{1,5}[’'](?=\p{L})/gu, ''), abbreviations, tag)
      ? []
      : [end];
  });
}

function isAbbreviated(word: string, abbreviations: ReadonlySet<string>, language: string): boolean {
  if (abbreviations.has(word.toLowerCase())) return true;
  // An initial, or letters separated by full stops: J., U.S, z.B, p.m.
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word) || /^\p{Lu}\p{L}?-\p{Lu}$/u.test(word)) return true;
  // A Korean day: 2026. 3. 12. or 2026.03.12.
  if (language === 'ko' && /^(?:(?:19|20)\d\d(?:\.\d{1,2}){0,2}|\d{1,2})$/u.test(word)) return true;
  return DOTTED_ORDINALS.has(language) && /^(?:\d{1,2}|[IVXL]{1,6})$/u.test(word);
}
