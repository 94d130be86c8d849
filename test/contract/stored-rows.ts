import { expect } from 'vitest';
import { type Key, tableKeys } from '../../shared/contract/table-keys.ts';
import { hourOf } from '../../shared/domain/quota.ts';
import { articleIdOf, asInstant, feedIdOf, partnerIdOf, receiptIdOf } from '../support/ids.ts';
import { contentOf, decisionOf, headOf, revisionOf } from './articles.ts';
import type { Stores } from './backends.ts';
import { type Contract, fresh, instant, NEWER } from './contract.ts';
import { changeOf, stateOf } from './feeds.ts';
import { partner } from './partners.ts';
import { accessOf } from './readers.ts';
import { itemOf, recordOf } from './receipts.ts';

/** A type of row: how a store writes and reads it, and one of its members. `id` is new for each check. */
interface RowType {
  key(id: string): Key;
  member: string;
  /** A value that the member cannot have; 7 if it is absent. */
  broken?: unknown;
  write(stores: Stores, id: string): Promise<unknown>;
  read(stores: Stores, id: string): Promise<unknown>;
  /** What a list returns instead if the row is broken; without it, a broken row is an error. */
  withoutRow?(id: string): unknown;
}

const HOUR = hourOf(new Date(instant(0)));
const record = (id: string) => recordOf(receiptIdOf(id), `source-${id}`);

