import { gunzipSync } from 'node:zlib';
import type { Rejection } from '../../domain/outcome.ts';
import type { Result } from '../../domain/result.ts';
import { rejected } from '../draft/draft.ts';

/**
 * The largest size of a submission after decompression, in bytes. It equals the limit of a request that is not
 * compressed. Without this limit, 51 kB of gzip could become 50 MiB. Reading takes up to two seconds per MiB, and AWS
 * ends a run of normalise after ten seconds.
 */
export const MAX_INFLATED_BYTES = 4 * 1024 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The code of the error that node:zlib throws if the result is longer than allowed. */
const TOO_LONG = 'ERR_BUFFER_TOO_LARGE';

/**
 * The bytes, decompressed if they are gzip (RFC 1952). The first two bytes identify gzip; the media type does not
 * matter. Rejections: SIZE_INFLATED, and ENCODING_COMPRESSED for damaged gzip and for gzip within gzip.
 */
export function inflate(
  bytes: Uint8Array,
): Result<{ bytes: Uint8Array; notes: string[] }, { rejection: Rejection }> {
  if (!isGzip(bytes)) return { ok: true, bytes, notes: [] };
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES });
    if (isGzip(inflated)) return rejected('ENCODING_COMPRESSED', 'gzip within gzip');
    return { ok: true, bytes: inflated, notes: ['the submission was compressed with gzip'] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === TOO_LONG) return rejected('SIZE_INFLATED', 'more than 4 MiB');
    return rejected('ENCODING_COMPRESSED', error.message);
  }
}
