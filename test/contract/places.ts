import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { NowMessage, PublishMessage } from '../../shared/contract/messages.ts';
import type * as contract from '../../shared/contract/stores.ts';
import type { InterruptibleWorker } from '../crash/interruptible-worker.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';
import type { MemoryQueue } from '../support/memory/queue.ts';
import { openEmulators } from './emulators.ts';

/** A queue with its other end: `receive` hands out what may be handed out now, and deletes it if told to. */
export interface Line<Message> extends contract.Queue<Message> {
  receive(options: { deletes: boolean }): Promise<Message[]>;
}

/** Everything behind the interfaces of shared/contract/stores.ts. */
export interface Stores {
  articles: contract.ArticleStore;
  work: contract.WorkStore;
  receipts: contract.ReceiptStore & contract.ReceiptListing;
  raw: contract.RawStore;
  configuration: contract.ConfigurationStore;
  feeds: contract.FeedStore;
  partners: contract.PartnerStore;
  documents: contract.DocumentStore;
  nowQueue: Line<NowMessage>;
  publishQueue: Line<PublishMessage>;
  normaliseQueue: Line<{ key: string }>;
  /** Puts a configuration in force. */
  configure(configuration: StoredConfiguration): Promise<void>;
}

export type Queues = Pick<Stores, 'nowQueue' | 'publishQueue' | 'normaliseQueue'>;

export interface Open {
  stores: Stores;
  /** The same stores as a worker sees them that may be ended between two of its calls. */
  as(worker: InterruptibleWorker): Stores;
  /** Announces a raw object as the bucket does; where the store has done so itself, nothing. */
  announce(key: string): Promise<void>;
  /** All rows and objects, as text. */
  everything(): Promise<Map<string, string>>;
  /** What brings everything back to how it is now, messages too. */
  moment(): Promise<() => Promise<void>>;
  /** Takes all of it away, messages too. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** The same interfaces twice: in memory, and over HTTP on the emulators. */
export const PLACES: Record<string, () => Promise<Open>> = {
  'in memory': openMemory,
  'on the emulators': openEmulators,
};

export async function openMemory(): Promise<Open> {
  let cloud = memoryCloud();
  let stores = storesOf(cloud);
  return {
    get stores() {
      return stores;
    },
    as: (life) => life.through(stores),
    announce: async () => {},
    everything: async () => cloud.everything(),
    async moment() {
      const inForce = await cloud.configuration.current();
      const back = cloud.moment();
      return momentOf(stores, async () => {
        back();
        if (inForce) cloud.configuration.set(inForce);
      });
    },
    async wipe() {
      cloud = memoryCloud();
      stores = storesOf(cloud);
    },
    close: async () => {},
  };
}

function storesOf(cloud: MemoryCloud): Stores {
  const { normaliseQueue: keys } = cloud;
  const normaliseQueue = lineOf(keys);
  return {
    ...cloud,
    nowQueue: lineOf(cloud.nowQueue),
    publishQueue: lineOf(cloud.publishQueue),
    normaliseQueue: {
      send: (messages) => keys.send(messages.map(({ key }) => key)),
      receive: async (options) => (await normaliseQueue.receive(options)).map((key) => ({ key })),
    },
    configure: async (configuration) => cloud.configuration.set(configuration),
  };
}

const lineOf = <Message>(queue: MemoryQueue<Message>): Line<Message> => ({
  send: queue.send,
  async receive({ deletes }) {
    const deliveries = Array.from({ length: queue.waiting() }, () => queue.receive(0));
    if (deletes) for (const delivery of deliveries) delivery?.delete();
    return deliveries.flatMap((delivery) => (delivery === undefined ? [] : [delivery.message]));
  },
});

/** Takes the messages that wait. */
export async function takeAll({ nowQueue, publishQueue, normaliseQueue }: Queues) {
  const all = { deletes: true };
  const [now, publish] = [await nowQueue.receive(all), await publishQueue.receive(all)];
  return { now, publish, normalise: await normaliseQueue.receive(all) };
}

/** `back` brings the rest back; the messages that wait now are sent anew. */
export async function momentOf(queues: Queues, back: () => Promise<void>): Promise<() => Promise<void>> {
  const { now, publish, normalise } = await takeAll(queues);
  return async () => {
    await back();
    await takeAll(queues);
    await queues.nowQueue.send(now);
    await queues.publishQueue.send(publish);
    await queues.normaliseQueue.send(normalise);
  };
}
