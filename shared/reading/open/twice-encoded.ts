import { AS_WRITTEN, textOfMarkup } from '../markup/text-of-markup.ts';

/**
 * Text that was encoded in UTF-8 twice: a program took its bytes for another encoding, and encoded the characters that
 * it saw. `é` became `Ã©`, and `С` became `РЎ` or `Ð¡`. Such text is decoded again if it is clearly that: several words
 * have such sequences, and hardly a letter beyond ASCII is outside them. A story about such text has its examples
 * between good letters, or names what it is about; it stays.
 */

/** The encodings that the bytes were taken for. C1 controls stand for their bytes in all of them (ISO-8859-1). */
const WAYS = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'iso-8859-2',
  'macintosh',
  'koi8-r',
];

interface Way {
  encoding: string;
  bytes: ReadonlyMap<string, number>;
  /** One or more sequences that have the form of UTF-8. */
  run: RegExp;
}

function wayOf(encoding: string): Way {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte++) {
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
    if (byte < 0xa0) bytes.set(String.fromCharCode(byte), byte);
  }
  const from = (low: number, high: number): string =>
    [...bytes].flatMap(([character, byte]) => (byte >= low && byte <= high ? [character] : [])).join('');
  const more = `[${from(0x80, 0xbf)}]`;
  const pattern = `(?:[${from(0xc2, 0xdf)}]${more}|[${from(0xe0, 0xef)}]${more}{2}|[${from(0xf0, 0xf4)}]${more}{3})+`;
  return { encoding, bytes, run: new RegExp(pattern, 'gu') };
}

let allWays: Way[] | undefined;
/** The ways are computed when they are first needed. */
const ways = (): Way[] => (allWays ??= WAYS.map(wayOf));

/** The characters of a run as they were before the second encoding. Undefined if the bytes are not UTF-8. */
function decoded(run: string, { bytes }: Way): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from([...run].map((character) => bytes.get(character) ?? 0)),
    );
    return /\p{Cn}|\p{Co}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** References to characters from U+0080, also with their ampersands escaped, and such characters themselves. */
const UNITS =
  /(?:&(?:amp;)?(?!(?:lt|gt|amp|quot|apos);|#0*(?:\d\d|1[01]\d|12[0-7]);|#x0*[0-7][\da-f];)(?:#\d{3,5}|#x[\da-f]{2,4}|[a-z]{2,8}\d{0,2});|[\u0080-\uFFFF]){2,100}/gi;

/** The text with the references that are a part of such sequences replaced by their characters. */
function withoutReferences(text: string, { run }: Way): string {
  if (!/&(?:amp;)?(?:#|A[a-z]{3})/i.test(text)) return text;
  return text.replace(UNITS, (units) => {
    if (!units.includes('&')) return units;
    const characters = textOfMarkup(units.replaceAll('&amp;', '&'), AS_WRITTEN);
    return characters.match(run) === null ? units : characters;
  });
}

/** What a text about encodings names. */
const ABOUT_ENCODING =
  /mojibake|utf-?8|unicode|latin-?1|windows-125\d|iso-?8859|charset|encod|codage|codific|kodier|zeichensatz|кодиров|кракозябр|文字化け|文字コード|乱码|亂碼|编码|編碼/i;
/** So many sequences are not only examples. */
const MORE_THAN_EXAMPLES = 30;
/** The least number of words with such sequences. */
const MIN_WORDS = 2;
/** For each good letter beyond ASCII, the text must have this many such sequences. */
const MIN_PER_GOOD_LETTER = 4;

/** What is left of `à` and `”` if a program took their last byte for a space or dropped it. */
const LEFT_OF_WINDOWS_1252: readonly [RegExp, string][] = [
  [/Ã(?= )/g, 'à'],
  [/â€(?=[\s.,;:!?<)]|$)/g, '”'],
];

/** How many sequences a text has that was encoded twice; 0 if it was not. */
function sequencesOf(text: string, way: Way): number {
  const shown = LEFT_OF_WINDOWS_1252.reduce(
    (read, [left]) => read.replace(left, ''),
    text.replace(/<[^<>]*>/g, ' '),
  );
  let inWords = 0;
  let sequences = 0;
  let letters = 0;
  for (const match of text.matchAll(way.run)) {
    const original = decoded(match[0], way);
    if (original === undefined) continue;
    const count = [...original].length;
    sequences += count;
    letters += match[0].match(/\p{L}/gu)?.length ?? 0;
    const before = text[match.index - 1] ?? '';
    const after = text[match.index + match[0].length] ?? '';
    if (count > 1 || /[A-Za-z]/.test(before + after)) inWords++;
  }
  const good = (shown.match(/[^\p{ASCII}\P{L}]/gu)?.length ?? 0) - letters;
  if (inWords < MIN_WORDS || sequences < good * MIN_PER_GOOD_LETTER) return 0;
  return sequences >= MORE_THAN_EXAMPLES || !ABOUT_ENCODING.test(shown) ? sequences : 0;
}

/** The text decoded again. Undefined if it was not encoded twice. */
function decodedAgain(text: string): { text: string; encoding: string } | undefined {
  let best: { text: string; encoding: string; count: number } | undefined;
  for (const way of ways()) {
    const plain = withoutReferences(text, way);
    const count = sequencesOf(plain, way);
    if (count <= (best?.count ?? 0)) continue;
    const again = plain.replace(way.run, (run) => decoded(run, way) ?? run);
    const whole =
      way.encoding === 'windows-1252'
        ? LEFT_OF_WINDOWS_1252.reduce((read, [left, character]) => read.replace(left, character), again)
        : again;
    best = { text: whole, encoding: way.encoding, count };
  }
  return best;
}

/** Between the items of a feed, of JSON, or of lines of JSON. An item may have another origin than the others. */
const BETWEEN_ITEMS = /(?=<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>])|(?<=\}\s{0,20},\s{0,20})(?=\{)|(?<=\}\n)/i;
/** How often a text is decoded again. Text that was encoded three times exists; more was not seen. */
const MOST_TIMES = 3;

/** The text with what was encoded in UTF-8 twice decoded again, in all of it or in single items, and a note. */
export function decodeTwiceEncoded(text: string): { text: string; notes: string[] } {
  // eslint-disable-next-line no-control-regex -- this pattern tests whether there is anything but ASCII
  if (/^[\x00-\x7F]*$/.test(text) && !/&(?:amp;)?(?:#|A[a-z]{3,5};)/.test(text)) return { text, notes: [] };
  let read = text;
  const encodings = new Set<string>();
  for (let times = 0; times < MOST_TIMES; times++) {
    const whole = decodedAgain(read);
    const parts = whole === undefined ? read.split(BETWEEN_ITEMS) : [];
    const items = parts.length > 1 ? parts.map((part) => decodedAgain(part) ?? part) : [];
    const found = whole === undefined ? items.filter((item) => typeof item !== 'string') : [whole];
    if (found.length === 0) break;
    for (const { encoding } of found) encodings.add(encoding);
    read = whole?.text ?? items.map((item) => (typeof item === 'string' ? item : item.text)).join('');
  }
  if (encodings.size === 0) return { text, notes: [] };
  return {
    text: read,
    notes: [`text that was encoded in utf-8 twice was decoded again, from ${[...encodings].join(', ')}`],
  };
}
