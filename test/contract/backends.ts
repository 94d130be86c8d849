import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { TodoStore, WakeUpStore } from '../../shared/contract/feed-work.ts';
import type { NowMessage, PublishMessage } from '../../shared/contract/messages.ts';
import type { QuotaStore } from '../../shared/contract/quota-store.ts';
import type { StoredRow } from '../../shared/contract/stored/decode.ts';
import type { ReaderStore } from '../../shared/contract/reader-store.ts';
import type * as contract from '../../shared/contract/stores.ts';
import type { Key } from '../../shared/contract/table-keys.ts';
import type { InterruptibleWorker } from '../crash/interruptible-worker.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';
import type { MemoryQueue } from '../support/memory/queue.ts';
import { openEmulators } from './emulators.ts';

/**
 * A queue from which a test can receive. `receive` returns all messages that are available now. With `deletes` it
 * also deletes them.
 */
export interface ReceivableQueue<Message> extends contract.Queue<Message> {
  receive(options: { deletes: boolean }): Promise<Message[]>;
}

/** Implementations of the interfaces in shared/contract/stores.ts. */
export interface Stores {
  articles: contract.ArticleStore;
  work: contract.WorkStore;
  todo: TodoStore;
  wakeUps: WakeUpStore;
  receipts: contract.ReceiptStore & contract.ReceiptListing;
  quota: QuotaStore;
  raw: contract.RawStore;
  configuration: contract.ConfigurationStore;
  feeds: contract.FeedStore;
  partners: contract.PartnerStore;
  readers: ReaderStore;
  documents: contract.DocumentStore;
  nowQueue: ReceivableQueue<NowMessage>;
  publishQueue: ReceivableQueue<PublishMessage>;
  normaliseQueue: ReceivableQueue<{ key: string }>;
  decisionQueue: ReceivableQueue<{ key: string }>;
  /**
   * Changes a stored row without decoding it, so that a test can store what a newer Wiredesk or a mistake would
   * write.
   */
  alter(key: Key, change: (row: StoredRow) => StoredRow): Promise<void>;
  /** Why lists left out rows that cannot be decoded. */
  unreadable: readonly string[];
  /** A stored row as it is, not decoded; undefined if there is none. */
  stored(key: Key): Promise<StoredRow | undefined>;
  /** Removes a row, as DynamoDB does when its time is over. */
  remove(key: Key): Promise<void>;
  /** Puts a configuration in force. */
  configure(configuration: StoredConfiguration): Promise<void>;
}

export type Queues = Pick<Stores, 'nowQueue' | 'publishQueue' | 'normaliseQueue' | 'decisionQueue'>;

/** An environment in which the stores work: in memory, or on the emulators. */
export interface Backend {
  stores: Stores;
  /** The same stores for a worker (one run of a stage) that can be ended between any two of its calls. */
  as(worker: InterruptibleWorker): Stores;
  /**
   * Sends the message that S3 sends for a new raw object. In memory, the raw store has already sent the message, and
   * this method does nothing.
   */
  announce(key: string): Promise<void>;
  /** All rows and objects as text, by their keys. */
  everything(): Promise<Map<string, string>>;
  /** Returns a function that restores the present rows, objects and messages. */
  snapshot(): Promise<() => Promise<void>>;
  /** Removes all rows, objects and messages. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

/** The stores in memory, and the real stores over HTTP on the emulators. */
export const BACKENDS: Record<string, () => Promise<Backend>> = {
  'in memory': openMemory,
  'on the emulators': openEmulators,
};

export async function openMemory(): Promise<Backend> {
  let cloud = memoryCloud();
  let stores = storesOf(cloud);
  return {
    get stores() {
      return stores;
    },
    as: (worker) => worker.through(stores),
    announce: async () => {},
    everything: async () => cloud.everything(),
    async snapshot() {
      const inForce = await cloud.configuration.current();
      const restore = cloud.snapshot();
      return snapshotOf(stores, async () => {
        restore();
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
  return {
    ...cloud,
    nowQueue: receivableOf(cloud.nowQueue),
    publishQueue: receivableOf(cloud.publishQueue),
    normaliseQueue: receivableKeysOf(cloud.normaliseQueue),
    decisionQueue: receivableKeysOf(cloud.decisionQueue),
    alter: async (key, change) => cloud.alter(key, change),
    stored: async (key) => cloud.stored(key),
    remove: async (key) => cloud.remove(key),
    configure: async (configuration) => cloud.configuration.set(configuration),
  };
}

const receivableOf = <Message>(queue: MemoryQueue<Message>): ReceivableQueue<Message> => ({
  send: queue.send,
  async receive({ deletes }) {
    const deliveries = Array.from({ length: queue.waiting() }, () => queue.receive(0));
    if (deletes) for (const delivery of deliveries) delivery?.delete();
    return deliveries.flatMap((delivery) => (delivery === undefined ? [] : [delivery.message]));
  },
});

function receivableKeysOf(keys: MemoryQueue<string>): ReceivableQueue<{ key: string }> {
  const queue = receivableOf(keys);
  return {
    send: (messages) => keys.send(messages.map(({ key }) => key)),
    receive: async (options) => (await queue.receive(options)).map((key) => ({ key })),
  };
}

/** Receives and deletes all messages that can be received. */
export async function takeAll({ nowQueue, publishQueue, normaliseQueue, decisionQueue }: Queues) {
  const all = { deletes: true };
  const [now, publish] = [await nowQueue.receive(all), await publishQueue.receive(all)];
  const [normalise, decisions] = [await normaliseQueue.receive(all), await decisionQueue.receive(all)];
  return { now, publish, normalise, decisions };
}

/**
 * Removes all messages from the queues and remembers them. Returns a function that calls `restore`, empties the
 * queues and sends the remembered messages.
 */
export async function snapshotOf(queues: Queues, restore: () => Promise<void>): Promise<() => Promise<void>> {
  const { now, publish, normalise, decisions } = await takeAll(queues);
  return async () => {
    await restore();
    await takeAll(queues);
    await queues.nowQueue.send(now);
    await queues.publishQueue.send(publish);
    await queues.normaliseQueue.send(normalise);
    await queues.decisionQueue.send(decisions);
  };
}
