import { crc32 } from 'node:zlib';
import type { AwsRequest } from '../emulators/emulators.ts';

/**
 * Takes `aws-chunked` framing off an upload, so that the emulator keeps a Content-Encoding sent beside it, and checks
 * the CRC-32 that the SDK sends by default (S3 User Guide, "Checking object integrity").
 * @returns the request as plain bytes; undefined if the checksum does not match
 */
export function plainUpload(request: AwsRequest): AwsRequest | undefined {
  const codings = (request.headers['content-encoding'] ?? '').split(',').map((one) => one.trim());
  const chunked = codings.includes('aws-chunked');
  const {
    'content-encoding': _,
    'x-amz-trailer': __,
    'x-amz-decoded-content-length': ___,
    ...headers
  } = request.headers;
  const { body, trailer } = chunked ? dechunk(request.body) : { body: request.body, trailer: {} };
  const kept = codings.filter((one) => one !== '' && one !== 'aws-chunked').join(',');
  const plain: AwsRequest = {
    ...request,
    headers: { ...headers, ...(kept && { 'content-encoding': kept }), ...trailer },
    body,
  };
  const stated = plain.headers['x-amz-checksum-crc32'];
  return stated === undefined || stated === crc32Base64(body) ? plain : undefined;
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
