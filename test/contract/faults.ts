import type { PublishMessage } from '../../shared/contract/messages.ts';
import type { ArticleId, FeedId } from '../../shared/domain/identity.ts';
import { etagOf } from '../support/memory/document-store.ts';
import type { CONTRACTS } from './contracts.ts';
import { instant } from './contract.ts';
import type { Stores } from './backends.ts';

/** A planted fault: a store that breaks a promise of its contract. At least one check of the contract must fail. */
export interface StoreFault {
  contract: keyof typeof CONTRACTS;
  name: string;
  plant(stores: Stores): Stores;
}

type Name = Exclude<keyof Stores, 'configure' | 'alter' | 'stored' | 'remove' | 'unreadable'>;
type Plants = { [Store in Name]?: (store: Stores[Store]) => Partial<Stores[Store]> };

/** The stores with some of their methods replaced. */
const planted =
  (plants: Plants) =>
  (stores: Stores): Stores => {
    const changed = { ...stores };
    for (const [name, plant] of Object.entries(plants) as [Name, (store: object) => object][]) {
      Object.assign(changed, { [name]: { ...stores[name], ...plant(stores[name]) } });
    }
    return changed;
  };

export const STORE_FAULTS: readonly StoreFault[] = [
  {
    contract: 'articles',
    name: 'a head is replaced even if its token has changed',
    plant: planted({
      articles: ({ head, putHead }) => ({
        putHead: async (next) => putHead(next, (await head(next.article)).token),
      }),
    }),
  },
  {
    contract: 'articles',
    name: 'a page of revisions repeats the last revision of the previous page',
    plant: planted({
      articles: ({ revisions }) => ({
        revisions: (article, limit, before) => revisions(article, limit, before && `${before}~`),
      }),
    }),
  },
  {
    contract: 'articles',
    name: 'new feeds replace the reach of an article instead of extending it',
    plant: planted({
      articles: ({ extendReach, reach }) => {
        const last = new Map<ArticleId, readonly FeedId[]>();
        return {
          async extendReach(article, feeds) {
            last.set(article, feeds);
            await extendReach(article, feeds);
          },
          reach: async (articles) =>
            new Map(
              [...(await reach(articles))].map(([article]) => [article, new Set(last.get(article) ?? [])]),
            ),
        };
      },
    }),
  },
  {
    contract: 'work',
    name: 'a DIRTY row is cleared even if its token has changed',
    plant: planted({
      work: ({ dirty, clearDirty }) => ({
        async clearDirty({ subject }) {
          for (const row of await dirty(1000)) if (row.subject === subject) await clearDirty(row);
        },
      }),
    }),
  },
  {
    contract: 'todo',
    name: 'all TODO rows of a feed are removed, also those that were not read',
    plant: planted({
      todo: ({ oldest, remove }) => ({
        async remove(rows) {
          for (const { feed } of rows) await remove(await oldest(feed, 1000));
        },
      }),
    }),
  },
  {
    contract: 'todo',
    name: 'only as many TODO rows are written as fit into one request',
    plant: planted({ todo: ({ add }) => ({ add: (rows) => add(rows.slice(0, 25)) }) }),
  },
  {
    contract: 'wakeUps',
    name: 'a wake-up is announced although another one waits',
    plant: planted({
      wakeUps: ({ announce }) => ({
        announce: (wakeUp, { at }) => announce(wakeUp, { at, lostBefore: instant(1e6) }),
      }),
    }),
  },
  {
    contract: 'wakeUps',
    name: 'a publisher begins in place of a wake-up that waits behind its message',
    plant: planted({
      wakeUps: ({ announce, begin }) => {
        const waiting = new Map<FeedId, string>();
        return {
          async announce(wakeUp, when) {
            const written = await announce(wakeUp, when);
            if (written === 'written') waiting.set(wakeUp.feed, wakeUp.token);
            return written;
          },
          begin: (publisher, { at }) => begin(publisher, { at, wakeUp: waiting.get(publisher.feed) }),
        };
      },
    }),
  },
  {
    contract: 'work',
    name: 'a DUE row whose instant is exactly now is not returned',
    plant: planted({
      work: ({ due }) => ({
        due: async (now, limit) => (await due(now, limit)).filter(({ instant }) => instant < now),
      }),
    }),
  },
  {
    contract: 'receipts',
    name: 'a later outcome of an item replaces the first outcome',
    plant: planted({
      receipts: ({ putItem, items }) => {
        const last = new Map<string, Parameters<typeof putItem>[1]>();
        return {
          async putItem(of, item) {
            last.set(`${of.receipt} ${item.item}`, item);
            await putItem(of, item);
          },
          items: async (receipt) =>
            (await items(receipt)).map((item) => last.get(`${receipt} ${item.item}`) ?? item),
        };
      },
    }),
  },
  {
    contract: 'receipts',
    name: 'a receipt that was never opened can be closed',
    plant: planted({
      receipts: ({ close }) => ({
        async close(receipt, items) {
          await close(receipt, items);
          return 'written';
        },
      }),
    }),
  },
  {
    contract: 'receipts',
    name: 'every page of the receipts of a day is the first page',
    plant: planted({
      receipts: ({ list }) => ({ list: ({ source, day, limit }) => list({ source, day, limit }) }),
    }),
  },
  {
    contract: 'feeds',
    name: 'every page of the log of a feed is the first page',
    plant: planted({ feeds: ({ log }) => ({ log: (feed, limit) => log(feed, limit) }) }),
  },
  {
    contract: 'raw',
    name: 'a second submission with the same receipt is reported as written',
    plant: planted({
      raw: ({ put }) => ({
        async put(envelope, bytes) {
          await put(envelope, bytes);
          return 'written';
        },
      }),
    }),
  },
  {
    contract: 'feeds',
    name: 'a feed state is replaced even if its rev has changed',
    plant: planted({
      feeds: ({ commit, state }) => ({
        commit: async (feed, next) => commit(feed, next, (await state(feed))?.rev ?? 0),
      }),
    }),
  },
  {
    contract: 'feeds',
    name: 'a publisher can settle a rev that is no longer in force',
    plant: planted({
      feeds: ({ settle, state }) => ({
        settle: async (feed) => settle(feed, (await state(feed))?.rev ?? 0),
      }),
    }),
  },
  {
    contract: 'documents',
    name: 'a document is put without If-Match',
    plant: planted({
      documents: ({ put, etag }) => ({
        put: async (key, document) => put(key, document, await etag(key)),
      }),
    }),
  },
  {
    contract: 'documents',
    name: 'an ETag is returned without its quotes',
    plant: planted({
      documents: ({ get }) => ({
        async etag(key) {
          const bytes = await get(key);
          return bytes && etagOf(bytes).replaceAll('"', '');
        },
      }),
    }),
  },
  {
    contract: 'queues',
    name: 'a queue drops a message that equals an earlier message',
    plant: planted({
      publishQueue: ({ send }) => {
        const seen = new Set<string>();
        return {
          send: (messages) =>
            send(
              messages.filter((message) => {
                const text = JSON.stringify(message);
                return !seen.has(text) && seen.add(text);
              }),
            ),
        };
      },
    }),
  },
  {
    contract: 'queues',
    name: 'a queue reverses the order of its messages',
    plant: planted({ publishQueue: ({ send }) => ({ send: (messages) => send(messages.toReversed()) }) }),
  },
  {
    contract: 'groups',
    name: 'all messages of a group can be received while one of them is in flight',
    plant: planted({
      publishQueue: () => {
        let waiting: PublishMessage[] = [];
        return {
          send: async (messages) => void waiting.push(...messages),
          async receive() {
            const all = waiting;
            waiting = [];
            return all;
          },
        };
      },
    }),
  },
  {
    contract: 'configuration',
    name: 'reads return the first configuration even after another one was put in force',
    plant: planted({
      configuration: ({ current }) => {
        let kept: Awaited<ReturnType<typeof current>>;
        const first = async () => (kept ??= await current());
        return { current: first, recent: first };
      },
    }),
  },
  {
    contract: 'storedRows',
    name: 'a row that cannot be decoded is treated as missing',
    plant: planted({
      articles: ({ head }) => ({
        head: (article) => head(article).catch(() => ({ head: undefined, token: 0 })),
      }),
    }),
  },
  {
    contract: 'storedRows',
    name: 'a partner that is written back loses the members that a newer Wiredesk had added',
    plant: planted({
      partners: ({ put }) => ({
        put: ({ id, name, tokens, subscriptions }, token) => put({ id, name, tokens, subscriptions }, token),
      }),
    }),
  },
  {
    contract: 'partners',
    name: 'a partner is replaced even if its token has changed',
    plant: planted({
      partners: ({ get, put }) => ({
        put: async (partner) => put(partner, (await get(partner.id))?.token ?? 0),
      }),
    }),
  },
  {
    contract: 'quotas',
    name: 'the count is read and then written, so parallel submissions are counted as one',
    plant: planted({
      quota: ({ count, used }) => ({
        async count(source, hour, limit) {
          const before = await used(source, hour);
          await Promise.resolve();
          if (before >= limit) return 'refused';
          await count(source, hour, Infinity);
          return 'written';
        },
      }),
    }),
  },
  {
    contract: 'quotas',
    name: 'a submission over the quota is counted too',
    plant: planted({
      quota: ({ count }) => ({
        async count(source, hour, limit) {
          const counted = await count(source, hour, limit);
          if (counted === 'refused') await count(source, hour, Infinity);
          return counted;
        },
      }),
    }),
  },
  {
    contract: 'readers',
    name: 'the end of an earlier access ends the access that is open by now',
    plant: planted({
      readers: ({ end, open }) => ({
        end: async (access) => {
          const known = (await open()).find(({ reader }) => reader === access.reader);
          await end({ ...access, recorded: known?.recorded ?? access.recorded });
        },
      }),
    }),
  },
];
