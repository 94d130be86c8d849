import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type BadInput, JSON_TYPE, RSS, TEXT, rejected, stored } from './bad-input.ts';

const MEBIBYTE = 1024 * 1024;
const ARTICLE = 'The bridge, packed\n\nTraffic has been back since noon.';

/** 51 kB of gzip that expand to 50 MiB of zeros. */
const BOMB = gzipSync(Buffer.alloc(50 * MEBIBYTE), { level: 9 });

export const TRANSPORT: readonly BadInput[] = [
  {
    input: 'body too large',
    type: TEXT,
    body: 'x'.repeat(4 * MEBIBYTE + 1),
    answer: { status: 413, code: 'SIZE_BODY' },
  },
  { input: 'gzip bomb', type: 'application/gzip', body: BOMB, answer: [rejected('SIZE_INFLATED')] },
  {
    input: 'gzip bomb as Content-Encoding',
    type: TEXT,
    body: BOMB,
    headers: { 'content-encoding': 'gzip' },
    answer: [rejected('SIZE_INFLATED')],
  },
  {
    input: 'gzip that expands to more text than a request may have',
    type: TEXT,
    body: gzipSync('It went on and on. '.repeat(250_000)),
    answer: [rejected('SIZE_INFLATED')],
  },
  {
    input: 'gzip: compressed once',
    type: TEXT,
    body: gzipSync(ARTICLE),
    headers: { 'content-encoding': 'gzip' },
    answer: [stored({ title: 'The bridge, packed', note: /gzip/ })],
  },
  {
    input: 'compressed twice: gzip inside gzip',
    type: 'application/gzip',
    body: gzipSync(gzipSync(ARTICLE)),
    answer: [rejected('ENCODING_COMPRESSED', /within/)],
  },
  {
    input: 'compressed twice: as the header Content-Encoding says',
    type: TEXT,
    body: gzipSync(gzipSync(ARTICLE)),
    headers: { 'content-encoding': 'gzip, gzip' },
    answer: [rejected('ENCODING_COMPRESSED', /within/)],
  },
  {
    input: 'truncated body: gzip',
    type: 'application/gzip',
    body: gzipSync(ARTICLE).subarray(0, -12),
    answer: [rejected('ENCODING_COMPRESSED')],
  },
  {
    input: 'damaged body: gzip with a wrong checksum',
    type: 'application/gzip',
    body: gzipSync(ARTICLE).map((byte, at, { length }) => (at === length - 5 ? byte ^ 1 : byte)),
    answer: [rejected('ENCODING_COMPRESSED')],
  },
  {
    input: 'truncated body: JSON',
    type: JSON_TYPE,
    body: '{"uri":"cut","headlines":[{"value":"Cut o',
    answer: [rejected('JSON_INVALID')],
  },
  {
    input: 'truncated body: RSS, whose complete items are stored',
    type: RSS,
    body:
      '<rss version="2.0"><channel><title>Cut</title><item><guid>cut-1</guid><title>Whole</title></item>' +
      '<item><guid>cut-2</guid><title>Cut o',
    answer: [stored({ title: 'Whole' }), rejected('XML_TRUNCATED')],
  },
  {
    input: 'unsupported Content-Encoding: brotli',
    type: TEXT,
    body: brotliCompressSync(ARTICLE),
    headers: { 'content-encoding': 'br' },
    answer: { status: 415, code: 'MEDIA_TYPE' },
  },
  {
    input: 'unsupported Content-Encoding: deflate',
    type: TEXT,
    body: deflateSync(ARTICLE),
    headers: { 'content-encoding': 'deflate' },
    answer: { status: 415, code: 'MEDIA_TYPE' },
  },
];