const ROW_TYPES: Record<string, RowType> = {
  'a head': {
    key: (id) => tableKeys.head(articleIdOf(id)),
    member: 'head',
    write: ({ articles }, id) => articles.putHead(headOf(articleIdOf(id), asInstant('a')), 0),
    read: ({ articles }, id) => articles.head(articleIdOf(id)),
  },
  'a revision': {
    key: (id) => tableKeys.revision(articleIdOf(id), 'v1'),
    member: 'revision',
    write: ({ articles }, id) => articles.putRevision(revisionOf(articleIdOf(id), 'v1', 'h'), contentOf('A')),
    read: ({ articles }, id) => articles.revisions(articleIdOf(id), 10),
  },
  'a decision': {
    key: (id) => tableKeys.decision(articleIdOf(id), decisionOf(instant(1), receiptIdOf('r'))),
    member: 'decision',
    write: ({ articles }, id) =>
      articles.putDecision(articleIdOf(id), decisionOf(instant(1), receiptIdOf('r'))),
    read: ({ articles }, id) => articles.decisions(articleIdOf(id), 10),
    withoutRow: () => [],
  },
  'the reach of an article': {
    key: (id) => tableKeys.reach(articleIdOf(id)),
    member: 'feeds',
    write: ({ articles }, id) => articles.extendReach(articleIdOf(id), [feedIdOf('f1')]),
    read: ({ articles }, id) => articles.reach([articleIdOf(id)]),
  },
  'a DIRTY row': {
    key: (id) => tableKeys.dirty(articleIdOf(id)),
    member: 'token',
    write: ({ work }, id) => work.markDirty(articleIdOf(id), 't'),
    read: async ({ work }, id) => (await work.dirty(1000)).filter(({ subject }) => subject === id),
    withoutRow: () => [],
  },
  'a DUE row': {
    key: (id) => tableKeys.due(instant(0), articleIdOf(id)),
    member: 'subject',
    write: ({ work }, id) => work.scheduleDue(instant(0), articleIdOf(id)),
    read: async ({ work }, id) => (await work.due(instant(0), 1000)).filter(({ subject }) => subject === id),
    withoutRow: () => [],
  },
  'a TODO row': {
    key: (id) => tableKeys.todo(feedIdOf(id), { at: instant(0), token: 't' }),
    member: 'articles',
    write: ({ todo }, id) =>
      todo.add([{ feed: feedIdOf(id), at: instant(0), token: 't', articles: [articleIdOf('a')] }]),
    read: ({ todo }, id) => todo.oldest(feedIdOf(id), 10),
    withoutRow: () => [],
  },
  'a WAKE row': {
    key: (id) => tableKeys.wake(feedIdOf(id)),
    member: 'at',
    write: ({ wakeUps }, id) =>
      wakeUps.announce({ feed: feedIdOf(id), token: 't' }, { at: instant(0), lostBefore: instant(0) }),
    read: async ({ wakeUps }, id) =>
      (await wakeUps.writtenBefore(instant(1), 1000)).filter((feed) => feed === id),
    withoutRow: (id) => [feedIdOf(id)],
  },
  'the state of a feed': {
    key: (id) => tableKeys.feedState(feedIdOf(id)),
    member: 'state',
    write: ({ feeds }, id) => feeds.commit(feedIdOf(id), stateOf(1), 0),
    read: ({ feeds }, id) => feeds.state(feedIdOf(id)),
  },
  'the state of a feed, read for its documents': {
    key: (id) => tableKeys.feedState(feedIdOf(id)),
    member: 'state',
    write: ({ feeds }, id) => feeds.commit(feedIdOf(id), stateOf(1), 0),
    read: ({ feeds }, id) => feeds.committed([feedIdOf(id)]),
    withoutRow: (id) => new Map([[feedIdOf(id), 'unreadable']]),
  },
  'the settled rev of a feed': {
    key: (id) => tableKeys.feedSettled(feedIdOf(id)),
    member: 'rev',
    broken: 'seven',
    async write({ feeds }, id) {
      await feeds.commit(feedIdOf(id), stateOf(1), 0);
      await feeds.settle(feedIdOf(id), 1);
    },
    read: ({ feeds }, id) => feeds.state(feedIdOf(id)),
  },
  'an entry of a log': {
    key: (id) => tableKeys.feedLog(feedIdOf(id), 1),
    member: 'change',
    write: ({ feeds }, id) => feeds.appendLog(feedIdOf(id), 1, changeOf(instant(1))),
    read: ({ feeds }, id) => feeds.log(feedIdOf(id), 10),
    withoutRow: () => [],
  },
  'the state of a feed, read to show it': {
    key: (id) => tableKeys.feedState(feedIdOf(id)),
    member: 'state',
    write: ({ feeds }, id) => feeds.commit(feedIdOf(id), stateOf(1), 0),
    read: ({ feeds }, id) => feeds.readableState(feedIdOf(id)),
    withoutRow: () => 'unreadable',
  },
  'a release of losses': {
    key: (id) => tableKeys.feedRelease(feedIdOf(id)),
    member: 'at',
    write: ({ feeds }, id) => feeds.releaseLosses(feedIdOf(id), instant(1), 'Jane Roe'),
    read: ({ feeds }, id) => feeds.lossesReleasedAt(feedIdOf(id)),
  },
  'a partner': {
    key: (id) => tableKeys.partner(partnerIdOf(id)),
    member: 'partner',
    write: ({ partners }, id) => partners.put(partner(id), 0),
    read: ({ partners }, id) => partners.get(partnerIdOf(id)),
  },
  'the count of a quota': {
    key: (id) => tableKeys.quotaCount(id, HOUR),
    member: 'count',
    broken: 'seven',
    write: ({ quota }, id) => quota.count(id, HOUR, 9),
    read: ({ quota }, id) => quota.used(id, HOUR),
  },
  'an open access': {
    key: (id) => tableKeys.openAccess(accessOf(`${id}/top`, id)),
    member: 'access',
    write: ({ readers }, id) => readers.put(accessOf(`${id}/top`, id)),
    read: async ({ readers }, id) => (await readers.open()).filter(({ feed }) => feed === feedIdOf(id)),
  },
  'an access that has ended': {
    key: (id) => tableKeys.endedAccess(accessOf(`${id}/top`, id)),
    member: 'access',
    write: ({ readers }, id) =>
      readers.end({ ...accessOf(`${id}/top`, id), until: instant(1), reason: 'renamed' }),
    read: ({ readers }, id) => readers.ended(feedIdOf(id)),
  },
  'a partner in the list': {
    key: (id) => tableKeys.partner(partnerIdOf(id)),
    member: 'partner',
    write: ({ partners }, id) => partners.put(partner(id), 0),
    async read({ partners }, id) {
      const listed = await partners.readableList();
      return {
        partners: listed.partners.filter((found) => found.partner.id === id),
        unreadable: listed.unreadable.filter((found) => found === id),
      };
    },
    withoutRow: (id) => ({ partners: [], unreadable: [id] }),
  },
  'a receipt in a list': {
    key: (id) => tableKeys.receipt(receiptIdOf(id)),
    member: 'record',
    write: ({ receipts }, id) => receipts.open(record(id)),
    read: ({ receipts }, id) =>
      receipts.list({ source: record(id).source, day: instant(0).slice(0, 10), limit: 5 }),
    withoutRow: () => [],
  },
  'a receipt': {
    key: (id) => tableKeys.receipt(receiptIdOf(id)),
    member: 'record',
    write: ({ receipts }, id) => receipts.open(record(id)),
    read: ({ receipts }, id) => receipts.get(receiptIdOf(id)),
  },
  'an item of a receipt': {
    key: (id) => tableKeys.receiptItem(receiptIdOf(id), 0),
    member: 'item',
    write: ({ receipts }, id) => receipts.putItem(record(id), itemOf(0)),
    read: ({ receipts }, id) => receipts.items(receiptIdOf(id)),
    withoutRow: () => [],
  },
  'the listing of a receipt': {
    key: (id) => tableKeys.receiptListing(record(id).source, record(id)),
    member: 'receipt',
    write: ({ receipts }, id) => receipts.open(record(id)),
    read: ({ receipts }, id) => receipts.unread(record(id).source, instant(0), instant(0)),
    withoutRow: () => [],
  },
};

