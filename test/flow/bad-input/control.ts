import { type BadInput, HTML, JSON_TYPE, TEXT, taken } from './bad-input.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><title>A page</title></head><body><article><h1>A page</h1>' +
  `<p>${'The bridge has been open since noon today. '.repeat(10)}</p></article></body></html>`;
const feed = (title: string): string =>
  `<rss version="2.0"><channel><item><guid>${title}</guid><title>${title}</title></item></channel></rss>`;
const NINJS = JSON.stringify({ uri: 'sniffed-2', headlines: [{ value: 'From ninjs' }] });

export const CONTROL: readonly BadInput[] = [
  { is: 'unlisted media type', type: 'image/png', body: 'x', answer: { status: 415, code: 'MEDIA_TYPE' } },
  { is: 'unlisted media type: none', type: '', body: 'x', answer: { status: 415, code: 'MEDIA_TYPE' } },
  {
    is: 'contradicted media type: a page as text',
    type: TEXT,
    body: PAGE,
    answer: [taken({ title: 'A page', note: /sent as text\/plain, read as an HTML page/ })],
  },
  {
    is: 'contradicted media type: a feed as HTML',
    type: HTML,
    body: feed('A feed as HTML'),
    answer: [taken({ title: 'A feed as HTML', note: /sent as text\/html, read as an RSS/ })],
  },
  {
    is: 'contradicted media type: ninjs as text',
    type: TEXT,
    body: NINJS,
    answer: [taken({ title: 'From ninjs', note: /sent as text\/plain, read as JSON/ })],
  },
  {
    is: 'contradicted media type: a feed as JSON',
    type: JSON_TYPE,
    body: feed('A feed as JSON'),
    answer: [taken({ title: 'A feed as JSON', note: /sent as application\/json, read as an RSS/ })],
  },
  {
    is: 'bad credentials: none',
    type: TEXT,
    body: 'x',
    headers: { authorization: '' },
    answer: { status: 401, code: 'UNAUTHORISED' },
  },
  {
    is: 'bad credentials: not the source’s',
    type: TEXT,
    body: 'x',
    headers: { authorization: 'Bearer abcdef' },
    answer: { status: 401, code: 'UNAUTHORISED' },
  },
];
