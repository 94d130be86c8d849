import type { EncodingProfile } from './encoding-groups.ts';
import { ENCODING_PROFILES } from './encoding-profiles.ts';

/**
 * Detects encodings with one byte per character. In most of them all 256 bytes are valid. So an encoding is accepted
 * only if the decoded text has the letters of a language and its most common words.
 */

const SAMPLE_BYTES = 16_384;

/**
 * The share of characters beyond ASCII that must be letters of the language or punctuation. It is not 1, because
 * foreign names may contain other letters.
 */
const MIN_ALPHABET_SHARE = 0.95;

/** The share of letters that must belong to the most common words of the language. In prose it is 8 to 25 %. */
const MIN_WORDS_SHARE = 0.03;

const PUNCTUATION = new Set('“”„‚‘’‹›«»–—…·•§°€£©®№™¿¡\u00A0\u00AD');

/**
 * Signs that the text was decoded with a similar but wrong encoding: a capital letter in the middle of a word, or a
 * symbol in a word or before a word, except an opening quotation mark.
 */
const MISREAD =
  /\p{Ll}(?=\p{Lu})|\p{L}[^\p{L}\p{M}\p{ASCII}’–—·\u00A0\u00AD](?=\p{L})|(?<=^|\s)[^\p{L}\p{M}\p{ASCII}“„‚‘‹›«»€£©№¿¡](?=\p{L})/gu;

/** If signs of MISREAD are a larger share of the characters beyond ASCII, the encoding is not accepted. */
const MAX_MISREAD_SHARE = 0.03;

function countMisread(text: string): number {
  const isBeyondAscii = (at: number, length: number): boolean =>
    /[^\p{ASCII}]/u.test(text.slice(at, at + length + 1));
  return [...text.matchAll(MISREAD)].filter((match) => isBeyondAscii(match.index, match[0].length)).length;
}

interface Candidate {
  encoding: string;
  /** For each byte from 0x80 to 0xFF, whether it is a letter of the language or punctuation. */
  fits: readonly boolean[];
  words: RegExp;
}

const HIGH_BYTES = Uint8Array.from({ length: 128 }, (_, at) => at + 128);

function candidatesOf({ encodings, letters, words, isUnspaced }: EncodingProfile): Candidate[] {
  const own = new Set(letters + letters.toUpperCase());
  const [before, after] = isUnspaced ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  const pattern = new RegExp(`${before}(?:${words.join('|')})${after}`, 'giu');
  return encodings.map((encoding) => {
    const read = new TextDecoder(encoding).decode(HIGH_BYTES);
    return { encoding, words: pattern, fits: [...read].map((c) => own.has(c) || PUNCTUATION.has(c)) };
  });
}

let allCandidates: Candidate[] | undefined;
/** The candidates are computed when they are first needed, because most texts are UTF-8 and do not need them. */
const candidates = (): Candidate[] => (allCandidates ??= ENCODING_PROFILES.flatMap(candidatesOf));

/**
 * The share of letters that belong to common words of the candidate's language, minus `penalty`. A text that is not
 * in this language gets 0 or less.
 */
function likeness(text: string, { words }: Candidate, penalty: number): number {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const inWords = (text.match(words) ?? []).reduce((sum, { length }) => sum + length, 0);
  const share = inWords / Math.max(letters, 1);
  return share < MIN_WORDS_SHARE ? 0 : share - penalty;
}

/** The bytes without tags: their names would count as words of no language. All encodings share the bytes of ASCII. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return text.includes('</') ? Buffer.from(text.replace(/<[a-z/][^<>]*>/gi, ' '), 'latin1') : bytes;
}

/** The WHATWG name of the encoding in which the bytes are prose of a known language. Undefined if there is none. */
export function encodingOfLanguage(bytes: Uint8Array): string | undefined {
  const sample = withoutTags(bytes.subarray(0, SAMPLE_BYTES));
  const counts = new Array<number>(128).fill(0);
  for (const byte of sample) if (byte >= 128) counts[byte - 128] = (counts[byte - 128] ?? 0) + 1;
  const beyond = counts.reduce((sum, count) => sum + count, 0);
  let best: { encoding: string; score: number } | undefined;
  const texts = new Map<string, string>();
  for (const candidate of candidates()) {
    const { encoding, fits } = candidate;
    const fitting = counts.reduce((sum, count, at) => sum + (fits[at] ? count : 0), 0);
    if (fitting < beyond * MIN_ALPHABET_SHARE) continue;
    const text = texts.get(encoding) ?? new TextDecoder(encoding).decode(sample).normalize('NFC');
    texts.set(encoding, text);
    const misread = countMisread(text) / Math.max(beyond, 1);
    const score =
      misread > MAX_MISREAD_SHARE
        ? 0
        : likeness(text, candidate, misread + 1 - fitting / Math.max(beyond, 1));
    if (score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding ?? western(sample, beyond);
}

/** Encodings in which most letters of Western languages have the same bytes. */
const SIMILAR_ENCODINGS = ['windows-1252', 'windows-1250', 'windows-1254'];
/** The largest share of the letters that may be beyond ASCII. In Western languages most letters are ASCII. */
const MAX_ACCENTED_SHARE = 0.25;

/**
 * Recognises a text that is too short to contain common words, such as a headline. Returns windows-1252 if the bytes
 * are the same text in all SIMILAR_ENCODINGS, so that the choice between them does not matter.
 */
function western(sample: Uint8Array, beyond: number): string | undefined {
  const [text = '', ...others] = SIMILAR_ENCODINGS.map((encoding) =>
    new TextDecoder(encoding).decode(sample),
  );
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isPlain = [...text].every((c) => c < '\u0080' || /[\p{L}’–—]/u.test(c)) && countMisread(text) === 0;
  return isPlain && beyond <= letters * MAX_ACCENTED_SHARE && others.every((other) => other === text)
    ? 'windows-1252'
    : undefined;
}
