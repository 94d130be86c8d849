import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEdgeStore } from '../../shared/aws/edge-store.ts';
import { EDGE_LIMITS, edgeRecord } from '../../shared/contract/edge-record.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import type { EdgeStore } from '../../shared/contract/stores.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';

const PARTNERS = 10_000;

let desk: Desk;
let store: EdgeStore;
beforeAll(async () => {
  desk = await openDesk();
  const { endpoint, credentials } = desk.session.cloud;
  store = openEdgeStore(desk.session.pipeline.outputs.partnerStore, {
    endpoint,
    credentials,
    region: 'us-east-1',
  });
  await desk.put('one', 'A story for partners\n\nIts body.');
  await desk.settle();
}, 60_000);
afterAll(() => desk.stop());

const idOf = (number: number): string => `partner-${String(number).padStart(5, '0')}`;
const tokenOf = (number: number): string => `token-of-${idOf(number)}-0123456789-0123456789`;
const NEWS = feedId('news', 'standard', PUBLIC_TERMS);

/** A partner in the middle of a rotation, with three subscriptions. */
function entryOf(number: number): string {
  const created = '2026-01-01T00:00:00.000Z';
  const partner: Partner = {
    id: idOf(number),
    name: 'The Outlet',
    tokens: [
      { hash: sha256(tokenOf(number)), created, until: '2099-01-01T00:00:00.000Z' },
      { hash: sha256(`next-${tokenOf(number)}`), created },
    ],
    subscriptions: ['top', 'sport', 'culture'].map((alias) => ({
      alias,
      channel: 'news',
      profile: 'standard',
      delayMinutes: 0,
      territory: [],
    })),
  };
  return edgeRecord(partner, () => NEWS) ?? '';
}

test('ten thousand partners fit, are read back, and read their feeds', async () => {
  const put = new Map(Array.from({ length: PARTNERS }, (_, number) => [idOf(number), entryOf(number)]));
  await store.update({ put, remove: [] });
  const entries = await store.entries();
  expect(entries).toEqual(put);
  const bytes = [...entries].reduce((total, [key, value]) => total + key.length + value.length, 0);
  console.log(`${entries.size} partners: ${(bytes / EDGE_LIMITS.store).toFixed(2)} of the store`);
  expect(bytes).toBeLessThan(EDGE_LIMITS.store);

  for (const number of [0, 1, 4_999, PARTNERS - 1]) {
    const authorization = `Basic ${Buffer.from(`${idOf(number)}:${tokenOf(number)}`).toString('base64')}`;
    const answer = await desk.read(`/p/${idOf(number)}/top/rss.xml`, { authorization });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('A story for partners');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60, stale-if-error=0');
    const other = idOf((number + 1) % PARTNERS);
    expect((await desk.read(`/p/${other}/top/rss.xml`, { authorization })).status).toBe(404);
  }
}, 120_000);

test('a partner that is removed is unknown at once; the others stay', async () => {
  await store.update({ put: new Map([['late', entryOf(1)]]), remove: [idOf(0)] });
  expect((await store.entries()).size).toBe(PARTNERS);
  const path = `/p/${idOf(0)}/top/${tokenOf(0)}/rss.xml`;
  expect((await desk.read(path)).status).toBe(401);
  expect((await desk.read(path)).headers.get('www-authenticate')).toBe(
    'Basic realm="Wiredesk", charset="UTF-8", Bearer realm="Wiredesk"',
  );
  expect((await desk.read(`/p/late/top/${tokenOf(1)}/rss.xml`)).status).toBe(200);
});

test('the edge goes by the local cloud’s clock', async () => {
  const soon = new Date(desk.session.cloud.clock.now().getTime() + 60_000).toISOString();
  const created = '2026-01-01T00:00:00.000Z';
  const partner: Partner = {
    id: 'brief',
    name: 'The Outlet',
    tokens: [{ hash: sha256('brief-token'), created, until: soon }],
    subscriptions: [{ alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] }],
  };
  await store.update({ put: new Map([['brief', edgeRecord(partner, () => NEWS) ?? '']]), remove: [] });
  expect((await desk.read('/p/brief/top/brief-token/rss.xml')).status).toBe(200);
  desk.session.cloud.clock.shift(60_000);
  expect((await desk.read('/p/brief/top/brief-token/rss.xml')).status).toBe(401);
});

test('writers at the same time do not undo each other’s work', async () => {
  const writers = Array.from({ length: 3 }, (_, number) =>
    store.update({ put: new Map([[`writer-${number}`, entryOf(number)]]), remove: [] }),
  );
  await Promise.all(writers);
  const entries = await store.entries();
  for (const number of [0, 1, 2]) expect(entries.get(`writer-${number}`)).toBe(entryOf(number));
});
