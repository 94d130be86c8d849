import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openApiDocument, OPERATIONS } from '../../shared/contract/openapi.ts';
import { MAX_BODY_BYTES } from '../../shared/contract/stages.ts';
import { articleId } from '../../shared/domain/identity.ts';
import { INGEST_API_CODES, type IngestApiCode } from '../../shared/domain/ingest-api-codes.ts';
import { hourOf } from '../../shared/domain/quota.ts';
import { CONFIGURATION, TOKEN } from '../crash/stage-case-builders.ts';
import { asInstant, receiptIdOf } from '../support/ids.ts';
import { type GatewayAnswer, memoryGateway } from './gateway-in-memory.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
const written = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content: object; description: string; headers?: object }> }>
  >;
  components: { schemas: Record<string, Schema> };
};
const schemas = Object.fromEntries(
  Object.entries(written.components.schemas).map(([name, schema]) => [name, z.fromJSONSchema(schema)]),
);

const [desk] = CONFIGURATION.sources;
if (desk === undefined) throw new Error('the configuration has no source');
const gateway = memoryGateway({
  ...CONFIGURATION,
  sources: [...CONFIGURATION.sources, { ...desk, id: 'busy', quota: 1 }],
});
await gateway.cloud.quota.count('busy', hourOf(gateway.clock.now), 1);
const ERASED = articleId('desk', 'erased');
const RECEIPT = 'a-receipt';
await gateway.cloud.articles.putHead(
  {
    article: ERASED,
    source: 'desk',
    decisions: {
      erasure: {
        action: 'erase',
        at: asInstant('2026-03-01T08:00:00.000Z'),
        receipt: receiptIdOf('e'),
        by: 'Jane Roe',
      },
    },
  },
  0,
);
const RECEIVED = { receipt: receiptIdOf(RECEIPT), receivedAt: asInstant('2026-03-02T08:00:00.000Z') };
await gateway.cloud.receipts.open({
  ...RECEIVED,
  source: 'desk',
  mediaType: 'text/plain',
  bytes: 7,
});
await gateway.cloud.receipts.putItem(RECEIVED, {
  item: 0,
  outcome: 'rejected',
  code: 'FIELD_MISSING',
  reason: 'A required field is missing.',
  removed: [],
  notes: ['a note'],
  channels: [],
});

interface Try {
  fields?: [string, string][];
  source?: string;
  id?: string;
  receipt?: string;
  body?: string;
  token?: string;
}

/** A request that gets each code; `undefined` gets the answer of success. */
const TRIES: readonly (readonly [IngestApiCode | undefined, Try])[] = [
  [undefined, {}],
  ['KEY_INVALID', { fields: [['Idempotency-Key', '']] }],
  ['UNAUTHORISED', { token: 'guess', source: 'nobody' }],
  ['KEY_REUSED', { fields: [['Idempotency-Key', 'used']] }],
  ['ENCODING_EMPTY', { body: '' }],
  ['SIZE_BODY', { body: 'x'.repeat(MAX_BODY_BYTES + 1) }],
  ['MEDIA_TYPE', { fields: [['Content-Type', 'image/png']] }],
  ['FIELD_ID', { id: 'a%00b' }],
  ['ERASED', { id: 'erased' }],
  ['QUOTA_EXCEEDED', { source: 'busy' }],
  ['RECEIPT_UNKNOWN', { receipt: 'none' }],
];
/** The codes with which API Gateway itself answers. It is not asked here; test/infra checks its texts. */
const BY_GATEWAY: readonly string[] = ['REQUEST_INVALID', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'];

const seen = new Set<string>();

function send({ method, path }: (typeof OPERATIONS)[number], one: Try): Promise<GatewayAnswer> {
  const { source = 'desk', id = 'story', receipt = RECEIPT, body = 'A story', token = TOKEN } = one;
  const url = path.replace('{source}', source).replace('{id}', id).replace('{receipt}', receipt);
  const fields: [string, string][] = [['Authorization', `Bearer ${token}`], ...(one.fields ?? [])];
  const isTyped = fields.some(([name]) => name === 'Content-Type');
  if (!isTyped) fields.push(['Content-Type', 'text/plain']);
  return gateway.send({ method: method.toUpperCase(), url, fields, body: Buffer.from(body) });
}

describe.each(OPERATIONS)('$method $path', (operation) => {
  const { responses } = written.paths[operation.path]?.[operation.method] ?? { responses: {} };
  const applies = TRIES.filter(([code]) => code === undefined || operation.codes.includes(code));

  test.each(applies)('answers %s as the document says', async (code, one) => {
    if (code === 'KEY_REUSED') {
      await gateway.send({
        method: 'PUT',
        url: '/v1/sources/desk/articles/another',
        fields: [
          ['Authorization', `Bearer ${TOKEN}`],
          ['Content-Type', 'text/html'],
          ['Idempotency-Key', 'used'],
        ],
        body: Buffer.from('Another'),
      });
    }
    const answer = await send(operation, one);
    const body: unknown = JSON.parse(answer.body);
    const response = responses[String(answer.status)];
    const mediaType = String(answer.headers['content-type']).split(';')[0] ?? '';
    expect(Object.keys(response?.content ?? {})).toContain(mediaType);
    expect('retry-after' in answer.headers).toBe(code === 'QUOTA_EXCEEDED');
    if ('retry-after' in answer.headers)
      expect(Object.keys(response?.headers ?? {})).toEqual(['Retry-After']);
    if (code === undefined) {
      expect(answer.status).toBe(operation.answers);
      expect(schemas[operation.answers === 202 ? 'Accepted' : 'Receipt']?.parse(body)).toEqual(body);
    } else {
      expect([answer.status, body]).toMatchObject([INGEST_API_CODES[code].status, { code }]);
      expect(response?.description).toContain(`${code}: `);
      expect(schemas['Problem']?.parse(body)).toEqual(body);
      seen.add(`${operation.id} ${code}`);
    }
  });
});

afterAll(() => {
  const documented = OPERATIONS.flatMap(({ id, codes }) => codes.map((code) => `${id} ${code}`));
  expect([...seen].toSorted()).toEqual(documented.toSorted());
});

test('docs/openapi.json is made from the schemas of this version', () => {
  expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(written);
});

test('every status of a documented operation belongs to one of its codes', () => {
  for (const { path, method, answers, codes } of OPERATIONS) {
    const statuses = [...codes, ...BY_GATEWAY].map((code) => INGEST_API_CODES[code as IngestApiCode].status);
    const { responses } = written.paths[path]?.[method] ?? { responses: {} };
    expect(new Set(Object.keys(responses))).toEqual(new Set([answers, ...statuses].map(String)));
  }
});

test('a schema of the document refuses a body that has another form', () => {
  expect(schemas['Problem']?.safeParse({ code: 'UNAUTHORISED' }).success).toBe(false);
  expect(schemas['Receipt']?.safeParse({ receipt: 'r', outcomes: [] }).success).toBe(false);
  expect(schemas['Accepted']?.safeParse({ receipt: 'r', status: 's', more: 1 }).success).toBe(false);
});
