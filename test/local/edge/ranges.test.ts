import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../local/edge/ranges.ts';

const TAG = '"0123"';
const DATE = 'Mon, 02 Mar 2026 08:00:00 GMT';
const WHOLE = {
  status: 200,
  headers: { etag: TAG, 'last-modified': DATE, 'accept-ranges': 'bytes', 'content-length': '10' },
  body: Buffer.from('0123456789'),
};

const ask = (range: string, ifRange?: string): [status: number, body: string, contentRange: unknown] => {
  const request = { range, ...(ifRange !== undefined && { 'if-range': ifRange }) };
  const { status, body, headers } = rangeOf(request, WHOLE);
  return [
    status,
    status === 416 ? '' : Buffer.from(body).toString(),
    { ...headers }['content-range' as never],
  ];
};

describe('a request for a range', () => {
  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=7-99', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['Bytes=2-4', '234', 'bytes 2-4/10'],
  ])('%s gets the part', (range, body, contentRange) => {
    expect(ask(range)).toEqual([206, body, contentRange]);
  });

  test.each(['bytes=10-', 'bytes=10-12', 'bytes=99-', 'bytes=-0'])('%s is 416 with the size', (range) => {
    expect(ask(range)).toEqual([416, '', 'bytes */10']);
  });

  test.each(['bytes=4-2', 'bytes=', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4', '', 'bytes=0x1-2'])(
    '%j gets the whole document',
    (range) => {
      expect(ask(range)).toEqual([200, '0123456789', undefined]);
    },
  );

  test.each([
    ['the ETag', TAG, 206],
    ['another ETag', '"4567"', 200],
    ['the ETag as a weak one', `W/${TAG}`, 200],
    ['the date', DATE, 206],
    ['an earlier date', 'Mon, 02 Mar 2026 07:00:00 GMT', 200],
    ['a later date', 'Mon, 02 Mar 2026 09:00:00 GMT', 200],
    ['nothing', '', 200],
  ])('and with %s in If-Range', (_, ifRange, status) => {
    expect(ask('bytes=2-4', ifRange)[0]).toBe(status);
  });

  test('beyond the document is no error if If-Range names an older document', () => {
    expect(ask('bytes=99-', '"4567"')[0]).toBe(200);
  });
});
