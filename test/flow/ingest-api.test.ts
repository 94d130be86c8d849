import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import { hourOf } from '../../shared/domain/quota.ts';
import { rawRequest } from '../support/raw-request.ts';
import {
  CONFIGURATION,
  type RequestOptions,
  type RunningWiredesk,
  startWiredesk,
} from '../support/running-wiredesk.ts';

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const SUBMISSIONS = '/v1/sources/desk/submissions';

interface RefusedRequest extends RequestOptions {
  problem: string;
  method?: string;
  path?: string;
  status: number;
  code: string;
}

/**
 * Requests that the ingest API refuses at once. By default a request is a POST of the text `x` to the source `desk`.
 */
const REFUSED: readonly RefusedRequest[] = [
  { problem: 'an empty body', body: '', status: 400, code: 'ENCODING_EMPTY' },
  { problem: 'no token', headers: { ...TEXT, authorization: '' }, status: 401, code: 'UNAUTHORISED' },
  {
    problem: 'a wrong token',
    headers: { ...TEXT, authorization: 'Bearer no' },
    status: 401,
    code: 'UNAUTHORISED',
  },
  {
    problem: 'the token of another source',
    path: '/v1/sources/wire/submissions',
    status: 401,
    code: 'UNAUTHORISED',
  },
  {
    problem: 'an unknown source',
    path: '/v1/sources/nobody/submissions',
    status: 401,
    code: 'UNAUTHORISED',
  },
  {
    problem: 'an unsupported media type',
    headers: { 'content-type': 'image/png' },
    status: 415,
    code: 'MEDIA_TYPE',
  },
  {
    problem: 'a path segment of dots in the id',
    method: 'PUT',
    path: `/v1/sources/desk/articles/${encodeURIComponent('a/../b')}`,
    status: 400,
    code: 'FIELD_ID',
  },
  {
    problem: 'a control character in the id',
    method: 'PUT',
    path: '/v1/sources/desk/articles/a%00b',
    status: 400,
    code: 'FIELD_ID',
  },
  {
    problem: 'a body that is too large',
    method: 'PUT',
    path: '/v1/sources/desk/articles/large',
    body: 'x'.repeat(4 * 1024 * 1024 + 1),
    status: 413,
    code: 'SIZE_BODY',
  },
  {
    problem: 'a body that is too large for Lambda',
    method: 'PUT',
    path: '/v1/sources/desk/articles/large',
    body: 'x'.repeat(5 * 1024 * 1024),
    status: 413,
    code: 'SIZE_BODY',
  },
  { problem: 'a wrong address', path: '/v1/sources/desk', status: 404, code: 'ADDRESS_UNKNOWN' },
  { problem: 'a wrong method', method: 'PATCH', status: 404, code: 'ADDRESS_UNKNOWN' },
];

/** Requests without a right token, each with what an attacker might try. */
const HOSTILE: readonly { method?: string; path: string; headers?: Record<string, string> }[] = [
  { path: `/v1/receipts/${'x'.repeat(3000)}` },
  { path: `/v1/receipts/${'x'.repeat(3000)}`, headers: { authorization: `Bearer ${'y'.repeat(3000)}` } },
  { path: '/v1/receipts/a%2F..%2Fb' },
  { path: '/v1/receipts/%00' },
  { path: '/v1/receipts/%ZZ%' },
  { path: '/v1/receipts/%FF%FE' },
  { path: '/v1/receipts/..' },
  { path: '/v1/receipts/__proto__', headers: { __proto__x: 'a', 'x-y': '\u00ff' } },
  { path: '/v1/receipts/' },
  { method: 'HEAD', path: '/v1/receipts/x' },
  { method: 'PROPFIND', path: '/v1/receipts/x' },
  { method: 'POST', path: `/v1/sources/${'s'.repeat(3000)}/submissions` },
  { method: 'POST', path: '/v1/sources/desk/submissions', headers: { 'idempotency-key': 'k'.repeat(8000) } },
  { method: 'PUT', path: `/v1/sources/desk/articles/${'%22'.repeat(2000)}` },
  { method: 'DELETE', path: '/v1/sources/desk/articles/%ED%A0%80', headers: { 'wiredesk-reason': '%1B[2J' } },
  { method: 'DELETE', path: '/v1/sources/desk/articles/a', headers: { authorization: 'Bearer wrong' } },
  { path: '/', headers: { authorization: 'Bearer a-secret-of-somebody' } },
];

/** Bodies that the ingest API accepts, and that normalise then rejects. */
const REJECTED: readonly { problem: string; body: string | Uint8Array; mediaType: string; code: string }[] = [
  {
    problem: 'bytes that are not in the declared encoding',
    body: new Uint8Array([0x41, 0xff, 0xfe, 0xfd]),
    mediaType: 'text/plain; charset=utf-8',
    code: 'ENCODING_INVALID',
  },
  {
    problem: 'an unknown encoding',
    body: 'x',
    mediaType: 'text/plain; charset=klingon',
    code: 'ENCODING_UNKNOWN',
  },
  { problem: 'invalid JSON', body: '{', mediaType: 'application/json', code: 'JSON_INVALID' },
  {
    problem: 'a member of the wrong type',
    body: '{"uri":"a","headlines":"x"}',
    mediaType: 'application/json',
    code: 'FIELD_TYPE',
  },
  {
    problem: 'no headline and no text',
    body: '{"uri":"a"}',
    mediaType: 'application/json',
    code: 'FIELD_MISSING',
  },
  {
    problem: 'markup that is nested too deep',
    body: '<b>'.repeat(80_000) + '</i>'.repeat(80_000),
    mediaType: 'text/html; charset=utf-8',
    code: 'HTML_TOO_DEEP',
  },
];

