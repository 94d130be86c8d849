import { fanOutNow, tick } from '../../functions/fan-out/fan-out.ts';
import type { FanOutServices, SweepServices } from '../../functions/fan-out/services.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import type { NormaliseQueue } from '../../shared/contract/stores.ts';
import type { IngestServices } from '../../functions/ingest/services.ts';
import { normaliseObject } from '../../functions/normalise/normalise.ts';
import type { NormaliseServices } from '../../functions/normalise/services.ts';
import { publish } from '../../functions/publish/publish.ts';
import { createFragmentCache } from '../../functions/publish/rules/fragment-cache.ts';
import type { PublishServices } from '../../functions/publish/services.ts';
import { type MemoryCloud, memoryCloud } from '../support/memory/cloud.ts';
import type { OnPut } from '../support/memory/document-store.ts';
import { UNREADABLE } from './newsroom.ts';
import { sweepRound } from '../support/sweep-round.ts';
import { readers } from '../support/readers.ts';

const CACHED_FRAGMENTS = 200;

/** The use cases under test. */
export const USE_CASES = { storeSubmission, normaliseObject, tick, fanOutNow, sweep: sweepRound, publish };
export type UseCases = typeof USE_CASES;

/** The services of each stage. All stages share the same in-memory stores and queues. */
export interface StageServices {
  cloud: MemoryCloud;
  ingest: Pick<IngestServices, 'raw' | 'receipts' | 'decisionQueue'>;
  normalise: NormaliseServices;
  fanOut: FanOutServices;
  sweep: SweepServices;
  publish: PublishServices;
}

type Change<Services> = (services: Services) => Services;

/**
 * A fault for one simulation: it replaces methods of the in-memory stores (`cloud`), or of the services that the
 * workers of one stage get.
 */
export interface Planting {
  cloud?: Change<MemoryCloud>;
  normalise?: Change<NormaliseServices>;
  fanOut?: Change<FanOutServices>;
  publish?: Change<PublishServices>;
}

export interface StageServicesOptions {
  now: () => Date;
  /** Called for each document that is put. */
  onPut?: OnPut;
  warn?: (message: string, facts: Record<string, unknown>) => void;
  plantCloud?: Change<MemoryCloud>;
}

export function createStageServices({
  now,
  onPut,
  warn = () => {},
  plantCloud = (cloud) => cloud,
}: StageServicesOptions): StageServices {
  const cloud = plantCloud(memoryCloud(onPut));
  const fragments = createFragmentCache(CACHED_FRAGMENTS);
  let ids = 0;
  const newId = (): string => `token-${++ids}`;
  const { raw, receipts, configuration, articles, work, nowQueue, publishQueue, feeds, documents } = cloud;
  const { edge, partners, todo, wakeUps } = cloud;
  const keysTo = (queue: MemoryCloud['normaliseQueue']): NormaliseQueue => ({
    send: (messages) => queue.send(messages.map(({ key }) => key)),
  });
  const normaliseQueue = keysTo(cloud.normaliseQueue);
  // Workers take messages in any order, so the queue of decisions would add nothing but second messages. With them,
  // many races heal before they show, and planted faults are not found.
  const decisionQueue: NormaliseQueue = { send: () => Promise.resolve() };
  return {
    cloud,
    ingest: { raw, receipts, decisionQueue },
    normalise: {
      configuration,
      raw,
      articles,
      work,
      receipts,
      nowQueue,
      normaliseQueue,
      readers,
      now,
      newId,
      warn,
    },
    fanOut: { configuration, articles, work, todo, wakeUps, publishQueue, now, newId, warn },
    // A sweep warns when it finds something. Here this is expected, so its warnings are ignored.
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
      count: () => {},
    },
    publish: {
      ...{ configuration, work, todo, wakeUps, feeds, documents, edge, fragments, now, newId, warn },
      articles: withUnreadable(articles),
    },
  };
}

/** The articles, of which some contents cannot be read. */
function withUnreadable(articles: MemoryCloud['articles']): MemoryCloud['articles'] {
  return {
    ...articles,
    async readableContents(wanted) {
      const { found, unreadable } = await articles.readableContents(wanted);
      for (const [article, { body }] of found) {
        if (!body.includes(UNREADABLE)) continue;
        found.delete(article);
        unreadable.set(article, 'the row is broken');
      }
      return { found, unreadable };
    },
  };
}
