import type { FanOutServices } from '../../functions/fan-out/fan-out.ts';
import type { IngestServices } from '../../functions/ingest/ingest.ts';
import type { NormaliseServices } from '../../functions/normalise/normalise.ts';
import type { PublishServices } from '../../functions/publish/publish.ts';
import { createFragmentCache } from '../../shared/publish/fragment-cache.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';

const FRAGMENTS = 200;

/** The services of each stage over one cloud in memory. */
export interface World {
  cloud: MemoryCloud;
  ingest: Pick<IngestServices, 'raw' | 'receipts'>;
  normalise: NormaliseServices;
  fanOut: FanOutServices;
  publish: PublishServices;
}

/** A fault to plant: the same world with a service or two that do the wrong thing. */
export type Plant = (world: World) => World;

export interface WorldOptions {
  now: () => Date;
  /** Told of each document as it is put. */
  placed?: (key: string, bytes: Uint8Array) => void;
  warn?: (message: string, facts: Record<string, unknown>) => void;
}

export function openWorld({ now, placed, warn = () => {} }: WorldOptions): World {
  const cloud = memoryCloud(placed);
  const fragments = createFragmentCache(FRAGMENTS);
  let ids = 0;
  const newId = (): string => `token-${++ids}`;
  const { raw, receipts, configuration, articles, work, nowQueue, publishQueue, feeds, documents, edge } =
    cloud;
  return {
    cloud,
    ingest: { raw, receipts },
    normalise: { configuration, raw, articles, work, receipts, nowQueue, now, newId, warn },
    fanOut: { configuration, articles, work, publishQueue, now },
    publish: { configuration, articles, work, feeds, documents, edge, fragments, now, warn },
  };
}
