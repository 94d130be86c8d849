import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Template } from '../../../local/cloud.ts';
import type { EdgeRequest } from '../../../local/edge/edge-function.ts';
import { run, writeFixture, type Running } from '../fixture.ts';

const DOCUMENT = '<feed>é</feed>';
const ZIPPED = gzipSync(DOCUMENT);
const fixture = writeFixture();
let small: Running;

beforeAll(async () => {
  small = await run(fixture);
  const Bucket = small.cloud.outputs['Bucket'];
  // The key that the fixture's viewer-request function makes for /news/atom.xml.
  const Key = `feeds/${createHash('sha256').update('/news/atom.xml').digest('hex').slice(0, 8)}`;
  const both = { Bucket, ContentType: 'application/atom+xml', CacheControl: 'max-age=5' };
  await small.s3.send(new PutObjectCommand({ ...both, Key, Body: DOCUMENT }));
  await small.s3.send(
    new PutObjectCommand({ ...both, Key: `${Key}.gz`, Body: ZIPPED, ContentEncoding: 'gzip' }),
  );
});
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

interface Asked {
  headers?: Record<string, string | string[]>;
  method?: string;
  base?: string | undefined;
}

/** Sends a plain request. `fetch` would decode gzip and add an Accept-Encoding header. */
function get(
  path: string,
  { headers = {}, method = 'GET', base = small.cloud.outputs['Feeds'] }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, base), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject);
    request.end();
  });
}

const md5 = (bytes: Buffer | string): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

test('a document has its media type, a strong ETag and the headers of the response headers policy', async () => {
  const answer = await get('/news/atom.xml');
  expect(answer.status).toBe(200);
  expect(answer.body.toString()).toBe(DOCUMENT);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/atom+xml',
    etag: md5(DOCUMENT),
    'cache-control': 'max-age=60',
    'x-content-type-options': 'nosniff',
    'content-length': String(Buffer.byteLength(DOCUMENT)),
  });
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('x-amz'))).toEqual([]);
});

test('a reader that accepts gzip gets the stored gzip representation', async () => {
  const answer = await get('/news/atom.xml', { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/atom+xml',
    etag: md5(ZIPPED),
  });
  expect(answer.body).toEqual(ZIPPED);
});

test.each([
  ['plain', {}, DOCUMENT],
  ['gzip', { 'accept-encoding': 'gzip' }, ZIPPED],
])('the answer to If-None-Match with the ETag of the %s representation is 304', async (_, headers, bytes) => {
  for (const tag of [md5(bytes), `W/${md5(bytes)}`, `"x", ${md5(bytes)}`, '*']) {
    const answer = await get('/news/atom.xml', { headers: { ...headers, 'if-none-match': tag } });
    expect(answer.status).toBe(304);
    expect(answer.body).toHaveLength(0);
    expect(answer.headers).toMatchObject({ etag: md5(bytes), 'cache-control': 'max-age=60' });
  }
  // The ETag of the other representation does not match.
  const other = bytes === DOCUMENT ? ZIPPED : DOCUMENT;
  const mismatched = { ...headers, 'if-none-match': md5(other) };
  expect((await get('/news/atom.xml', { headers: mismatched })).status).toBe(200);
});

test('If-Modified-Since is ignored when If-None-Match is sent', async () => {
  const { headers } = await get('/news/atom.xml');
  const since = { 'if-modified-since': headers['last-modified'] ?? '' };
  expect((await get('/news/atom.xml', { headers: since })).status).toBe(304);
  const both = { ...since, 'if-none-match': '"x"' };
  expect((await get('/news/atom.xml', { headers: both })).status).toBe(200);
});

test('HEAD returns the headers without a body, and other methods are refused', async () => {
  const answer = await get('/news/atom.xml', { method: 'HEAD' });
  expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '15', 0]);
  expect((await get('/news/atom.xml', { method: 'POST' })).status).toBe(403);
});

test('the answer for a missing document is 403, because the edge has no s3:ListBucket', async () => {
  expect((await get('/nothing')).status).toBe(403);
});

