import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type BadInput, JSON_TYPE, RSS, TEXT, refused, taken } from './bad-input.ts';

const MEBIBYTE = 1024 * 1024;
const ARTICLE = 'The bridge, packed\n\nTraffic has been back since noon.';

/** 51 kB of gzip that is 50 MiB of zeros. */
const BOMB = gzipSync(Buffer.alloc(50 * MEBIBYTE), { level: 9 });

export const TRANSPORT: readonly BadInput[] = [
  {
    is: 'oversize',
    type: TEXT,
    body: 'x'.repeat(4 * MEBIBYTE + 1),
    answer: { status: 413, code: 'SIZE_BODY' },
  },
  { is: 'gzip bomb', type: 'application/gzip', body: BOMB, answer: [refused('SIZE_INFLATED')] },
  {
    is: 'gzip bomb as Content-Encoding',
    type: TEXT,
    body: BOMB,
    headers: { 'content-encoding': 'gzip' },
    answer: [refused('SIZE_INFLATED')],
  },
  {
    is: 'gzip of more text than a request has',
    type: TEXT,
    body: gzipSync('It went on and on. '.repeat(250_000)),
    answer: [refused('SIZE_INFLATED')],
  },
  {
    is: 'gzip, once',
    type: TEXT,
    body: gzipSync(ARTICLE),
    headers: { 'content-encoding': 'gzip' },
    answer: [taken({ title: 'The bridge, packed', note: /gzip/ })],
  },
  {
    is: 'stacked encodings: gzip within gzip',
    type: 'application/gzip',
    body: gzipSync(gzipSync(ARTICLE)),
    answer: [refused('ENCODING_COMPRESSED', /within/)],
  },
  {
    is: 'stacked encodings: as Content-Encoding says',
    type: TEXT,
    body: gzipSync(gzipSync(ARTICLE)),
    headers: { 'content-encoding': 'gzip, gzip' },
    answer: [refused('ENCODING_COMPRESSED', /within/)],
  },
  {
    is: 'truncated body: gzip',
    type: 'application/gzip',
    body: gzipSync(ARTICLE).subarray(0, -12),
    answer: [refused('ENCODING_COMPRESSED')],
  },
  {
    is: 'damaged body: gzip with a wrong checksum',
    type: 'application/gzip',
    body: gzipSync(ARTICLE).map((byte, at, { length }) => (at === length - 5 ? byte ^ 1 : byte)),
    answer: [refused('ENCODING_COMPRESSED')],
  },
  {
    is: 'truncated body: JSON',
    type: JSON_TYPE,
    body: '{"uri":"cut","headlines":[{"value":"Cut o',
    answer: [refused('JSON_INVALID')],
  },
  {
    is: 'truncated body: RSS, whose whole items are taken',
    type: RSS,
    body:
      '<rss version="2.0"><channel><title>Cut</title><item><guid>cut-1</guid><title>Whole</title></item>' +
      '<item><guid>cut-2</guid><title>Cut o',
    answer: [taken({ title: 'Whole' }), refused('XML_TRUNCATED')],
  },
  {
    is: 'another coding: brotli',
    type: TEXT,
    body: brotliCompressSync(ARTICLE),
    headers: { 'content-encoding': 'br' },
    answer: { status: 415, code: 'MEDIA_TYPE' },
  },
  {
    is: 'another coding: deflate',
    type: TEXT,
    body: deflateSync(ARTICLE),
    headers: { 'content-encoding': 'deflate' },
    answer: { status: 415, code: 'MEDIA_TYPE' },
  },
];
