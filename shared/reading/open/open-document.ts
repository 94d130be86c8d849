import { type InputFormat, inputFormat, parseMediaType } from '../../domain/media-type.ts';
import type { Rejection } from '../../domain/outcome.ts';
import { beginsAsXml, declaredEncoding, fromUtf32 } from './declared-encoding.ts';
import { inflate } from './inflate.ts';
import { rejected } from '../draft/draft.ts';
import { type DocumentForm, sniff } from './sniff.ts';
import { type Decoded, decode } from './decode.ts';

/** The bytes a source handed over, and what it called them. */
export interface Submission {
  bytes: Uint8Array;
  /** Content-Type as sent. */
  mediaType: string;
}

export type Opened =
  | { ok: true; format: InputFormat; form: DocumentForm; text: string; encoding: string; notes: string[] }
  | { ok: false; rejection: Rejection };

/**
 * A submission as text, decompressed and decoded, and which document it is. Rejections: MEDIA_TYPE, SIZE_INFLATED,
 * ENCODING_*.
 */
export function openDocument({ bytes, mediaType }: Submission): Opened {
  const format = inputFormat(mediaType);
  const { essence, charset } = parseMediaType(mediaType);
  if (format === undefined) return rejected('MEDIA_TYPE', essence);
  const inflated = inflate(bytes);
  if (!inflated.ok) return inflated;
  const decoded = decodeAs(inflated.bytes, format, charset);
  if (!decoded.ok) return decoded;
  const { form, notes } = sniff(decoded.text, format, essence);
  const { text, encoding } = decoded;
  return { ok: true, format, form, text, encoding, notes: [...inflated.notes, ...decoded.notes, ...notes] };
}

/** Formats whose documents may declare their own encoding; in the others a declaration is part of the text. */
const DECLARE_THEMSELVES: readonly InputFormat[] = ['html', 'feed', 'xml', 'newsml', 'nitf'];

/** Bytes to text. What the sender says wins over what the document says, as browsers have it. */
function decodeAs(bytes: Uint8Array, format: InputFormat, charset: string | undefined): Decoded {
  const wide = fromUtf32(bytes);
  if (wide !== undefined) {
    const decoded = decode(wide, 'utf-8');
    return decoded.ok ? { ...decoded, notes: [...decoded.notes, 'read as utf-32'] } : decoded;
  }
  const isXml = beginsAsXml(bytes);
  const own =
    isXml || DECLARE_THEMSELVES.includes(format)
      ? declaredEncoding(bytes, isXml ? 'xml' : 'html')
      : undefined;
  const decoded = decode(bytes, charset ?? own);
  if (!decoded.ok || charset === undefined || own === undefined) return decoded;
  const contradicts = own.toLowerCase() !== decoded.encoding.toLowerCase();
  const note = `the document says ${own} of itself, but it was sent and read as ${decoded.encoding}`;
  return contradicts ? { ...decoded, notes: [...decoded.notes, note] } : decoded;
}