test('a custom error response returns its page, or the error itself when the page is missing', async () => {
  const [first, second] = [writeFixture(), writeFixture()];
  const withPage =
    (page: string) =>
    (whole: Template): Template =>
      JSON.parse(
        JSON.stringify(whole).replace(
          '"Enabled":true',
          `"Enabled":true,"CustomErrorResponses":[{"ErrorCode":403,"ResponseCode":404,"ResponsePagePath":"${page}"}]`,
        ),
      ) as Template;
  for (const [other, page, status] of [
    [first, '/there', 404],
    [second, '/missing', 403],
  ] as const) {
    const paged = await run(other, { template: withPage(page) });
    await paged.s3.send(
      new PutObjectCommand({ Bucket: paged.cloud.outputs['Bucket'], Key: 'there', Body: 'no such feed' }),
    );
    const answer = await get('/nothing', { base: paged.cloud.outputs['Feeds'] });
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.body.toString()).toBe('no such feed');
    await paged.stop();
    other.remove();
  }
});

test('the CloudFront Function can return a response instead of a request', async () => {
  const answer = await get('/teapot');
  expect([answer.status, answer.headers['x-made']]).toEqual([418, 'here, and there']);
  // A response headers policy applies to responses from the cache and the origin only.
  expect(answer.headers).not.toHaveProperty('x-content-type-options');
  expect((await get('/teapot', { method: 'HEAD' })).body).toHaveLength(0);
});

test('the CloudFront Function gets repeated headers, cookies and parameters, and the local cloud’s time', async () => {
  small.cloud.clock.shift(86_400_000);
  const before = small.cloud.clock.now().getTime();
  const headers = { authorization: ['a', 'b'], accept: 'x', cookie: 'one=1; two=2=2' };
  const { body } = await get('/echo?a=1&b=%2F', { headers });
  const [request, now, date] = JSON.parse(body.toString()) as [EdgeRequest, number, string];
  expect(request).toMatchObject({
    uri: '/echo',
    headers: {
      accept: { value: 'x' },
      authorization: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] },
    },
    cookies: { one: { value: '1' }, two: { value: '2=2' } },
    querystring: { a: { value: '1' }, b: { value: '/' } },
  });
  expect(request.headers).not.toHaveProperty('cookie');
  for (const time of [now, Date.parse(date)]) {
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThan(before + 3_600_000);
  }
});

test('without a bucket policy for this distribution the edge cannot read the bucket', async () => {
  const other = writeFixture();
  const closed = await run(other, {
    template: (whole) =>
      JSON.parse(
        JSON.stringify(whole).replace('distribution/${Distribution}', 'distribution/another'),
      ) as Template,
  });
  await closed.s3.send(new PutObjectCommand({ Bucket: closed.cloud.outputs['Bucket'], Key: 'x', Body: 'x' }));
  await get('/x', { base: closed.cloud.outputs['Feeds'] });
  expect(closed.lines.join()).toMatch(/AccessDenied: edge may not s3:GetObject/);
  await closed.stop();
  other.remove();
});

test('a range of a document is 206, and a range beyond it 416, in the stored representation', async () => {
  const range = { range: 'bytes=1-4' };
  const part = await get('/news/atom.xml', { headers: range });
  expect([part.status, part.body.toString(), part.headers['content-range'], part.headers.etag]).toEqual([
    206,
    'feed',
    'bytes 1-4/15',
    md5(DOCUMENT),
  ]);
  const zipped = await get('/news/atom.xml', { headers: { ...range, 'accept-encoding': 'gzip' } });
  expect([zipped.status, zipped.body]).toEqual([206, ZIPPED.subarray(1, 5)]);
  const beyond = await get('/news/atom.xml', { headers: { range: 'bytes=99-' } });
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */15']);
  const older = await get('/news/atom.xml', { headers: { ...range, 'if-range': '"older"' } });
  expect([older.status, older.body.toString()]).toEqual([200, DOCUMENT]);
  const current = await get('/news/atom.xml', { headers: { ...range, 'if-none-match': md5(DOCUMENT) } });
  expect(current.status).toBe(304);
  const head = await get('/news/atom.xml', { headers: range, method: 'HEAD' });
  expect([head.status, head.headers['content-length']]).toEqual([200, '15']);
});

test('CORS headers are in responses to requests with the field Origin only', async () => {
  const origin = { origin: 'https://reader.example.net' };
  const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' };
  const { headers } = await get('/news/atom.xml');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect((await get('/news/atom.xml', { headers: origin })).headers).toMatchObject(cors);
  const unchanged = await get('/news/atom.xml', {
    headers: { ...origin, 'if-none-match': headers.etag ?? '' },
  });
  expect([unchanged.status, unchanged.headers]).toEqual([304, expect.objectContaining(cors)]);
  expect((await get('/nothing', { headers: origin })).headers).toMatchObject(cors);
});
