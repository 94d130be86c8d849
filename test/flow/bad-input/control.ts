import { type BadInput, HTML, JSON_TYPE, TEXT, stored } from './bad-input.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><title>A page</title></head><body><article><h1>A page</h1>' +
  `<p>${'The bridge has been open since noon today. '.repeat(10)}</p></article></body></html>`;
const feed = (title: string): string =>
  `<rss version="2.0"><channel><item><guid>${title}</guid><title>${title}</title></item></channel></rss>`;
const NINJS = JSON.stringify({ uri: 'sniffed-2', headlines: [{ value: 'From ninjs' }] });

export const CONTROL: readonly BadInput[] = [
  {
    input: 'media type: not supported',
    type: 'image/png',
    body: 'x',
    answer: { status: 415, code: 'MEDIA_TYPE' },
  },
  { input: 'media type: empty', type: '', body: 'x', answer: { status: 415, code: 'MEDIA_TYPE' } },
  {
    input: 'wrong media type: an HTML page sent as text',
    type: TEXT,
    body: PAGE,
    answer: [stored({ title: 'A page', note: /sent as text\/plain, read as an HTML page/ })],
  },
  {
    input: 'wrong media type: a feed sent as HTML',
    type: HTML,
    body: feed('A feed as HTML'),
    answer: [stored({ title: 'A feed as HTML', note: /sent as text\/html, read as an RSS/ })],
  },
  {
    input: 'wrong media type: ninjs sent as text',
    type: TEXT,
    body: NINJS,
    answer: [stored({ title: 'From ninjs', note: /sent as text\/plain, read as JSON/ })],
  },
  {
    input: 'wrong media type: a feed sent as JSON',
    type: JSON_TYPE,
    body: feed('A feed as JSON'),
    answer: [stored({ title: 'A feed as JSON', note: /sent as application\/json, read as an RSS/ })],
  },
  {
    input: 'bad credentials: no token',
    type: TEXT,
    body: 'x',
    headers: { authorization: '' },
    answer: { status: 401, code: 'UNAUTHORISED' },
  },
  {
    input: 'bad credentials: a token that the source does not have',
    type: TEXT,
    body: 'x',
    headers: { authorization: 'Bearer abcdef' },
    answer: { status: 401, code: 'UNAUTHORISED' },
  },
];
