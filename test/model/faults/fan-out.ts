import type { Head } from '../../../shared/domain/article.ts';
import { asInstant } from '../../support/ids.ts';
import { type Fault, replace } from './fault.ts';

/** Faults of fan-out: it looks at the wrong articles, looks too early or too late, or removes rows too early. */
export const FAN_OUT: readonly Fault[] = [
  {
    name: 'a kill is not sent to the feeds in the reach of the article',
    isQuick: true,
    plant: () => ({
      fanOut: (services) =>
        replace(services, 'articles', () => ({
          readableReach: async (articles) => ({
            found: new Map(articles.map((article) => [article, new Set()])),
            unreadable: new Map(),
          }),
        })),
    }),
  },
  {
    name: 'the reach is written after the message to publish is sent',
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
    name: 'publish ignores the hold of an article that had a DUE row',
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
          replace(services, 'articles', ({ readableHeads }) => ({
            async readableHeads(articles) {
              const { found, unreadable } = await readableHeads(articles);
              const unheldHeads = [...found].map(
                ([id, head]) => [id, ripe.has(id) ? unheld(head) : head] as const,
              );
              return { found: new Map(unheldHeads), unreadable };
            },
          })),
      };
    },
  },
  {
    name: 'no DUE row is written for the end of an embargo',
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
            const rows = await due(asInstant('9999'), limit);
            const early = rows.filter(({ instant }) => instant > now);
            if (early.length < rows.length) for (const row of early) await clearDue(row);
            return rows.filter(({ instant }) => instant <= now);
          },
        })),
    }),
  },
  {
    name: 'a DUE row is deleted before the message to publish is sent',
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
    name: 'a DIRTY row is deleted before the message to publish is sent',
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
    name: 'a DIRTY row is deleted although its article was marked again after the row was read',
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
    name: 'the article of a submission that is normalised again is not marked DIRTY again',
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
];

function unheld(head: Head): Head {
  const { hold: _hold, ...others } = head.decisions ?? {};
  return { ...head, decisions: others };
}
