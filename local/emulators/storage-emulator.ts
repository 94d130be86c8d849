import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeDurable, type QueueDatabase, type Queues } from './durable-queues.ts';
import type { Emulator } from './emulator.ts';
import { isFullDisk } from './full-disk.ts';
import { inUse } from './state-lock.ts';

/** Milliseconds from a deletion until no file has the deleted bytes. */
const TIDY_MILLISECONDS = 1000;

/** The parts of fauxqs 2.4.1 that its package does not export. */
interface Persistence extends QueueDatabase {
  load(sqs: object, sns: object, s3: object): void;
  close(): void;
}
interface Store {
  persistence?: Persistence;
}
interface QueueStore extends Store, Queues {
  host: string;
  allQueues(): Iterable<Store>;
}

/**
 * Starts fauxqs, which emulates S3 and SQS. Its own `startFauxqs` is not used, for three reasons: it listens on every
 * network interface; it makes SQLite call fsync for every message, although data survives the end of a process
 * without fsync; and its queues can lose a message when the process ends (durable-queues.ts).
 */
export async function startStorage(directory: string): Promise<Emulator> {
  const { buildApp } = await import('fauxqs');
  const base = new URL('.', import.meta.resolve('fauxqs'));
  const load = async (file: string): Promise<Record<string, new (...values: string[]) => object>> =>
    (await import(new URL(file, base).href)) as Record<string, new (...values: string[]) => object>;
  const [sqsModule, snsModule, s3Module, persistenceModule] = await Promise.all(
    ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js'].map(load),
  );
  const sqsStore = make(sqsModule, 'SqsStore') as QueueStore;
  const snsStore = make(snsModule, 'SnsStore') as Store;
  const s3Store = make(s3Module, 'S3Store') as Store;
  const persistence = openAlone(
    directory,
    () => make(persistenceModule, 'PersistenceManager', join(directory, 'storage')) as Persistence,
  );
  makeDurable(sqsStore, persistence);
  // Load before the stores get the persistence. Otherwise they would write everything that is loaded again.
  persistence.load(sqsStore, snsStore, s3Store);
  for (const store of [sqsStore, snsStore, s3Store, ...sqsStore.allQueues()]) store.persistence = persistence;
  sqsStore.host = '';

  const stores = { sqsStore, snsStore, s3Store } as unknown as NonNullable<
    NonNullable<Parameters<typeof buildApp>[0]>['stores']
  >;
  // SQLite's log beside the file has deleted bytes until it is emptied.
  const tidying = setInterval(
    () => persistence.db.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    TIDY_MILLISECONDS,
  );
  const app = buildApp({ logger: false, stores });
  // With a full disk the emulator ends and says so. Otherwise its clients would get errors without a reason, for ever.
  app.addHook('onError', async (_request, _reply, error) => {
    if (isFullDisk(error))
      setImmediate(() => {
        throw error;
      });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    port: (app.server.address() as AddressInfo).port,
    close: async () => {
      clearInterval(tidying);
      await app.close();
      persistence.close();
    },
  };
}

/** Opens the database for this process only. The operating system holds the lock and releases it with the process. */
function openAlone(directory: string, open: () => Persistence): Persistence {
  try {
    const persistence = open();
    persistence.db.exec(
      'PRAGMA synchronous = NORMAL; PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON; BEGIN IMMEDIATE; COMMIT',
    );
    return persistence;
  } catch (error) {
    throw inUse(error, directory);
  }
}

function make(
  module: Record<string, new (...values: string[]) => object> | undefined,
  name: string,
  ...values: string[]
): object {
  const Class = module?.[name];
  if (!Class) throw new Error(`fauxqs does not have ${name}; the local cloud needs version 2.4.1`);
  return new Class(...values);
}
