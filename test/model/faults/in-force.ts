import type { Head } from '../../../shared/domain/article.ts';
import { type Fault, replace } from './fault.ts';

/** Faults that put a wrong revision, decision or outcome in force. */
export const IN_FORCE: readonly Fault[] = [
  {
    name: 'of two revisions with the same basis, the one that is normalised last is in force',
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
    name: 'the decision that is normalised last is in force, whenever it was made',
    text: {
      file: 'shared/domain/head.ts',
      from: 'orderOf(decision) < orderOf(inForce)',
      to: 'false',
    },
  },
  {
    name: 'an article in doubt is shown',
    isQuick: true,
    text: {
      file: 'shared/domain/lifecycle.ts',
      from: "if (pubstatus === 'usable') return false;",
      to: "if (pubstatus === 'usable' || doubt !== undefined) return false;",
    },
  },
  {
    name: 'a release ends a later doubt too',
    isQuick: true,
    text: {
      file: 'shared/domain/lifecycle.ts',
      from: "decided?.action === 'release' && decided.at > received",
      to: "decided?.action === 'release'",
    },
  },
  {
    name: 'a release does not end a doubt',
    isQuick: true,
    text: {
      file: 'shared/domain/lifecycle.ts',
      from: "decided?.action === 'release' && decided.at > received",
      to: 'false',
    },
  },
  {
    name: 'a newer revision ends a kill',
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
    name: 'a decision cannot move an embargo to a later end',
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
    name: 'a head is written although its token has changed since it was read',
    isQuick: true,
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'articles', ({ head, putHead }) => ({
          putHead: async (next) => putHead(next, (await head(next.article)).token),
        })),
    }),
  },
  {
    name: 'publish reads a head as it was before the last write',
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
          replace(services, 'articles', ({ readableHeads }) => ({
            async readableHeads(articles) {
              const { found, unreadable } = await readableHeads(articles);
              for (const article of found.keys()) {
                const before = older.get(article);
                if (before) found.set(article, before);
                older.delete(article);
              }
              return { found, unreadable };
            },
          })),
      };
    },
  },
  {
    name: 'a later outcome overwrites an earlier one',
    plant: () => {
      const last = new Map<string, object>();
      return {
        cloud: (cloud) =>
          replace(cloud, 'receipts', ({ putItem, items, whole }) => {
            const latest = <Item extends { item: number }>(receipt: string, found: Item[]): Item[] =>
              found.map((item) => ({ ...item, ...last.get(`${receipt} ${item.item}`) }));
            return {
              async putItem(of, item) {
                last.set(`${of.receipt} ${item.item}`, item);
                await putItem(of, item);
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
];
