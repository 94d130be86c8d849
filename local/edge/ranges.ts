import type { AwsResponse } from '../protocol/messages.ts';

/** One range of bytes: `5-9`, `5-` or `-5` (RFC 9110 section 14.1.2). */
const RANGE = /^\s*bytes\s*=\s*(\d*)-(\d*)\s*$/i;

/**
 * The part of a whole document that a GET request asks for with Range and If-Range (RFC 9110, sections 13.1.5 and
 * 14.2): 206 with the part, 416 if the document has no such bytes, or the whole document. As at CloudFront, a Range
 * that is not valid gets the whole document. So does a request for several ranges, which CloudFront answers in parts.
 */
export function rangeOf(request: Record<string, string>, whole: AwsResponse): AwsResponse {
  const [, first, last] = RANGE.exec(request['range'] ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return whole;
  if (!isCurrent(request['if-range'], whole)) return whole;
  const size = whole.body.length;
  const [from, to] =
    first === ''
      ? [Math.max(0, size - Number(last)), size - 1]
      : [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  if (first !== '' && last !== '' && Number(last) < Number(first)) return whole;
  if (from >= size || (first === '' && Number(last) === 0)) return notSatisfiable(whole, size);
  const body = whole.body.subarray(from, to + 1);
  const headers = {
    ...whole.headers,
    'content-range': `bytes ${from}-${to}/${size}`,
    'content-length': String(body.length),
  };
  return { status: 206, headers, body };
}

/** Whether If-Range names the document as it is now. An ETag must be strong, a date must be the very same. */
function isCurrent(field: string | undefined, { headers }: AwsResponse): boolean {
  if (field === undefined) return true;
  const value = field.trim();
  return value.startsWith('"') ? value === headers['etag'] : value === headers['last-modified'];
}

const notSatisfiable = ({ headers }: AwsResponse, size: number): AwsResponse => ({
  status: 416,
  headers: {
    'accept-ranges': String(headers['accept-ranges'] ?? 'bytes'),
    'content-type': 'text/plain',
    'content-range': `bytes */${size}`,
  },
  body: Buffer.from('The requested range is not satisfiable\n'),
});
