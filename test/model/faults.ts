import type { Head } from '../../shared/domain/article.ts';
import { ARTICLE_IDS } from './newsroom.ts';
import type { PlantedText } from './planted-text.ts';
import type { Planting } from './world.ts';

/** A fault of the product that the newsroom's property has to catch. */
export interface Fault {
  name: string;
  /**
   * In what a worker is given, or in the stores themselves where a condition is left out: a worker may stand still
   * between any two of its calls, so that what it read before the write would be a condition all the same. Anew for
   * each world.
   */
  plant?: () => Planting;
  /** In the product's text. */
  text?: PlantedText;
  /** Caught within so few runs that it is planted at every `npm test`. */
  isQuick?: true;
}

/** Services with some methods of one of their stores replaced. */
function replace<Services, Name extends keyof Services>(
  services: Services,
  store: Name,
  change: (methods: Services[Name]) => Partial<Services[Name]>,
): Services {
  return { ...services, [store]: { ...services[store], ...change(services[store]) } };
}

/** SQS remembers the de-duplication ids of five minutes. */
const REMEMBERED = 5 * 60_000;

export const FAULTS: readonly Fault[] = [
  {
    name: 'a kill ignores reach',
    isQuick: true,
    plant: () => ({
      fanOut: (services) =>
        replace(services, 'articles', () => ({
          reach: async (articles) => new Map(articles.map((article) => [article, new Set()])),
        })),
    }),
  },
  {
    name: 'reach is written after the message',
    plant: () => ({
      fanOut: (services) => {
        const { articles, publishQueue } = services;
        const pending: Parameters<typeof articles.extendReach>[] = [];
        return {
          ...services,
          articles: { ...articles, extendReach: async (...reach) => void pending.push(reach) },
          publishQueue: {
            async send(messages) {
              await publishQueue.send(messages);
              for (const reach of pending) await articles.extendReach(...reach);
            },
          },
        };
      },
    }),
  },
  {
    name: 'versions are compared with ≥: of equal ones the last to come wins',
    isQuick: true,
    plant: () => {
      const arrivals = new Map<string, number>();
      const rank = (version: string): string =>
        `${version.split('~')[0] ?? ''} ${String(arrivals.get(version) ?? 0).padStart(6, '0')}`;
      return {
        normalise: (services) =>
          replace(services, 'articles', ({ putRevision, revisions }) => ({
            async putRevision(revision, content) {
              arrivals.set(revision.version, arrivals.size + 1);
              await putRevision(revision, content);
            },
            async revisions(article, limit, before) {
              const all = (await revisions(article, 1000)).toSorted((a, b) =>
                rank(a.version) > rank(b.version) ? -1 : 1,
              );
              const from = all.findIndex(({ version }) => version === before) + 1;
              return all.slice(from, from + limit);
            },
          })),
      };
    },
  },
  {
    name: 'decisions count in the order they come in',
    text: {
      file: 'shared/domain/head.ts',
      from: 'orderOf(decision) < orderOf(inForce)',
      to: 'false',
    },
  },
  {
    name: 'a newer revision un-kills',
    isQuick: true,
    plant: () => ({
      normalise: (services) =>
        replace(services, 'articles', ({ head, putHead }) => ({
          async putHead(next, token) {
            const before = (await head(next.article)).head?.current?.version ?? '';
            const { kill: _kill, ...others } = next.decisions ?? {};
            return putHead(
              (next.current?.version ?? '') > before ? { ...next, decisions: others } : next,
              token,
            );
          },
        })),
    }),
  },
  {
    name: 'an embargo moved earlier wins over one moved later',
    plant: () => ({
      normalise: (services) =>
        replace(services, 'articles', ({ head, putHead }) => ({
          async putHead(next, token) {
            const [before, after] = [(await head(next.article)).head, next].map(
              (one) => one?.decisions?.['embargo'],
            );
            const earlier =
              before?.until !== undefined && before.until < (after?.until ?? '') ? before : after;
            const decisions = { ...next.decisions, ...(earlier && { embargo: earlier }) };
            return putHead({ ...next, decisions }, token);
          },
        })),
    }),
  },
  {
    name: 'a hold is ignored by work that was waiting for its instant',
    isQuick: true,
    plant: () => {
      const ripe = new Set<string>();
      return {
        fanOut: (services) =>
          replace(services, 'work', ({ due }) => ({
            async due(now, limit) {
              const rows = await due(now, limit);
              for (const { subject } of rows) ripe.add(subject);
              return rows;
            },
          })),
        publish: (services) =>
          replace(services, 'articles', ({ heads }) => ({
            heads: async (articles) =>
              new Map(
                [...(await heads(articles))].map(([id, head]) => [id, ripe.has(id) ? unheld(head) : head]),
              ),
          })),
      };
    },
  },
  {
    name: 'an embargo leaves no DUE row',
    isQuick: true,
    plant: () => ({
      normalise: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a DUE row is deleted although it is not due yet',
    plant: () => ({
      fanOut: (services) =>
        replace(services, 'work', ({ due, clearDue }) => ({
          async due(now, limit) {
            const rows = await due('9999', limit);
            const early = rows.filter(({ instant }) => instant > now);
            if (early.length < rows.length) for (const row of early) await clearDue(row);
            return rows.filter(({ instant }) => instant <= now);
          },
        })),
    }),
  },
  {
    name: 'a DUE row is deleted before the send',
    isQuick: true,
    plant: () => ({
      fanOut: (services) =>
        replace(services, 'work', ({ due, clearDue }) => ({
          async due(now, limit) {
            const rows = await due(now, limit);
            for (const row of rows) await clearDue(row);
            return rows;
          },
        })),
    }),
  },
  {
    name: 'a DIRTY row is deleted before the send',
    isQuick: true,
    plant: () => ({
      fanOut: (services) =>
        replace(services, 'work', ({ dirty, clearDirty }) => ({
          async dirty(limit) {
            const rows = await dirty(limit);
            for (const row of rows) await clearDirty(row);
            return rows;
          },
        })),
    }),
  },
  {
    name: 'a DIRTY row is deleted although it was marked again',
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'work', ({ dirty, clearDirty }) => ({
          async clearDirty({ subject }) {
            for (const row of await dirty(1000)) if (row.subject === subject) await clearDirty(row);
          },
        })),
    }),
  },
  {
    name: 'a submission that comes back is not marked DIRTY again',
    plant: () => {
      const seen = new Set<string>();
      return {
        normalise: (services) => {
          let isRepeated = false;
          const repeats = (key: string): void => {
            isRepeated = seen.has(key);
            seen.add(key);
          };
          const changed = replace(services, 'articles', ({ putRevision, putDecision }) => ({
            async putRevision(revision, content) {
              await putRevision(revision, content);
              repeats(revision.receipt);
            },
            async putDecision(article, decision) {
              await putDecision(article, decision);
              repeats(decision.receipt);
            },
          }));
          return replace(changed, 'work', ({ markDirty }) => ({
            async markDirty(subject, token) {
              if (!isRepeated) await markDirty(subject, token);
            },
          }));
        },
      };
    },
  },
  {
    name: 'a head is written over whatever is there',
    isQuick: true,
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'articles', ({ head, putHead }) => ({
          putHead: async (next) => putHead(next, (await head(next.article)).token),
        })),
    }),
  },
  {
    name: 'a head is read as it was before the last write',
    plant: () => {
      const older = new Map<string, Head>();
      return {
        normalise: (services) =>
          replace(services, 'articles', ({ head, putHead }) => ({
            async putHead(next, token) {
              const before = (await head(next.article)).head;
              const written = await putHead(next, token);
              if (written === 'written' && before) older.set(next.article, before);
              return written;
            },
          })),
        publish: (services) =>
          replace(services, 'articles', ({ heads }) => ({
            async heads(articles) {
              const found = await heads(articles);
              for (const article of found.keys()) {
                const before = older.get(article);
                if (before) found.set(article, before);
                older.delete(article);
              }
              return found;
            },
          })),
      };
    },
  },
  {
    name: 'messages are de-duplicated by what they say',
    isQuick: true,
    plant: () => {
      const sent = new Map<string, number>();
      return {
        fanOut: (services) =>
          replace(services, 'publishQueue', ({ send }) => ({
            send: (messages) =>
              send(
                messages.filter((message) => {
                  const [text, now] = [JSON.stringify(message), services.now().getTime()];
                  const isKnown = now - (sent.get(text) ?? -REMEMBERED) < REMEMBERED;
                  if (!isKnown) sent.set(text, now);
                  return !isKnown;
                }),
              ),
          })),
      };
    },
  },
  {
    name: 'an outcome is overwritten',
    plant: () => {
      const last = new Map<string, object>();
      return {
        cloud: (cloud) =>
          replace(cloud, 'receipts', ({ putItem, items, whole }) => {
            const latest = <Item extends { item: number }>(receipt: string, found: Item[]): Item[] =>
              found.map((item) => ({ ...item, ...last.get(`${receipt} ${item.item}`) }));
            return {
              async putItem(receipt, item) {
                last.set(`${receipt} ${item.item}`, item);
                await putItem(receipt, item);
              },
              items: async (receipt) => latest(receipt, await items(receipt)),
              async whole(receipt) {
                const found = await whole(receipt);
                return found && { ...found, items: latest(receipt, found.items) };
              },
            };
          }),
      };
    },
  },
  {
    name: 'publish reads the heads before the state',
    plant: () => ({
      publish: (services) => {
        const { heads } = services.articles;
        let early: ReturnType<typeof heads> | undefined;
        const changed = replace(services, 'documents', ({ etag }) => ({
          async etag(key) {
            await (early ??= heads(ARTICLE_IDS));
            return etag(key);
          },
        }));
        return replace(changed, 'articles', () => ({
          async heads(articles) {
            const read = (await early) ?? new Map<string, Head>();
            return new Map([...read].filter(([id]) => articles.includes(id)));
          },
        }));
      },
    }),
  },
  {
    name: 'a state is committed over whatever is there',
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'feeds', ({ commit, state }) => ({
          async commit(feed, next) {
            const rev = (await state(feed))?.rev ?? 0;
            return commit(feed, { ...next, rev: rev + 1 }, rev);
          },
        })),
    }),
  },
  {
    name: 'settled is marked before the PUT',
    isQuick: true,
    plant: () => ({
      publish: (services) =>
        replace(services, 'feeds', ({ commit }) => ({
          commit: (feed, next, rev) => commit(feed, { ...next, settled: next.rev }, rev),
        })),
    }),
  },
  {
    name: 'a publisher that was overtaken vouches for the documents',
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'feeds', ({ settle, state }) => ({
          settle: async (feed) => settle(feed, (await state(feed))?.rev ?? 0),
        })),
    }),
  },
  {
    name: 'a document is put without If-Match',
    isQuick: true,
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'documents', ({ put, etag }) => ({
          put: async (key, document) => put(key, document, await etag(key)),
        })),
    }),
  },
  {
    name: 'the documents of a channel that was removed stay',
    plant: () => ({
      publish: (services) => replace(services, 'documents', () => ({ remove: async () => {} })),
    }),
  },
  {
    name: 'an article that was not released moves a date',
    text: {
      file: 'shared/publish/manifest.ts',
      from: '[...added, ...changed, ...removed].reduce',
      to: '[...heads.keys()].reduce',
    },
  },
  {
    name: 'the end of an embargo shows as a date before it is reached',
    text: { file: 'shared/domain/lifecycle.ts', from: ' && instant <= now && ', to: ' && ' },
  },
  {
    name: 'a date comes from the clock',
    text: {
      file: 'functions/publish/render.ts',
      from: 'updatedBy(before, change, heads, feed, now)',
      to: 'now',
    },
  },
  {
    name: 'a delay is ignored',
    isQuick: true,
    text: {
      file: 'shared/domain/lifecycle.ts',
      from: 'received === undefined || minutes === 0',
      to: 'minutes >= 0',
    },
  },
  {
    name: 'a feed with a delay is not told of an article’s first release',
    plant: () => ({
      fanOut: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay is not told when a correction is released',
    plant: () => ({
      publish: (services) => replace(services, 'work', () => ({ scheduleDue: async () => {} })),
    }),
  },
  {
    name: 'a feed with a delay lets go of an article until its correction is released',
    text: {
      file: 'functions/publish/delayed-heads.ts',
      from: 'seen.heads.set(article, { ...head, current });',
      to: '',
    },
  },
  {
    name: 'a correction that is not released for a feed moves a date in it',
    text: {
      file: 'functions/publish/delayed-heads.ts',
      from: 'withRevisions(base, rest, content)',
      to: 'withRevisions({ ...base, ...(head.firstSeen && { firstSeen: head.firstSeen }) }, rest, content)',
    },
  },
];

function unheld(head: Head): Head {
  const { hold: _hold, ...others } = head.decisions ?? {};
  return { ...head, decisions: others };
}
