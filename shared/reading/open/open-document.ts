import { type InputFormat, inputFormat, parseMediaType } from '../../domain/media-type.ts';
import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';
import { repairCharacters, withRawCharacters } from './characters.ts';
import { declaredEncoding, fromUtf32 } from './declared-encoding.ts';
import { type Decoded, decode } from './decode.ts';
import { fileKindOf } from './file-kind.ts';
import { inflate } from './inflate.ts';
import { type SniffedDocument, sniff } from './sniff.ts';
import { startOfDeclaration, withoutSurroundings } from './surroundings.ts';
import { transmissionOf } from './transmission.ts';
import { decodeTwiceEncoded } from './twice-encoded.ts';

/** The bytes that a source sent, and the media type that it sent with them. */
export interface Submission {
  bytes: Uint8Array;
  /** The Content-Type header as the source sent it. */
  mediaType: string;
}

export type Opened = Result<
  {
    document: SniffedDocument;
    format: InputFormat;
    /** The WHATWG name of the encoding that was used. */
    encoding: string;
    notes: string[];
  },
  { rejection: Rejection }
>;

/**
 * Decompresses and decodes a submission, and finds out which kind of document it is. Rejections: MEDIA_TYPE,
 * SIZE_INFLATED, ENCODING_*.
 */
export function openDocument({ bytes, mediaType }: Submission): Opened {
  const format = inputFormat(mediaType);
  const { essence, charset } = parseMediaType(mediaType);
  if (format === undefined) return rejected('MEDIA_TYPE', unreadable(essence, bytes));
  const inflated = inflate(bytes);
  if (!inflated.ok) return inflated;
  const kind = fileKindOf(inflated.bytes);
  if (kind !== undefined)
    return rejected('MEDIA_TYPE', `sent as ${essence.slice(0, 100)}, but it is ${kind}`);
  const decoded = decodeAs(inflated.bytes, format, charset);
  if (!decoded.ok) return decoded;
  const repaired = repair(decoded.text, format);
  const { document, notes } = sniff(repaired.text, format, essence);
  const { encoding } = decoded;
  return {
    ok: true,
    document,
    format,
    encoding,
    notes: [...inflated.notes, ...decoded.notes, ...repaired.notes, ...notes],
  };
}

/** The text of the document itself, with characters that were written in a wrong way repaired. */
function repair(decoded: string, format: InputFormat): { text: string; notes: string[] } {
  const inner = withoutSurroundings(decoded, format);
  const isJson = /^\s*[[{]/.test(inner.text) && format !== 'text' && format !== 'markdown';
  const again = decodeTwiceEncoded(isJson ? withRawCharacters(inner.text) : inner.text);
  const repaired = repairCharacters(again.text, format !== 'text');
  return { text: repaired.text, notes: [...inner.notes, ...again.notes, ...repaired.notes] };
}

/** How many bytes are looked at to name the kind of a document whose media type is not read. */
const NAMED_BY = 8192;

/** A media type that is not read, with the kind of the contents if they show it. */
function unreadable(essence: string, bytes: Uint8Array): string {
  const name = essence === '' ? 'no media type' : essence.slice(0, 100);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, NAMED_BY));
  const kind = fileKindOf(bytes) ?? transmissionOf(start);
  return kind === undefined ? name : `${name}: ${kind}`;
}

/** Formats whose documents may declare their own encoding. In other formats a declaration is part of the text. */
const FORMATS_WITH_DECLARATION: readonly InputFormat[] = ['html', 'feed', 'xml', 'newsml', 'nitf'];

/** Decodes the bytes. As in browsers, the encoding in the media type wins over the encoding in the document. */
function decodeAs(bytes: Uint8Array, format: InputFormat, charset: string | undefined): Decoded {
  const wide = fromUtf32(bytes);
  if (wide !== undefined) {
    const decoded = decode(wide, 'utf-8');
    return decoded.ok ? { ...decoded, notes: [...decoded.notes, 'read as utf-32'] } : decoded;
  }
  const xmlStart = startOfDeclaration(bytes, format);
  const own =
    xmlStart !== undefined || FORMATS_WITH_DECLARATION.includes(format)
      ? declaredEncoding(bytes.subarray(xmlStart ?? 0), xmlStart === undefined ? 'html' : 'xml')
      : undefined;
  const decoded = decode(bytes, charset ?? own);
  if (!decoded.ok || charset === undefined || own === undefined) return decoded;
  const contradicts = own.toLowerCase() !== decoded.encoding.toLowerCase();
  const note = `the document declares ${own}, but it was sent and read as ${decoded.encoding}`;
  return contradicts ? { ...decoded, notes: [...decoded.notes, note] } : decoded;
}
