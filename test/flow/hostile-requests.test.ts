import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { INGEST_API_CODES } from '../../shared/domain/ingest-api-codes.ts';
import { CONFIGURATION, TOKEN } from '../crash/stage-case-builders.ts';
import { SEED } from '../support/seed.ts';
import { memoryGateway, type SentRequest } from './gateway-in-memory.ts';

const gateway = memoryGateway(CONFIGURATION);
beforeEach(() => void gateway.calls.splice(0));

const LONG = 'x'.repeat(3000);
const bearer = (token: string): [string, string][] => [['Authorization', `Bearer ${token}`]];

/** Parts of paths that a client may send. Node's HTTP server passes on every byte as one character. */
const segment = fc.oneof(
  fc.constant('desk'),
  fc.constantFrom(
    'desk',
    'wire',
    'nobody',
    'story',
    'submissions',
    LONG,
    '..',
    '.',
    '',
    '%2F',
    'a%2Fb',
    '%00',
    '%',
    '%zz',
    '%ff',
    '%C0%AF',
    '%ED%A0%80',
    '\u00ff\u00fe',
    '{source}',
    '__proto__',
    'constructor',
    '%22'.repeat(500),
    encodeURIComponent('\u{1f600}'.repeat(120)),
    encodeURIComponent('\u2028\u202e\u001b[2J'),
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => text.replace(/[\s/?#]/g, '~')),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(encodeURIComponent),
);
const path = fc.oneof(
  segment.map((receipt) => `/v1/receipts/${receipt}`),
  segment.map((source) => `/v1/sources/${source}/submissions`),
  fc.tuple(segment, segment).map(([source, id]) => `/v1/sources/${source}/articles/${id}`),
  fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
  segment.map((receipt) => `/v1/receipts/${receipt}?receipt=x&receipt=y`),
);
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE') },
  fc.constantFrom('HEAD', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'X', '__proto__'),
);
const value = fc.oneof(
  fc.constantFrom('', ' ', 'x', LONG, '\u00ff\u0080', 'a, b', '%1B%5B2J%0a', '\t', 'gzip', 'text/plain'),
  fc.string({ unit: 'binary-ascii', maxLength: 30 }),
);
const field = fc.tuple(
  fc.constantFrom(
    'Idempotency-Key',
    'idempotency-key',
    'Content-Type',
    'Content-Encoding',
    'Wiredesk-Reason',
    'Accept',
    'Expect',
    'X-Http-Method-Override',
    '__proto__',
  ),
  value,
);
const badCredential = fc.oneof(
  fc.constantFrom<[string, string][]>(
    [],
    [['Authorization', '']],
    [['Authorization', 'Bearer']],
    [['Authorization', `Bearer ${LONG}`]],
    [['Authorization', 'Basic ZGVzazpzZWNyZXQ=']],
    [
      ['Authorization', 'Bearer right'],
      ['authorization', 'Bearer wrong'],
    ],
    [['AUTHORIZATION', 'Bearer \u0000\u00ff']],
  ),
  value.map((text): [string, string][] => [['Authorization', `Bearer ${text}`]]),
);
const body = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ maxLength: 40 }));

const request = (credential: fc.Arbitrary<[string, string][]>): fc.Arbitrary<SentRequest> =>
  fc
    .record({ method, url: path, fields: fc.array(field, { maxLength: 4 }), credential, body })
    .map(({ fields, credential: own, ...rest }) => ({ ...rest, fields: [...fields, ...own] }));

describe('a request without a right token', () => {
  test('is never an error of the server, reads no row, stores nothing, and echoes no field', async () => {
    await fc.assert(
      fc.asyncProperty(request(badCredential), async (sent) => {
        gateway.calls.splice(0);
        const answer = await gateway.send(sent);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(gateway.calls).toEqual([]);
        const { code } = JSON.parse(answer.body) as { code: string };
        expect(['UNAUTHORISED', 'ADDRESS_UNKNOWN']).toContain(code);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test('for a receipt of 3,000 characters is 401, and causes no call', async () => {
    const answer = await gateway.send({ method: 'GET', url: `/v1/receipts/${LONG}` });
    expect([answer.status, gateway.calls]).toEqual([401, []]);
  });

  test('gets the same answer whether the source exists or not', async () => {
    const answers = new Set<string>();
    for (const source of ['desk', 'wire', 'nobody', 'NO-SUCH_ID', LONG]) {
      for (const fields of [[], bearer('guess'), bearer(`${TOKEN}x`), [['X', 'y'] as [string, string]]]) {
        for (const [httpMethod, rest] of [
          ['POST', 'submissions'],
          ['PUT', 'articles/a'],
          ['DELETE', 'articles/a'],
        ] as const) {
          const url = `/v1/sources/${source}/${rest}`;
          const { status, headers, body: text } = await gateway.send({ method: httpMethod, url, fields });
          answers.add(JSON.stringify([status, headers, text]));
        }
      }
    }
    expect([...answers]).toHaveLength(1);
    expect(gateway.calls).toEqual([]);
  });
});

describe('a request with a right token', () => {
  test('is never an error of the server, and every refusal has a code of the table', async () => {
    const right = fc.constantFrom<[string, string][]>(
      [['Authorization', `Bearer ${TOKEN}`]],
      [
        ['authorization', `bearer ${TOKEN}`],
        ['Content-Type', 'text/plain'],
      ],
    );
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(request(right), async (sent) => {
        const answer = await gateway.send(sent);
        statuses.add(answer.status);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        const problem = JSON.parse(answer.body) as { code: keyof typeof INGEST_API_CODES; status: number };
        expect(INGEST_API_CODES[problem.code].status).toBe(answer.status);
        expect(problem.status).toBe(answer.status);
      }),
      { seed: SEED, numRuns: 700 },
    );
    expect([...statuses].toSorted()).toEqual(expect.arrayContaining([202, 400, 401, 404]));
  });

  test('for a receipt that nobody can have is 404 without a read', async () => {
    for (const receipt of [LONG, 'x'.repeat(65), '%00', 'a%2Fb', 'a b', '\u00ff']) {
      const url = `/v1/receipts/${receipt}`;
      const answer = await gateway.send({ method: 'GET', url, fields: bearer(TOKEN) });
      expect([answer.status, gateway.calls]).toEqual([404, []]);
    }
  });

  test.each([
    ['the longest id and media type', `%22`.repeat(500), `text/plain; x="${'y'.repeat(180)}"`],
    ['an id whose characters take three bytes', encodeURIComponent('新'.repeat(166)), 'text/plain'],
    ['an id of backslashes', '%5C'.repeat(500), `text/plain; x="${'\\'.repeat(80)}"`],
  ])('stores metadata that S3 takes: %s', async (_, id, mediaType) => {
    const answer = await gateway.send({
      method: 'PUT',
      url: `/v1/sources/desk/articles/${id}`,
      fields: [...bearer(TOKEN), ['Content-Type', mediaType]],
      body: Buffer.from('A story'),
    });
    expect(answer.status).toBe(202);
  });
});
