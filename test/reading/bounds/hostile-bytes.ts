import { gzipSync } from 'node:zlib';
import { type Hostile, numbers, repeated } from './repeated.ts';

const CHARSETS = [
  '',
  'utf-8',
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-2022-jp',
  'windows-1252',
  'koi8-r',
  'utf-16le',
  'utf-16be',
  'x-user-defined',
];
const TYPES = [
  'text/plain',
  'text/html',
  'application/rss+xml',
  'application/json',
  'text/markdown',
  'application/gzip',
];

/** Pseudo-random bytes from `from` to `to - 1`. */
function noise(bytes: number, from: number, to: number): Buffer {
  const next = numbers(bytes);
  return Buffer.from(Uint8Array.from({ length: bytes }, () => from + ((next() >>> 16) % (to - from))));
}

const RANGES: readonly (readonly [is: string, from: number, to: number])[] = [
  ['any bytes', 0, 256],
  ['bytes above ASCII', 0x81, 0xff],
  ['bytes of letters', 0x20, 0x7f],
  ['bytes of punctuation', 0x20, 0x40],
  ['bytes of controls', 0, 0x20],
  ['bytes of zero', 0, 1],
];

export const HOSTILE_BYTES: readonly Hostile[] = [
  ...RANGES.flatMap(([is, from, to]) =>
    TYPES.map((type): Hostile => ({ is: `${is} as ${type}`, type, make: (bytes) => noise(bytes, from, to) })),
  ),
  ...CHARSETS.map((charset): Hostile => ({
    is: `pairs of bytes as ${charset}`,
    type: charset === '' ? 'text/plain' : `text/plain; charset=${charset}`,
    make: (bytes) => {
      const next = numbers(bytes);
      return Buffer.from(
        Uint8Array.from(
          { length: bytes },
          (_, at) => (at % 2 === 0 ? 0xb0 : 0xa1) + ((next() >>> 16) % 0x47),
        ),
      );
    },
  })),
  {
    is: 'UTF-32 without a valid character',
    type: 'text/plain',
    make: (bytes) =>
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.alloc(bytes - (bytes % 4), 0xff)]),
  },
  {
    is: 'UTF-16 of surrogates',
    type: 'text/plain',
    make: (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(bytes - (bytes % 2), 0xd8)]),
  },
  repeated('escapes of ISO-2022-JP', 'text/plain', '\u001b$B\u001b(B'),
  repeated('XML declarations with an encoding', 'application/xml', '<?xml version="1.0" encoding="gbk"?>'),
  repeated('HTML meta elements with an encoding', 'text/html', '<meta charset=gbk>'),
  repeated('HTML meta elements that are cut before the encoding', 'text/html', '<meta charset='),
  {
    is: 'truncated gzip',
    type: 'application/gzip',
    make: (bytes) => gzipSync(noise(bytes, 0, 256)).subarray(0, bytes - 9),
  },
  { is: 'gzip of noise', type: 'application/gzip', make: (bytes) => gzipSync(noise(bytes, 0x20, 0x7f)) },
];
