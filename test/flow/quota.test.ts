import { beforeEach, describe, expect, test } from 'vitest';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import { DEFAULT_QUOTA, hourOf } from '../../shared/domain/quota.ts';
import { CONFIGURATION, TOKEN } from '../crash/stage-case-builders.ts';
import { receiptIdOf } from '../support/ids.ts';
import { type MemoryGateway, memoryGateway } from './gateway-in-memory.ts';

const WIRE_TOKEN = 'a-token-of-the-wire';
const QUOTA = 3;

/** The source `desk` may send three submissions an hour, the source `wire` the default. */
const withQuota = (quota: number | undefined): StoredConfiguration => ({
  ...CONFIGURATION,
  sources: CONFIGURATION.sources.map((source) =>
    source.id === 'wire'
      ? { ...source, tokenHashes: [sha256(WIRE_TOKEN)] }
      : { ...source, ...(quota !== undefined && { quota }) },
  ),
});

interface Sent {
  method?: string;
  source?: string;
  id?: string;
  token?: string;
  key?: string;
  type?: string;
  body?: string;
}

let gateway: MemoryGateway;
beforeEach(() => {
  gateway = memoryGateway(withQuota(QUOTA));
  gateway.clock.now = new Date('2026-03-02T08:14:30.250Z');
});

async function send(request: Sent = {}) {
  const {
    method = 'PUT',
    source = 'desk',
    id = 'story',
    key,
    type = 'text/plain',
    body = 'A story',
  } = request;
  const token = request.token ?? (source === 'wire' ? WIRE_TOKEN : TOKEN);
  const answer = await gateway.send({
    method,
    url: method === 'POST' ? `/v1/sources/${source}/submissions` : `/v1/sources/${source}/articles/${id}`,
    fields: [
      ['Authorization', `Bearer ${token}`],
      ['Content-Type', type],
      ...(key === undefined ? [] : [['Idempotency-Key', key] as const]),
    ],
    body: Buffer.from(body),
  });
  const { code, receipt, detail } = JSON.parse(answer.body) as {
    code?: string;
    receipt?: string;
    detail?: string;
  };
  return { status: answer.status, retryAfter: answer.headers['retry-after'], code, receipt, detail };
}

const used = (source = 'desk'): Promise<number> =>
  gateway.cloud.quota.used(source, hourOf(gateway.clock.now));
const useUp = async (): Promise<void> => {
  for (let sent = 0; sent < QUOTA; sent++) expect((await send({ id: `story-${sent}` })).status).toBe(202);
};
const OVER = { status: 429, code: 'QUOTA_EXCEEDED' };

test('of parallel submissions as many are accepted as the quota allows; the others wait for the next hour', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, (_, at) => send({ id: `story-${at}` })));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(QUOTA);
  const refused = answers.filter(({ status }) => status !== 202);
  // 45 minutes and 29.75 seconds are left of the hour.
  for (const answer of refused) expect(answer).toMatchObject({ ...OVER, retryAfter: '2730' });
  expect(refused[0]?.detail).toContain('2026-03-02T09:00:00.000Z');

  gateway.clock.now = new Date('2026-03-02T08:59:59.999Z');
  expect(await send()).toMatchObject({ ...OVER, retryAfter: '1' });
  gateway.clock.now = new Date('2026-03-02T09:00:00.000Z');
  expect(await send()).toMatchObject({ status: 202, retryAfter: undefined });
});

test('nothing of a submission over the quota is stored, and no store but the counter is asked to write', async () => {
  await useUp();
  const before = gateway.cloud.everything();
  gateway.calls.length = 0;
  expect(await send({ method: 'POST' })).toMatchObject(OVER);
  expect(await send({ id: 'other' })).toMatchObject(OVER);
  expect(gateway.cloud.everything()).toEqual(before);
  expect(gateway.calls.filter((call) => /^(?:raw|receipts)\./.test(call))).toEqual([]);
});

test('another source is not affected', async () => {
  await useUp();
  expect(await send()).toMatchObject(OVER);
  expect(await send({ source: 'wire' })).toMatchObject({ status: 202 });
  expect([await used(), await used('wire')]).toEqual([QUOTA, 1]);
});

test('a DELETE request is accepted over the quota, and never counted', async () => {
  expect(await send({ method: 'DELETE', id: 'early' })).toMatchObject({ status: 202 });
  expect(await used()).toBe(0);
  await useUp();
  for (const id of ['a', 'b', 'c'])
    expect(await send({ method: 'DELETE', id })).toMatchObject({ status: 202 });
  expect(await used()).toBe(QUOTA);
});

describe('a repeat under an Idempotency-Key', () => {
  test('that had its answer is accepted over the quota, and not counted again', async () => {
    const first = await send({ key: 'once' });
    for (let again = 0; again < 5; again++) expect(await send({ key: 'once' })).toEqual(first);
    expect(await used()).toBe(1);
    await send({ id: 'b' });
    await send({ id: 'c' });
    expect(await send({ key: 'another' })).toMatchObject(OVER);
    expect(await send({ key: 'once' })).toEqual(first);
    expect(await used()).toBe(QUOTA);
  });

  test('that was refused over the quota is accepted and counted in the next hour', async () => {
    await useUp();
    expect(await send({ key: 'once' })).toMatchObject(OVER);
    gateway.clock.now = new Date('2026-03-02T09:00:00.000Z');
    const accepted = await send({ key: 'once' });
    expect(accepted.status).toBe(202);
    expect(await send({ key: 'once' })).toEqual(accepted);
    expect(await used()).toBe(1);
  });

  test('of another source with the same key is counted for this source', async () => {
    await send({ key: 'once' });
    await send({ key: 'once', source: 'wire' });
    expect([await used(), await used('wire')]).toEqual([1, 1]);
  });
});

test.each<[string, Sent, number]>([
  ['a wrong token', { token: 'guess' }, 401],
  ['the token of another source', { token: WIRE_TOKEN }, 401],
  ['a key that was used for another request', { key: 'once', body: 'Another story' }, 409],
  ['an empty body', { body: '' }, 400],
  ['an empty key', { key: '' }, 400],
  ['an unknown media type', { type: 'image/png' }, 415],
  ['an id that is no id', { id: 'a%00b' }, 400],
])('a request with %s is not counted', async (_, request, status) => {
  await send({ key: 'once' });
  for (let sent = 0; sent < 5; sent++) expect((await send(request)).status).toBe(status);
  expect(await used()).toBe(1);
});

test('a quota that was raised holds at once, also while an instance still has the configuration from before', async () => {
  await useUp();
  const { configuration } = gateway.cloud;
  const before = withQuota(QUOTA);
  configuration.set(withQuota(QUOTA + 1));
  configuration.recent = async () => before;
  expect(await send()).toMatchObject({ status: 202 });
  expect(await send()).toMatchObject(OVER);
});

test('without a quota of its own a source has the default', async () => {
  gateway.cloud.configuration.set(withQuota(undefined));
  const limits: number[] = [];
  gateway.cloud.quota.count = async (_source, _hour, limit) => (limits.push(limit), 'written');
  expect(await send()).toMatchObject({ status: 202 });
  expect(limits).toEqual([DEFAULT_QUOTA]);
});

test('if the count fails, the submission is accepted, and the log says so', async () => {
  gateway.cloud.quota.count = () => Promise.reject(new Error('throttled'));
  const { status, receipt = '' } = await send();
  expect(status).toBe(202);
  expect(await gateway.cloud.raw.get(objectKeys.raw('desk', receiptIdOf(receipt)))).toBeDefined();
  expect(gateway.warnings).toEqual(['a submission is not counted']);
});
