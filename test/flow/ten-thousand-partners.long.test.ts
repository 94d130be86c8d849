import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEdgeStore } from '../../shared/aws/edge-store.ts';
import { EDGE_LIMITS, edgeRecord } from '../../shared/contract/edge-record.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import type { EdgeStore } from '../../shared/contract/stores.ts';
import { type PartnerId, sha256 } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import { asInstant, partnerIdOf } from '../support/ids.ts';
import { awsClientOptions, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

const PARTNERS = 10_000;

let wiredesk: RunningWiredesk;
let store: EdgeStore;
beforeAll(async () => {
  wiredesk = await startWiredesk();
  const { session } = wiredesk;
  store = openEdgeStore(session.pipeline.outputs.partnerStore, awsClientOptions(session));
  await wiredesk.put('one', 'A story for partners\n\nIts body.');
  await wiredesk.runUntilIdle();
});
afterAll(() => wiredesk.stop());

const idOf = (number: number): PartnerId => partnerIdOf(`partner-${String(number).padStart(5, '0')}`);
const tokenOf = (number: number): string => `token-of-${idOf(number)}-0123456789-0123456789`;
const NEWS = feedId('news', 'standard', PUBLIC_TERMS);

/** The record of a partner that is rotating its token and has three subscriptions: the largest usual record. */
function recordOf(number: number): string {
  const created = asInstant('2026-01-01T00:00:00.000Z');
  const partner: Partner = {
    id: idOf(number),
    name: 'The Outlet',
    tokens: [
      { hash: sha256(tokenOf(number)), created, until: asInstant('2099-01-01T00:00:00.000Z') },
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

test('the records of ten thousand partners fit into the key-value store, and the partners read their feeds', async () => {
  const put = new Map(Array.from({ length: PARTNERS }, (_, number) => [idOf(number), recordOf(number)]));
  await store.update({ put, remove: [] });
  const entries = await store.entries();
  expect(entries).toEqual(put);
  const bytes = [...entries].reduce((total, [key, value]) => total + key.length + value.length, 0);
  console.log(`${entries.size} partners use ${(bytes / EDGE_LIMITS.store).toFixed(2)} of the store`);
  expect(bytes).toBeLessThan(EDGE_LIMITS.store);

  for (const number of [0, 1, 4_999, PARTNERS - 1]) {
    const authorization = `Basic ${Buffer.from(`${idOf(number)}:${tokenOf(number)}`).toString('base64')}`;
    const answer = await wiredesk.read(`/p/${idOf(number)}/top/rss.xml`, { authorization });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('A story for partners');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60, stale-if-error=0');
    const other = idOf((number + 1) % PARTNERS);
    expect((await wiredesk.read(`/p/${other}/top/rss.xml`, { authorization })).status).toBe(404);
  }
}, 120_000);

test('a removed partner gets 401 at once, and the other partners still read', async () => {
  await store.update({ put: new Map([[partnerIdOf('late'), recordOf(1)]]), remove: [idOf(0)] });
  expect((await store.entries()).size).toBe(PARTNERS);
  const path = `/p/${idOf(0)}/top/${tokenOf(0)}/rss.xml`;
  expect((await wiredesk.read(path)).status).toBe(401);
  expect((await wiredesk.read(path)).headers.get('www-authenticate')).toBe(
    'Basic realm="Wiredesk", charset="UTF-8", Bearer realm="Wiredesk"',
  );
  expect((await wiredesk.read(`/p/late/top/${tokenOf(1)}/rss.xml`)).status).toBe(200);
});

test('the CloudFront Function uses the local cloud’s clock: a token expires when the clock is moved', async () => {
  const soon = instantOf(new Date(wiredesk.session.cloud.clock.now().getTime() + 60_000));
  const created = asInstant('2026-01-01T00:00:00.000Z');
  const partner: Partner = {
    id: partnerIdOf('brief'),
    name: 'The Outlet',
    tokens: [{ hash: sha256('brief-token'), created, until: soon }],
    subscriptions: [{ alias: 'top', channel: 'news', profile: 'standard', delayMinutes: 0, territory: [] }],
  };
  await store.update({ put: new Map([[partner.id, edgeRecord(partner, () => NEWS) ?? '']]), remove: [] });
  expect((await wiredesk.read('/p/brief/top/brief-token/rss.xml')).status).toBe(200);
  wiredesk.session.cloud.clock.shift(60_000);
  expect((await wiredesk.read('/p/brief/top/brief-token/rss.xml')).status).toBe(401);
});

test('several writers at the same time do not overwrite each other’s records', async () => {
  const writers = Array.from({ length: 3 }, (_, number) =>
    store.update({ put: new Map([[partnerIdOf(`writer-${number}`), recordOf(number)]]), remove: [] }),
  );
  await Promise.all(writers);
  const entries = await store.entries();
  for (const number of [0, 1, 2]) expect(entries.get(partnerIdOf(`writer-${number}`))).toBe(recordOf(number));
});
