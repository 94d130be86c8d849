import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';
import { countUndecodable, decodeWithMarks } from './undecodable.ts';
import { guessEncoding } from './encoding-guess.ts';

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
  const utf8 = encoding === 'utf-8' ? undefined : read(bytes, 'utf-8');
  if (text !== undefined) {
    // Follow the declaration, as browsers do. The note shows a person that the declaration may be wrong.
    const isSuspicious = utf8 !== undefined && utf8.length < bytes.length && !encoding.startsWith('utf-16');
    const note = `declared ${encoding}, but the bytes are valid utf-8 as well; read as ${encoding}`;
    return accept(text, encoding, isSuspicious ? [note] : []);
  }
  if (utf8 !== undefined) {
    return accept(utf8, 'utf-8', [
      `declared ${encoding}, but the bytes are not valid in it; they are valid utf-8 and were read as utf-8`,
    ]);
  }
  return acceptDamaged(bytes, encoding, []);
}

/**
 * Decodes bytes in the order of precedence that browsers use: byte order mark, declaration, detection. `declared` is
 * any label of the WHATWG Encoding Standard.
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
