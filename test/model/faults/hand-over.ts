import type { WakeUpStore } from '../../../shared/contract/feed-work.ts';
import { type Fault, replace } from './fault.ts';

/** Planted faults in the way from fan-out to publish: TODO rows, WAKE rows and wake-ups (ADR 0017). */
export const HAND_OVER: readonly Fault[] = [
  {
    name: 'publish removes TODO rows that it did not read',
    isQuick: true,
    plant: () => ({
      cloud: (cloud) =>
        replace(cloud, 'todo', ({ oldest, remove }) => ({
          async remove(rows) {
            for (const feed of new Set(rows.map((row) => row.feed))) await remove(await oldest(feed, 1000));
          },
        })),
    }),
  },
  {
    name: 'publish removes its TODO rows before it commits',
    plant: () => ({
      publish: (services) =>
        replace(services, 'todo', ({ oldest, remove }) => ({
          async oldest(feed, limit) {
            const rows = await oldest(feed, limit);
            await remove(rows);
            return rows;
          },
        })),
    }),
  },
  {
    name: 'a wake-up that was lost is not sent again',
    isQuick: true,
    plant: () => ({
      fanOut: (services) => replace(services, 'wakeUps', () => ({ writtenBefore: async () => [] })),
    }),
  },
  {
    name: 'publish begins after it has read the TODO rows, so nobody sends a wake-up for a row written in between',
    isQuick: true,
    plant: () => ({
      publish: (services) => {
        let beginLate: () => Promise<unknown> = async () => undefined;
        const changed = replace(services, 'wakeUps', ({ begin }) => ({
          begin: async (...call: Parameters<WakeUpStore['begin']>) => {
            beginLate = () => begin(...call);
            return 'written';
          },
        }));
        return replace(changed, 'todo', ({ oldest }) => ({
          async oldest(feed, limit) {
            const rows = await oldest(feed, limit);
            await beginLate();
            return rows;
          },
        }));
      },
    }),
  },
  {
    name: 'the wake-up is sent before the TODO rows are written',
    isQuick: true,
    plant: () => ({
      fanOut: (services) => {
        const { todo, publishQueue } = services;
        const pending: Parameters<typeof todo.add>[] = [];
        return {
          ...services,
          todo: { ...todo, add: async (...rows) => void pending.push(rows) },
          publishQueue: {
            async send(messages) {
              await publishQueue.send(messages);
              for (const rows of pending.splice(0)) await todo.add(...rows);
            },
          },
        };
      },
    }),
  },
];
