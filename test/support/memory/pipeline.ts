import { createHash } from 'node:crypto';
import { decodeConfiguration } from '../../../shared/contract/stored/configuration.ts';
import type { EdgeStore, ErasureStore } from '../../../shared/contract/stores.ts';
import type { PartnerId } from '../../../shared/domain/identity.ts';
import type { ObjectBucket, Pipeline } from '../../../shared/operations/pipeline.ts';
import type { MemoryCloud } from './cloud.ts';

/** A pipeline as operations use it, on stores in memory. It cannot erase bytes. */
export function memoryPipeline(cloud: MemoryCloud, now: () => Date): Pipeline {
  let made = 0;
  return {
    ...cloud,
    edge: memoryEdgeStore(),
    outputs: { feedsUrl: 'https://feeds.example' } as Pipeline['outputs'],
    rawBucket: configurationObject(cloud),
    feedBucket: { putIfAbsent: async () => 'written' },
    erasure: {} as ErasureStore,
    decisionQueue: { send: async () => {} },
    tokens: {},
    unreadable: () => {},
    now,
    newId: () => `made-${++made}`,
    newToken: () => `secret-${++made}`,
  };
}

/** The entries of the KeyValueStore. */
export function memoryEdgeStore(): EdgeStore {
  const stored = new Map<PartnerId, string>();
  return {
    entries: async () => new Map(stored),
    async update({ put, remove }) {
      for (const partner of remove) stored.delete(partner);
      for (const [partner, entry] of put) stored.set(partner, entry);
    },
  };
}

/** The one object that operations replace in the raw bucket: the configuration. */
function configurationObject({ configuration }: MemoryCloud): ObjectBucket {
  let stored: { bytes: Uint8Array; etag: string } | undefined;
  const store = (bytes: Uint8Array, isExpected: boolean): 'written' | 'refused' => {
    if (!isExpected) return 'refused';
    stored = { bytes, etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
    configuration.set(decodeConfiguration(Buffer.from(bytes).toString('utf8')));
    return 'written';
  };
  return {
    get: async () => stored,
    putIfAbsent: async (_, { bytes }) => store(bytes, stored === undefined),
    putIfMatch: async (_, { bytes }, etag) => store(bytes, stored?.etag === etag),
  };
}
