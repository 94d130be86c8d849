import { describe, expect, test } from 'vitest';
import { feedId } from '../../../shared/contract/feed-id.ts';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { NOT_FOUND_PAGE } from '../../../shared/contract/not-found-page.ts';
import { DOCUMENTS, FORMATS, publicPath } from '../../../shared/domain/feed.ts';
import { PUBLIC_TERMS } from '../../../shared/domain/terms.ts';
import type { EdgeRequest } from '../../../local/edge/edge-function.ts';
import { ask, source } from './run-viewer-request.ts';

function withAcceptEncoding(value: string): Partial<EdgeRequest> {
  return { headers: { 'accept-encoding': { value } } };
}

describe.each(FORMATS)('the %s document of a public channel', (format) => {
  const { file } = DOCUMENTS[format];

  test.each(['news', 'a', '0', 'feeds', 'world-news-2', 'a'.repeat(63)])(
    'of %s is mapped to its key',
    async (channel) => {
      const id = feedId(channel, 'standard', PUBLIC_TERMS);
      expect((await ask(publicPath(channel, format))).uri).toBe(`/${objectKeys.document(id, file)}`);
      expect((await ask(publicPath(channel, format), withAcceptEncoding('gzip'))).uri).toBe(
        `/${objectKeys.gzipDocument(id, file)}`,
      );
    },
  );
});

// The rules for Accept-Encoding are in RFC 9110, section 12.5.3.
test.each([
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1.0, GZIP;q=0.8, *;q=0.1', true],
  ['deflate,gzip ; q=0.5', true],
  ['x-gzip', true],
  ['*', true],
  ['gzip;q=0.001', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['gzip;q=0, *', false],
  ['*;q=0', false],
  ['identity;q=1, *;q=0', false],
  ['gzip;q=high', false],
  ['identity', false],
  ['br, deflate', false],
  ['notgzip', false],
  ['', false],
])('a request with Accept-Encoding "%s" is mapped to the gzip copy: %s', async (field, takes) => {
  const { uri } = await ask('/news/atom.xml', withAcceptEncoding(field));
  expect(uri?.endsWith('/atom.xml.gz')).toBe(takes);
});

test('without Accept-Encoding the document is plain; two Accept-Encoding headers are read as one', async () => {
  expect((await ask('/news/rss.xml')).uri).toMatch(/rss\.xml$/);
  const headers = { 'accept-encoding': { value: 'br', multiValue: [{ value: 'br' }, { value: 'gzip' }] } };
  expect((await ask('/news/rss.xml', { headers })).uri).toMatch(/rss\.xml\.gz$/);
});

test('HEAD is mapped like GET; query, cookies and credentials are removed from the request', async () => {
  const answer = await ask('/news/rss.xml', {
    method: 'HEAD',
    querystring: { cachebuster: { value: '1' } },
    cookies: { session: { value: 'x' } },
    headers: { authorization: { value: 'Bearer x' }, 'if-none-match': { value: '"x"' } },
  });
  expect(answer.uri).toBe((await ask('/news/rss.xml')).uri);
  expect(answer).toMatchObject({ querystring: {}, cookies: {} });
  expect(answer.headers).toEqual({ 'if-none-match': { value: '"x"' } });
});

test.each([
  '/',
  '',
  '/news',
  '/news/',
  '/news/rss.xml//',
  '/news/x/rss.xml/',
  '/News/rss.xml/',
  '/rss.xml/',
  '/news/rss.xml.gz',
  '/news/rss.xml\n',
  '/news/feed.xml',
  '/News/rss.xml',
  '/news/RSS.xml',
  '/-news/rss.xml',
  '/n_ws/rss.xml',
  `/${'a'.repeat(64)}/rss.xml`,
  '//news/rss.xml',
  '/news//rss.xml',
  '/news%2Frss.xml',
  '/%6Eews/rss.xml',
  '/../news/rss.xml',
  '/news/../rss.xml',
  '/feeds/0123456789abcdef0123/rss.xml',
  '/P/outlet/top/rss.xml',
  '//p/outlet/top/rss.xml',
  '/./p/outlet/top/rss.xml',
  '/p%2Foutlet/top/rss.xml',
  '/errors/not-found.txt',
  '/raw/desk/receipt',
  '/config/wiredesk.json',
])('there is nothing at %j', async (uri) => {
  const answer = await ask(uri);
  expect(answer).toEqual(await ask('/nothing'));
  expect(answer).toMatchObject({
    statusCode: 404,
    headers: {
      'cache-control': { value: 'max-age=60' },
      'content-type': { value: NOT_FOUND_PAGE.mediaType },
    },
    body: { encoding: 'text', data: Buffer.from(NOT_FOUND_PAGE.bytes).toString() },
  });
  expect(answer).not.toHaveProperty('uri');
});

test('an address with a slash at its end is redirected to the address without it, by its form alone', async () => {
  for (const channel of ['news', 'unknown'])
    expect(await ask(`/${channel}/rss.xml/`, { querystring: { a: { value: '1' } } })).toMatchObject({
      statusCode: 301,
      headers: { location: { value: `/${channel}/rss.xml` }, 'access-control-allow-origin': { value: '*' } },
    });
});

test.each([
  ['/news/feed.json', 'If-None-Match, If-Modified-Since'],
  ['/unknown/feed.json', 'If-None-Match, If-Modified-Since'],
  ['/', 'If-None-Match, If-Modified-Since'],
  ['/p/outlet/top/feed.json', 'Authorization, If-None-Match, If-Modified-Since'],
  ['/p/nobody/none/0123/feed.json', 'Authorization, If-None-Match, If-Modified-Since'],
  ['/p', 'Authorization, If-None-Match, If-Modified-Since'],
])('OPTIONS for %s says that a page of any origin may send %s', async (uri, fields) => {
  const headers = {
    origin: { value: 'https://reader.example.net' },
    'access-control-request-method': { value: 'GET' },
    'access-control-request-headers': { value: 'if-none-match' },
  };
  for (const request of [{ headers }, {}])
    expect(await ask(uri, { method: 'OPTIONS', ...request })).toEqual({
      statusCode: 204,
      statusDescription: 'No Content',
      headers: {
        allow: { value: 'GET, HEAD, OPTIONS' },
        'access-control-allow-origin': { value: '*' },
        'access-control-allow-methods': { value: 'GET, HEAD, OPTIONS' },
        'access-control-allow-headers': { value: fields },
        'access-control-max-age': { value: '86400' },
        'strict-transport-security': { value: 'max-age=31536000' },
      },
    });
});

test('a page of another origin may read that there is no document, and that it has no access', async () => {
  for (const [uri, statusCode] of [
    ['/nothing', 404],
    ['/p/outlet/top/rss.xml', 401],
  ] as const)
    expect(await ask(uri)).toMatchObject({
      statusCode,
      headers: { 'access-control-allow-origin': { value: '*' } },
    });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
  for (const uri of ['/news/rss.xml', '/p/outlet/top/rss.xml']) {
    const answer = await ask(uri, { method });
    expect(answer).toMatchObject({ statusCode: 405, headers: { allow: { value: 'GET, HEAD, OPTIONS' } } });
  }
});

test('the code of the function is smaller than 10 kB, the limit of CloudFront Functions', () => {
  expect(Buffer.byteLength(source)).toBeLessThan(10_000);
});
