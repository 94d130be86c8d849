import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';
import { countUndecodable, decodeWithMarks } from './undecodable.ts';
import { asianEncodingOf, guessEncoding } from './encoding-guess.ts';
import { encodingOfLanguage } from './encoding-of-language.ts';
import { withPairedHalves } from './paired-halves.ts';
import { readStrayBytes } from './stray-bytes.ts';
import { isUtf8Instead } from './utf8-instead.ts';

export type Decoded = Result<{ text: string; encoding: string; notes: string[] }, { rejection: Rejection }>;

/** Byte order marks, WHATWG Encoding Standard section 6 ("BOM sniff"). */
const BYTE_ORDER_MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
];

/** Decodes the bytes. Undefined if a sequence of bytes is invalid in the encoding. */
function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The WHATWG name of the encoding that a label stands for. Undefined for unknown labels and for encodings that the
 * standard no longer decodes (iso-2022-kr, hz-gb-2312).
 */
function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/**
 * The largest share of a text that may be sequences of bytes that are not characters. With a larger share, the
 * encoding must be wrong.
 */
const MAX_UNDECODABLE_SHARE = 1 / 20;

/** Decodes a damaged text as browsers do, with a mark at each damaged place (undecodable.ts). */
function acceptDamaged(bytes: Uint8Array, encoding: string, notes: string[]): Decoded {
  const text = decodeWithMarks(bytes, encoding);
  const count = countUndecodable(text);
  if (count > text.length * MAX_UNDECODABLE_SHARE)
    return rejected('ENCODING_INVALID', [...notes, `the bytes are not ${encoding}`].join('; '));
  return accept(text, encoding, [...notes, `sequences of bytes that are not ${encoding}: ${count}`]);
}

function accept(text: string, encoding: string, notes: string[]): Decoded {
  // TextDecoder removes one byte order mark in UTF-8 and UTF-16. Remove a second mark, or a mark in gb18030, here.
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') return rejected('ENCODING_EMPTY', 'only white space');
  return { ok: true, text: clean, encoding, notes };
}

function decodeDeclared(bytes: Uint8Array, declared: string): Decoded {
  const encoding = nameOf(declared);
  if (encoding === undefined) return rejected('ENCODING_UNKNOWN', declared.slice(0, 60));
  const text = read(bytes, encoding);
  if (encoding === 'utf-8') return text === undefined ? decodeNotUtf8(bytes) : accept(text, encoding, []);
  const utf8 = read(bytes, 'utf-8');
  if (utf8 !== undefined && isUtf8Instead(bytes, encoding, { declared: text, utf8 }))
    return accept(utf8, 'utf-8', [`declared ${encoding}, but the bytes are valid utf-8; read as utf-8`]);
  const mixed = utf8 === undefined ? mostlyUtf8(bytes, encoding) : undefined;
  if (mixed !== undefined) return mixed;
  return text === undefined ? acceptDamaged(bytes, encoding, []) : accept(text, encoding, []);
}

/** A text in UTF-8 with this many valid sequences may have stray bytes of windows-1252. */
const MIN_SEQUENCES = 3;

/**
 * A text for which an encoding of Western Europe is declared, but which is UTF-8 with some stray bytes of this
 * encoding. Undefined for any other text.
 */
function mostlyUtf8(bytes: Uint8Array, encoding: string): Decoded | undefined {
  const mixed = WESTERN.has(encoding) ? readStrayBytes(bytes) : undefined;
  if (mixed === undefined) return undefined;
  const sequences = countBeyondAscii(mixed.text) - mixed.stray;
  if (sequences < MIN_SEQUENCES || sequences < mixed.stray) return undefined;
  return accept(mixed.text, 'utf-8', [
    `declared ${encoding}, but most of the text is utf-8; read as utf-8, and in ${mixed.stray} places as windows-1252`,
  ]);
}
const WESTERN = new Set(['windows-1252', 'iso-8859-15']);

/**
 * Bytes that are declared as UTF-8 and are not UTF-8. They are read if the damage is plainly another encoding: the
 * bytes are prose of a known language in it, or only some bytes are stray. Otherwise they are damaged UTF-8.
 */
