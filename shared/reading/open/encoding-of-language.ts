import { ENCODING_PROFILES, type EncodingProfile } from './encoding-profiles.ts';

/**
 * Which encoding of one byte a character undeclared bytes are in. All 256 bytes are valid in most of them, so that a
 * reading counts only where letters and words both are a language's: its alphabet, and its commonest words in it.
 */

/** Bytes read for their words. */
const SAMPLE = 16_384;

/** Share of what is beyond ASCII that has to be the language's letters or punctuation: names bring others. */
const OF_ALPHABET = 0.95;

/** Share of all letters that stand in the language's commonest words; in prose it is 8 to 25 %. */
const OF_WORDS = 0.03;

const PUNCTUATION = new Set('“”„‚‘’‹›«»–—…·•§°€£©®№™¿¡\u00A0\u00AD');

/**
 * What a neighbouring encoding makes of a letter: a capital in the middle of a word; a sign within a word, or before
 * one without being a quotation mark that opens.
 */
const ODD =
  /\p{Ll}(?=\p{Lu})|\p{L}[^\p{L}\p{M}\p{ASCII}’–—·\u00A0\u00AD](?=\p{L})|(?<=^|\s)[^\p{L}\p{M}\p{ASCII}“„‚‘‹›«»€£©№¿¡](?=\p{L})/gu;

/** Share of them, among what is beyond ASCII, from which on a reading is wrong. */
const MOST_ODD = 0.03;

function oddIn(text: string): number {
  const isBeyondAscii = (at: number, length: number): boolean =>
    /[^\p{ASCII}]/u.test(text.slice(at, at + length + 1));
  return [...text.matchAll(ODD)].filter((match) => isBeyondAscii(match.index, match[0].length)).length;
}

interface Candidate {
  encoding: string;
  /** Which of the bytes from 0x80 on are letters or punctuation of the language. */
  fits: readonly boolean[];
  words: RegExp;
}

const HIGH = Uint8Array.from({ length: 128 }, (_, at) => at + 128);

function candidatesOf({ encodings, letters, words, isUnspaced }: EncodingProfile): Candidate[] {
  const own = new Set(letters + letters.toUpperCase());
  const [before, after] = isUnspaced ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  const pattern = new RegExp(`${before}(?:${words.join('|')})${after}`, 'giu');
  return encodings.map((encoding) => {
    const read = new TextDecoder(encoding).decode(HIGH);
    return { encoding, words: pattern, fits: [...read].map((c) => own.has(c) || PUNCTUATION.has(c)) };
  });
}

let made: Candidate[] | undefined;
/** Made when the first bytes come by that are not UTF-8. */
const candidates = (): Candidate[] => (made ??= ENCODING_PROFILES.flatMap(candidatesOf));

/** How much of its language a reading is, at most 1; 0 or less where it is none. */
function likeness(text: string, { words }: Candidate, strange: number): number {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const inWords = (text.match(words) ?? []).reduce((sum, { length }) => sum + length, 0);
  const share = inWords / Math.max(letters, 1);
  return share < OF_WORDS ? 0 : share - strange;
}

/** The WHATWG name of the encoding in which the bytes are prose of a known language; undefined where none is. */
export function encodingOfLanguage(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const counts = new Array<number>(128).fill(0);
  for (const byte of sample) if (byte >= 128) counts[byte - 128] = (counts[byte - 128] ?? 0) + 1;
  const beyond = counts.reduce((sum, count) => sum + count, 0);
  let best: { encoding: string; score: number } | undefined;
  const texts = new Map<string, string>();
  for (const candidate of candidates()) {
    const { encoding, fits } = candidate;
    const fitting = counts.reduce((sum, count, at) => sum + (fits[at] ? count : 0), 0);
    if (fitting < beyond * OF_ALPHABET) continue;
    const text = texts.get(encoding) ?? new TextDecoder(encoding).decode(sample).normalize('NFC');
    texts.set(encoding, text);
    const odd = oddIn(text) / Math.max(beyond, 1);
    const score = odd > MOST_ODD ? 0 : likeness(text, candidate, odd + 1 - fitting / Math.max(beyond, 1));
    if (score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding ?? western(sample, beyond);
}

/** Neighbours in which a Western letter is the same byte. */
const NEIGHBOURS = ['windows-1252', 'windows-1250', 'windows-1254'];
/** Letters beyond ASCII among all: in Western languages they are few. */
const FEW = 0.25;

/** Too little text for its words: names and headlines whose few accents are the same wherever they could come from. */
function western(sample: Uint8Array, beyond: number): string | undefined {
  const [text = '', ...others] = NEIGHBOURS.map((encoding) => new TextDecoder(encoding).decode(sample));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isPlain = [...text].every((c) => c < '\u0080' || /[\p{L}’–—]/u.test(c)) && oddIn(text) === 0;
  return isPlain && beyond <= letters * FEW && others.every((other) => other === text)
    ? 'windows-1252'
    : undefined;
}
