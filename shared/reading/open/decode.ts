import type { Rejection } from '../../domain/outcome.ts';
import { countUndecodable, decodeWithMarks } from './undecodable.ts';
import { guessEncoding } from './encoding-guess.ts';

export type Decoded =
  { ok: true; text: string; encoding: string; notes: string[] } | { ok: false; rejection: Rejection };

/** Byte order marks, WHATWG Encoding Standard section 6 ("BOM sniff"). */
const MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
];

const reject = (code: Rejection['code'], detail: string): Decoded => ({
  ok: false,
  rejection: { code, detail },
});

/** The text, or undefined if a byte sequence is invalid in the encoding. */
function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The WHATWG name of a label; undefined for labels unknown there or decoded to nothing (iso-2022-kr, hz-gb-2312). */
function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Sequences of bytes that are no characters, of so many characters: a text with more of them is none at all. */
const MOST_BROKEN = 1 / 20;

/** A text that is damaged in a few places: as browsers read it, with a mark where the bytes say nothing (broken.ts). */
function acceptBroken(bytes: Uint8Array, encoding: string, notes: string[]): Decoded {
  const text = decodeWithMarks(bytes, encoding);
  const count = countUndecodable(text);
  if (count > text.length * MOST_BROKEN)
    return reject('ENCODING_INVALID', [...notes, `not ${encoding}`].join('; '));
  return accept(text, encoding, [...notes, `sequences of bytes that are not ${encoding}: ${count}`]);
}

function accept(text: string, encoding: string, notes: string[]): Decoded {
  // A second mark, or one decoded from a legacy encoding that has it (gb18030), is no text either.
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (clean.trim() === '') return reject('ENCODING_EMPTY', 'only white space');
  return { ok: true, text: clean, encoding, notes };
}

function decodeDeclared(bytes: Uint8Array, declared: string): Decoded {
  const encoding = nameOf(declared);
  if (encoding === undefined) return reject('ENCODING_UNKNOWN', declared.slice(0, 60));
  const text = read(bytes, encoding);
  const utf8 = encoding === 'utf-8' ? undefined : read(bytes, 'utf-8');
  if (text !== undefined) {
    // Browsers let the declaration win even here; the note is what lets a person see the mistake.
    const suspicious = utf8 !== undefined && utf8.length < bytes.length && !encoding.startsWith('utf-16');
    const note = `declared ${encoding}, but the bytes are valid utf-8 as well; the declaration was followed`;
    return accept(text, encoding, suspicious ? [note] : []);
  }
  if (utf8 !== undefined) {
    return accept(utf8, 'utf-8', [`not valid in the declared ${encoding}; read as utf-8, which it is`]);
  }
  return acceptBroken(bytes, encoding, []);
}

/**
 * Bytes to text, by the precedence browsers use: byte order mark, then declaration, then the bytes themselves.
 * `declared` is the charset parameter of the media type, any label of the WHATWG Encoding Standard.
 *
 * `encoding` is the WHATWG name of what was used; `notes` tell of contradictions and guesses. Where a few bytes are no
 * characters the text holds a mark for each (broken.ts), for the caller to refuse what holds one. Rejections:
 * ENCODING_EMPTY, ENCODING_UNKNOWN, ENCODING_INVALID where most of it is.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length === 0) return reject('ENCODING_EMPTY', 'no bytes');
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const text = read(bytes, mark.encoding);
    const name = declared === undefined ? mark.encoding : nameOf(declared);
    const contradicted = name !== mark.encoding;
    const notes = contradicted ? [`declared ${declared}, but the byte order mark says ${mark.encoding}`] : [];
    return text === undefined
      ? acceptBroken(bytes, mark.encoding, notes)
      : accept(text, mark.encoding, notes);
  }
  if (declared !== undefined && declared.trim() !== '') return decodeDeclared(bytes, declared);

  const guess = guessEncoding(bytes);
  if (guess === undefined) {
    // Of several items those may be whole that are ASCII.
    return acceptBroken(bytes, 'utf-8', ['no encoding declared and none recognised; read as utf-8']);
  }
  const text = read(bytes, guess);
  if (text !== undefined && guess === 'utf-8') return accept(text, guess, []);
  const notes = [`no encoding declared; recognised as ${guess}`];
  return text === undefined ? acceptBroken(bytes, guess, notes) : accept(text, guess, notes);
}