const readsNewer =
  ({ key, write, read }: RowType): Contract[string] =>
  async (stores) => {
    const id = fresh();
    await write(stores, id);
    const before = await read(stores, id);
    await stores.alter(key(id), (row) => ({ ...row, ...NEWER }));
    expect(await read(stores, id)).toEqual(before);
  };

const refusesBroken =
  ({ key, member, broken = 7, write, read, withoutRow }: RowType): Contract[string] =>
  async (stores) => {
    const id = fresh();
    const { pk, sk } = key(id);
    await write(stores, id);
    const before = await read(stores, id);
    let whole: unknown;
    await stores.alter(key(id), ({ [member]: value, ...row }) => {
      whole = value;
      return { ...row, [member]: broken, pk, sk };
    });
    const error = `${pk} ${sk} cannot be decoded: ${member}: `;
    if (withoutRow === undefined) await expect(read(stores, id)).rejects.toThrow(error);
    else {
      expect(await read(stores, id)).toEqual(withoutRow(id));
      expect(stores.unreadable).toContainEqual(expect.stringContaining(error));
    }
    // The row is repaired, because other checks read all rows of a type.
    await stores.alter(key(id), (row) => ({ ...row, [member]: whole }));
    expect(await read(stores, id)).toEqual(before);
  };

/** Adds an unknown member inside a member of the row. */
const withNewerIn = (stores: Stores, key: Key, member: string): Promise<void> =>
  stores.alter(key, (row) => ({ ...row, [member]: Object.assign({}, row[member], NEWER) }));

/** Breaks a row until `check` has run. */
async function whileBroken(
  stores: Stores,
  key: Key,
  members: object,
  check: () => Promise<void>,
): Promise<void> {
  const whole = await stores.stored(key);
  await stores.alter(key, (row) => ({ ...row, ...members }));
  await check();
  await stores.alter(key, (row) => ({ ...row, ...whole }));
}

