import { type FanOutServices, fanOutNow, tick } from '../../functions/fan-out/fan-out.ts';
import type { SweepServices } from '../../functions/fan-out/sweep.ts';
import { accept, type IngestServices } from '../../functions/ingest/ingest.ts';
import { normaliseObject } from '../../functions/normalise/normalise.ts';
import type { NormaliseServices } from '../../functions/normalise/services.ts';
import { publish, type PublishServices } from '../../functions/publish/publish.ts';
import { createFragmentCache } from '../../functions/publish/rules/fragment-cache.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';
import { sweepRound } from '../support/sweep-round.ts';

const FRAGMENTS = 200;

/** The use cases that are judged. */
export const USE_CASES = { accept, normaliseObject, tick, fanOutNow, sweep: sweepRound, publish };
export type UseCases = typeof USE_CASES;

/** The services of each stage over one cloud in memory. */
export interface World {
  cloud: MemoryCloud;
  ingest: Pick<IngestServices, 'raw' | 'receipts'>;
  normalise: NormaliseServices;
  fanOut: FanOutServices;
  sweep: SweepServices;
  publish: PublishServices;
}

type Change<Services> = (services: Services) => Services;

/** A fault to plant in one world: the cloud, or the services as a worker of a stage sees them, do the wrong thing. */
export interface Planting {
  cloud?: Change<MemoryCloud>;
  normalise?: Change<NormaliseServices>;
  fanOut?: Change<FanOutServices>;
  publish?: Change<PublishServices>;
}

export interface WorldOptions {
  now: () => Date;
  /** Told of each document as it is put. */
  placed?: (key: string, bytes: Uint8Array) => void;
  warn?: (message: string, facts: Record<string, unknown>) => void;
  plantCloud?: Change<MemoryCloud>;
}

export function openWorld({
  now,
  placed,
  warn = () => {},
  plantCloud = (cloud) => cloud,
}: WorldOptions): World {
  const cloud = plantCloud(memoryCloud(placed));
  const fragments = createFragmentCache(FRAGMENTS);
  let ids = 0;
  const newId = (): string => `token-${++ids}`;
  const { raw, receipts, configuration, articles, work, nowQueue, publishQueue, feeds, documents } = cloud;
  const { edge, partners } = cloud;
  const normaliseQueue: SweepServices['normaliseQueue'] = {
    send: (messages) => cloud.normaliseQueue.send(messages.map(({ key }) => key)),
  };
  return {
    cloud,
    ingest: { raw, receipts },
    normalise: { configuration, raw, articles, work, receipts, nowQueue, now, newId, warn },
    fanOut: { configuration, articles, work, publishQueue, now },
    // That it finds something is what it is there for.
    sweep: {
      configuration,
      receipts,
      feeds,
      documents,
      work,
      partners,
      normaliseQueue,
      now,
      newId,
      warn: () => {},
    },
    publish: { configuration, articles, work, feeds, documents, edge, fragments, now, warn },
  };
}
