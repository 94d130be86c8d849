import { gunzipSync } from 'node:zlib';
import type { Rejection } from '../../domain/outcome.ts';

/**
 * Bytes a submission may have once it is decompressed: as many as a request has without (51 kB of gzip can be 50 MiB).
 * Reading takes up to two seconds a MiB, and a message has ten.
 */
export const MAX_INFLATED = 4 * 1024 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What a library for gzip says when the result is longer than it may be (node:zlib). */
const TOO_LONG = 'ERR_BUFFER_TOO_LARGE';

/**
 * The bytes, decompressed if they are gzip (RFC 1952), which its magic number tells whatever the media type says.
 * Rejections: SIZE_INFLATED; ENCODING_COMPRESSED for damage and for gzip within gzip.
 */
export function inflate(
  bytes: Uint8Array,
): { ok: true; bytes: Uint8Array; notes: string[] } | { ok: false; rejection: Rejection } {
  if (!isGzip(bytes)) return { ok: true, bytes, notes: [] };
  const refuse = (code: Rejection['code'], detail: string): { ok: false; rejection: Rejection } => ({
    ok: false,
    rejection: { code, detail },
  });
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: MAX_INFLATED });
    if (isGzip(inflated)) return refuse('ENCODING_COMPRESSED', 'gzip within gzip');
    return { ok: true, bytes: inflated, notes: ['the submission was compressed with gzip'] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === TOO_LONG) return refuse('SIZE_INFLATED', 'more than 4 MiB');
    return refuse('ENCODING_COMPRESSED', error.message);
  }
}
