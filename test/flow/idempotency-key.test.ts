import { expect, test } from 'vitest';
import { CONFIGURATION, TOKEN } from '../crash/stage-case-builders.ts';
import { memoryGateway, type SentRequest } from './gateway-in-memory.ts';

const gateway = memoryGateway(CONFIGURATION);

const FIRST = {
  method: 'PUT',
  url: '/v1/sources/desk/articles/story',
  type: 'text/plain; charset=utf-8',
  body: 'A story',
};

/** Sends the request `FIRST` with changes, and returns the status, the code and the receipt. */
async function send(key: readonly string[], changes: Partial<typeof FIRST> = {}) {
  const { method, url, type, body } = { ...FIRST, ...changes };
  const fields: SentRequest['fields'] = [
    ['Authorization', `Bearer ${TOKEN}`],
    ['Content-Type', type],
    ...key.map((value) => ['Idempotency-Key', value] as const),
  ];
  const answer = await gateway.send({ method, url, fields, body: Buffer.from(body) });
  const { code, receipt } = JSON.parse(answer.body) as { code?: string; receipt?: string };
  return { status: answer.status, code, receipt };
}

test.each<[string, Partial<typeof FIRST>]>([
  ['no change', {}],
  ['the media type in another spelling', { type: 'Text/Plain ;charset=UTF-8;' }],
])('the same key with %s gives the same receipt', async (change, changes) => {
  const first = await send([change]);
  expect(first.status).toBe(202);
  expect(await send([change], changes)).toEqual(first);
});

test.each<[string, Partial<typeof FIRST>]>([
  ['another body', { body: 'Another story' }],
  ['another media type', { type: 'text/html' }],
  ['another charset', { type: 'text/plain; charset=gbk' }],
  ['another article', { url: '/v1/sources/desk/articles/other' }],
  ['another route', { method: 'POST', url: '/v1/sources/desk/submissions' }],
  ['another method', { method: 'DELETE' }],
])('the same key with %s is refused with 409', async (change, changes) => {
  expect((await send([change])).status).toBe(202);
  expect(await send([change], changes)).toMatchObject({ status: 409, code: 'KEY_REUSED' });
});

test.each([
  ['an empty key', ['']],
  ['a key of white space', [' \t ']],
  ['a key that is too long', ['k'.repeat(256)]],
])('%s is refused with 400', async (_, key) => {
  expect(await send(key)).toMatchObject({ status: 400, code: 'KEY_INVALID' });
});

test('two stories without a key, and two stories with keys of their own, get receipts of their own', async () => {
  const sent = [
    await send([]),
    await send([]),
    await send(['one']),
    await send(['two']),
    await send(['one', 'two']),
  ];
  expect(new Set(sent.map(({ receipt }) => receipt))).toHaveProperty('size', 5);
});
