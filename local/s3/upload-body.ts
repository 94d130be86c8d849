import { crc32 } from 'node:zlib';
import { awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';

/** Headers that describe the framing of an upload, not the object. */
const FRAMING_HEADERS = ['content-encoding', 'x-amz-trailer', 'x-amz-decoded-content-length'];

/**
 * Removes the `aws-chunked` framing of an upload. Any other Content-Encoding stays, and the emulator stores it. Also
 * checks the CRC-32 that the SDK sends by default (S3 User Guide, "Checking object integrity").
 * @returns the request with plain bytes, or the error response if the checksum does not match
 */
export function readUpload(
  request: AwsRequest,
): { ok: true; request: AwsRequest } | { ok: false; error: AwsResponse } {
  const codings = (request.headers['content-encoding'] ?? '').split(',').map((coding) => coding.trim());
  const chunked = codings.includes('aws-chunked');
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !FRAMING_HEADERS.includes(name)),
  );
  const { body, trailer } = chunked ? dechunk(request.body) : { body: request.body, trailer: {} };
  const kept = codings.filter((coding) => coding !== '' && coding !== 'aws-chunked').join(',');
  const plain: AwsRequest = {
    ...request,
    headers: { ...headers, ...(kept && { 'content-encoding': kept }), ...trailer },
    body,
  };
  const stated = plain.headers['x-amz-checksum-crc32'];
  if (stated === undefined || stated === crc32Base64(body)) return { ok: true, request: plain };
  const message = 'The CRC32 you specified did not match what we received';
  return { ok: false, error: awsError('s3', { status: 400, code: 'BadDigest', message }) };
}

function crc32Base64(bytes: Buffer): string {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(crc32(bytes));
  return four.toString('base64');
}

function dechunk(framed: Buffer): { body: Buffer; trailer: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = framed.indexOf('\r\n', at);
    if (end < 0) break;
    const size = parseInt(framed.toString('latin1', at, end), 16);
    at = end + 2;
    if (!(size > 0)) break;
    chunks.push(framed.subarray(at, at + size));
    at += size + 2;
  }
  const lines = framed.toString('latin1', at).split('\r\n');
  const trailer = lines.map((line) => line.split(/:\s*/, 2)).filter(([name, value]) => name && value);
  return {
    body: Buffer.concat(chunks),
    trailer: Object.fromEntries(trailer.map(([name = '', value = '']) => [name.toLowerCase(), value])),
  };
}