function decodeNotUtf8(bytes: Uint8Array): Decoded {
  const halves = withPairedHalves(bytes);
  const whole = halves.paired === 0 ? undefined : read(halves.bytes, 'utf-8');
  if (whole !== undefined)
    return accept(whole, 'utf-8', [`characters written as two halves were put together: ${halves.paired}`]);
  const stray = readStrayBytes(bytes);
  const hasUtf8 = stray !== undefined && countBeyondAscii(stray.text) > stray.stray;
  if (stray !== undefined && hasUtf8) {
    const note = `bytes that are not utf-8, read as windows-1252: ${stray.stray}`;
    return accept(stray.text, 'utf-8', [note]);
  }
  const damaged = acceptDamaged(bytes, 'utf-8', []);
  const share = shareOfUtf8(bytes);
  if (share > 1 || isCutUtf8(bytes)) return damaged;
  const byLanguage = share > MAX_CHANCE_SHARE ? undefined : encodingOfLanguage(bytes);
  // Pairs of bytes are more often valid UTF-8 by chance than single bytes.
  const guess = byLanguage ?? asianEncodingOf(bytes);
  const text = guess === undefined ? undefined : read(bytes, guess);
  if (guess === undefined || text === undefined) return damaged;
  // A character or two are no evidence of an encoding with thousands of characters.
  if (byLanguage === undefined && countBeyondAscii(text) < FEWEST_ASIAN) return damaged;
  return accept(text, guess, [`declared utf-8, but the bytes are not utf-8; recognised as ${guess}`]);
}

const FEWEST_ASIAN = 4;

/** A character of UTF-8 that was cut in two, is half of a surrogate pair, or is written with too many bytes. */
const DAMAGED_SEQUENCE = /^(?:[\xC0-\xF4][\x80-\xBF]+)+$/;

/** Whether every run of bytes above ASCII begins as a character of UTF-8 does, so that the text is damaged UTF-8. */
function isCutUtf8(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const runs = raw.match(/[\x80-\xFF]+/g) ?? [];
  return runs.length > 0 && runs.every((run) => DAMAGED_SEQUENCE.test(run));
}

/** In another encoding, fewer than this share of the sequences of bytes is valid UTF-8 by chance. */
const MAX_CHANCE_SHARE = 1 / 4;

/** How many sequences of bytes are valid UTF-8 for each one that is not. */
function shareOfUtf8(bytes: Uint8Array): number {
  const text = decodeWithMarks(bytes, 'utf-8');
  const damage = countUndecodable(text);
  return (countBeyondAscii(text) - damage) / Math.max(damage, 1);
}

const countBeyondAscii = (text: string): number => text.match(/[^\p{ASCII}]/gu)?.length ?? 0;

/**
 * Decodes bytes in the order of precedence that browsers use: byte order mark, declaration, detection. `declared` is
 * any label of the WHATWG Encoding Standard. Unlike browsers, a declaration that the bytes contradict is not followed:
 * a template often declares the encoding of an earlier system.
 *
 * In the result, `encoding` is the WHATWG name of the encoding that was used, and `notes` report contradictions and
 * guesses. If a few sequences of bytes are not characters, the text has a mark for each of them (undecodable.ts).
 * Later, finish/ rejects the articles that contain marks. Rejections: ENCODING_EMPTY, ENCODING_UNKNOWN, and
 * ENCODING_INVALID if the text has too many marks.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length === 0) return rejected('ENCODING_EMPTY', 'no bytes');
  const mark = BYTE_ORDER_MARKS.find((candidate) =>
    candidate.bytes.every((byte, index) => bytes[index] === byte),
  );
  if (mark) {
    const text = read(bytes, mark.encoding);
    const name = declared === undefined ? mark.encoding : nameOf(declared);
    const contradicted = name !== mark.encoding;
    const notes = contradicted ? [`declared ${declared}, but the byte order mark says ${mark.encoding}`] : [];
    return text === undefined
      ? acceptDamaged(bytes, mark.encoding, notes)
      : accept(text, mark.encoding, notes);
  }
  if (declared !== undefined && declared.trim() !== '') return decodeDeclared(bytes, declared);

  const halves = withPairedHalves(bytes);
  if (halves.paired > 0 && read(halves.bytes, 'utf-8') !== undefined) return decodeNotUtf8(bytes);
  const guess = guessEncoding(bytes);
  if (guess === undefined) {
    // Do not reject the whole document: it may have several items, and the items in ASCII can be read.
    return acceptDamaged(bytes, 'utf-8', ['no encoding declared and none recognised; read as utf-8']);
  }
  const text = read(bytes, guess);
  if (text !== undefined && guess === 'utf-8') return accept(text, guess, []);
  const notes = [`no encoding declared; recognised as ${guess}`];
  return text === undefined ? acceptDamaged(bytes, guess, notes) : accept(text, guess, notes);
}