/** A minute after the hour, so that no hour ends while the tests run. */
const NOW = new Date('2026-04-13T09:01:00.000Z');
const QUOTA = 5;
const WITH_QUOTA: ConfigurationFile = {
  ...CONFIGURATION,
  sources: [
    ...CONFIGURATION.sources,
    { id: 'limited', order: 'arrival', language: 'en', boilerplate: [], quota: QUOTA },
  ],
};

describe('the ingest API', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk({ configuration: WITH_QUOTA, now: NOW })));
  afterAll(() => wiredesk.stop());

  test.each(REFUSED)(
    'refuses a request with $problem at once',
    async ({ method = 'POST', path = SUBMISSIONS, body = 'x', headers = TEXT, status, code }) => {
      const answer = await wiredesk.send(method, path, { body, headers });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ code });
    },
  );

  test('answers strangers without an error, reads no row for them and echoes no token', async () => {
    const calls: string[] = [];
    const remove = wiredesk.session.cloud.intercept(({ action }) => {
      calls.push(action);
    });
    for (const { path, ...options } of HOSTILE) {
      const { status, body } = await rawRequest(
        wiredesk.session.pipeline.outputs.ingestUrl,
        `/live${path}`,
        options,
      );
      expect([400, 401, 404], path.slice(0, 60)).toContain(status);
      expect(body).not.toContain('somebody');
    }
    remove();
    expect(calls.filter((action) => action !== 's3:GetObject')).toEqual([]);
  });

  test('answers 404 for an unknown receipt', async () => {
    const answer = await wiredesk.send('GET', '/v1/receipts/none');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'RECEIPT_UNKNOWN' });
  });

  test('accepts a repeated request with the same Idempotency-Key only once', async () => {
    const headers = { ...TEXT, 'idempotency-key': 'the-same-key' };
    const send = async (body: string): Promise<Response> =>
      wiredesk.send('PUT', '/v1/sources/desk/articles/once', { body, headers });
    const [first, second] = [await send('Once\n\nOnly.'), await send('Once\n\nOnly.')];
    expect([first.status, second.status]).toEqual([202, 202]);
    const { receipt } = (await first.json()) as { receipt: string };
    expect(await second.json()).toMatchObject({ receipt });
    const other = await send('Once\n\nAnd something else.');
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'KEY_REUSED' });
  });

  test('accepts of parallel submissions as many as the quota of the source allows, and every DELETE', async () => {
    const { pipeline } = wiredesk.session;
    const authorization = `Bearer ${pipeline.tokens['limited'] ?? ''}`;
    const send = (method: string, at: number): Promise<Response> =>
      wiredesk.send(method, `/v1/sources/limited/articles/story-${at}`, {
        ...(method === 'PUT' && { body: 'A story\n\nIts text.' }),
        headers: { ...TEXT, authorization },
      });
    const answers = await Promise.all(Array.from({ length: 3 * QUOTA }, (_, at) => send('PUT', at)));
    const over = answers.filter(({ status }) => status === 429);
    expect([answers.filter(({ status }) => status === 202).length, over.length]).toEqual([QUOTA, 2 * QUOTA]);
    for (const answer of over) {
      expect(await answer.json()).toMatchObject({ code: 'QUOTA_EXCEEDED', status: 429 });
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    expect((await send('DELETE', 0)).status).toBe(202);
    expect(await pipeline.quota.used('limited', hourOf(NOW))).toBe(QUOTA);
  });

  test('shows a receipt only to the source that submitted', async () => {
    const { receipt } = await wiredesk.put('private', 'Private\n\nReceipt.');
    const headers = { authorization: `Bearer ${wiredesk.session.pipeline.tokens['wire'] ?? ''}` };
    expect((await wiredesk.send('GET', `/v1/receipts/${receipt}`)).status).toBe(200);
    expect((await wiredesk.send('GET', `/v1/receipts/${receipt}`, { headers })).status).toBe(404);
  });

  test('does not change the bytes of a text in GBK', async () => {
    // 中文新闻 / 一座桥重新开放了。 in GBK.
    const headline = Buffer.from('d6d0cec4d0c2cec5', 'hex');
    const body = Buffer.from('d2bbd7f9c7c5d6d8d0c2bfaab7c5c1cba1a3', 'hex');
    const bytes = Buffer.concat([headline, Buffer.from('\n\n'), body]);
    const receipt = await wiredesk.put('gbk', bytes, { mediaType: 'text/plain; charset=gbk' });
    expect(receipt.outcomes).toMatchObject([{ outcome: 'stored', title: '中文新闻' }]);
    await wiredesk.runUntilIdle();
    expect((await wiredesk.read('/news/feed.json')).text).toContain('一座桥重新开放了。');
  });

  test.each(REJECTED)(
    'keeps a submission with $problem, and its receipt says $code',
    async ({ body, mediaType, code }) => {
      const receipt = await wiredesk.put('bad', body, { mediaType });
      expect(receipt.outcomes).toMatchObject([{ outcome: 'rejected', code }]);
      const raw = await wiredesk.session.pipeline.raw.get(`raw/desk/${receipt.receipt}`);
      expect(Buffer.from(raw?.bytes ?? []).equals(Buffer.from(body))).toBe(true);
    },
  );
});