export const storedRowContract: Contract = {
  'broken rows do not keep the rows behind them from being read': async (stores) => {
    const feed = feedIdOf(fresh());
    const rows = [0, 1, 2, 3, 4].map((at) => ({ feed, at: instant(at), token: 't', articles: [] }));
    await stores.todo.add(rows);
    const keys = rows.slice(0, 3).map((row) => tableKeys.todo(feed, row));
    for (const key of keys) await stores.alter(key, (row) => ({ ...row, articles: 7 }));
    expect(await stores.todo.oldest(feed, 2)).toEqual(rows.slice(3));
    expect(await stores.todo.oldest(feed, 1)).toEqual(rows.slice(3, 4));
    expect(await stores.todo.oldest(feed, 9)).toEqual(rows.slice(3));
  },

  'broken decisions do not keep older decisions from being read': async (stores) => {
    const article = articleIdOf(fresh());
    const made = [0, 1, 2].map((at) => decisionOf(instant(at), receiptIdOf('r')));
    for (const decision of made) await stores.articles.putDecision(article, decision);
    for (const decision of made.slice(1))
      await stores.alter(tableKeys.decision(article, decision), (row) => ({ ...row, decision: 7 }));
    expect(await stores.articles.decisions(article, 1)).toEqual(made.slice(0, 1));
  },

  'a WAKE row with an instant that is missing, of another type or in the future does not stop its feed':
    async (stores) => {
      const when = { at: instant(600), lostBefore: instant(480) };
      for (const at of [undefined, 7, null, 'zzz', instant(1e9)]) {
        const feed = feedIdOf(fresh());
        await stores.wakeUps.announce({ feed, token: 't1' }, when);
        expect(await stores.wakeUps.announce({ feed, token: 't2' }, when)).toBe('refused');
        await stores.alter(tableKeys.wake(feed), ({ at: _, ...row }) => ({
          ...row,
          ...(at !== undefined && { at }),
          pk: tableKeys.wake(feed).pk,
          sk: tableKeys.wake(feed).sk,
        }));
        expect(await stores.wakeUps.announce({ feed, token: 't3' }, when)).toBe('written');
      }
    },

  'a broken reach of an article does not stop that of another': async (stores) => {
    const [a, b] = [articleIdOf(fresh()), articleIdOf(fresh())];
    for (const article of [a, b]) await stores.articles.extendReach(article, [feedIdOf('f1')]);
    await whileBroken(stores, tableKeys.reach(a), { feeds: 7 }, async () => {
      const { found, unreadable } = await stores.articles.readableReach([a, b]);
      expect(found.get(b)).toEqual(new Set(['f1']));
      expect([...unreadable.keys()]).toEqual([a]);
    });
  },

  ...Object.fromEntries(
    Object.entries(ROW_TYPES).flatMap(([name, type]) => [
      [`${name} with a member that a newer Wiredesk added is read`, readsNewer(type)],
      [
        `${name} that is broken is ${type.withoutRow ? 'left out' : 'refused'}; the error names its key and the member`,
        refusesBroken(type),
      ],
    ]),
  ),

  'a head keeps the members that a newer Wiredesk added when it is written back': async (stores) => {
    const id = fresh();
    await stores.articles.putHead(headOf(articleIdOf(id), asInstant('a')), 0);
    await withNewerIn(stores, tableKeys.head(articleIdOf(id)), 'head');
    const { head, token } = await stores.articles.head(articleIdOf(id));
    if (head) await stores.articles.putHead({ ...head, firstSeen: asInstant('b') }, token);
    expect((await stores.articles.head(articleIdOf(id))).head).toEqual({
      ...headOf(articleIdOf(id), asInstant('b')),
      ...NEWER,
    });
  },

  'a state keeps the members that a newer Wiredesk added when it is settled or written back': async (
    stores,
  ) => {
    const id = fresh();
    await stores.feeds.commit(feedIdOf(id), stateOf(1), 0);
    await withNewerIn(stores, tableKeys.feedState(feedIdOf(id)), 'state');
    await stores.feeds.settle(feedIdOf(id), 1);
    const state = await stores.feeds.state(feedIdOf(id));
    expect(state).toEqual({ ...stateOf(1, 1), ...NEWER });
    if (state) await stores.feeds.commit(feedIdOf(id), { ...state, rev: 2 }, 1);
    expect(await stores.feeds.state(feedIdOf(id))).toEqual({ ...stateOf(1, 1), rev: 2, ...NEWER });
  },

  'a partner keeps the members that a newer Wiredesk added when it is written back': async (stores) => {
    const id = fresh();
    await stores.partners.put(partner(id), 0);
    await withNewerIn(stores, tableKeys.partner(partnerIdOf(id)), 'partner');
    const found = await stores.partners.get(partnerIdOf(id));
    if (found) await stores.partners.put({ ...found.partner, name: 'Renamed' }, found.token);
    expect((await stores.partners.get(partnerIdOf(id)))?.partner).toEqual({
      ...partner(id, 'Renamed'),
      ...NEWER,
    });
  },

  'contents that are broken are refused; the error names their key': async (stores) => {
    const id = fresh();
    const key = tableKeys.content(articleIdOf(id), 'h');
    await stores.articles.putRevision(revisionOf(articleIdOf(id), 'v1', 'h'), contentOf('A'));
    await stores.alter(key, (row) => ({ ...row, packed: 7, content: 7 }));
    const contents = stores.articles.contents([{ article: articleIdOf(id), contentHash: 'h' }]);
    await expect(contents).rejects.toThrow(`${key.pk} ${key.sk} cannot be decoded`);
  },
};
