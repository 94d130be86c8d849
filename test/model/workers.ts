import { WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import { type Instant, laterBy } from '../../shared/domain/instant.ts';
import type { PublishServices } from '../../functions/publish/services.ts';
import type { MemoryCloud } from '../support/memory/cloud.ts';
import type { Delivery, MemoryQueue } from '../support/memory/queue.ts';
import { type Allowance, Run } from '../support/memory/run.ts';
import type { AllowedContent } from './allowed-content.ts';
import type { StageName } from './steps.ts';
import type { Planting, UseCases, StageServices } from './stage-services.ts';

/** One run of a stage, which can be paused and ended, and the message that it handles. A tick has no message. */
export interface Worker {
  run: Run;
  stage: StageName;
  delivery?: Pick<Delivery<unknown>, 'delete' | 'putBack'>;
  /** For a worker of normalise: the key of the raw object. */
  key?: string;
  /** For a worker of publish: the id of the feed. */
  feed?: string;
  /** For a worker of publish: what the feed was allowed to show since the worker received its message. */
  allowed?: AllowedContent;
  /** The visibility timeout is over: another worker may receive the same message. */
  timedOut?: true;
  /** The worker ran at the same time as a publisher of the same feed whose visibility timeout was over. */
  wasConcurrent?: true;
}

/** The stages that have work to do at `now`. The tick is the last of them. */
export async function stagesWithWork(cloud: MemoryCloud, now: Instant): Promise<StageName[]> {
  const { normaliseQueue, decisionQueue, nowQueue, publishQueue, work, wakeUps } = cloud;
  const tickHasWork =
    (await work.dirty(1)).length + (await work.due(now, 1)).length > 0 ||
    (await wakeUps.writtenBefore(laterBy(now, -WAKE_UP_MINUTES), 1)).length > 0;
  return [
    ...(normaliseQueue.waiting() + decisionQueue.waiting() > 0 ? (['normalise'] as const) : []),
    ...(nowQueue.waiting() > 0 ? (['now'] as const) : []),
    ...(publishQueue.waiting() > 0 ? (['publish'] as const) : []),
    ...(tickHasWork ? (['tick'] as const) : []),
  ];
}

/** Which stage starts, on which message, and after how many calls the worker is paused. */
export interface WorkerStart {
  stage: StageName;
  pick: number;
  calls: Allowance;
}

/** Starts a worker and runs it until it is paused or finished; undefined if the stage has no message. */
export function startWorker(
  { stage, pick, calls }: WorkerStart,
  { services, useCases, planting }: { services: StageServices; useCases: UseCases; planting: Planting },
): Worker | undefined {
  const { cloud } = services;
  const start = (work: (run: Run) => Promise<unknown>): Run => new Run(work, calls);
  const unchanged = <T>(same: T): T => same;
  const { normalise = unchanged, fanOut = unchanged, publish = unchanged } = planting;
  switch (stage) {
    case 'tick':
      return {
        stage,
        run: start((run) => useCases.tick(fanOut(run.through(services.fanOut)), () => 0)),
      };
    case 'normalise': {
      const delivery = receiveKey(cloud, pick);
      if (delivery === undefined) return undefined;
      const key = delivery.message;
      const work = (run: Run) => useCases.normaliseObject(key, normalise(run.through(services.normalise)));
      return { stage, delivery, key, run: start(work) };
    }
    case 'now': {
      const delivery = receive(cloud.nowQueue, pick);
      if (delivery === undefined) return undefined;
      const { article } = delivery.message;
      const work = (run: Run) => useCases.fanOutNow([article], fanOut(run.through(services.fanOut)));
      return { stage, delivery, run: start(work) };
    }
    case 'publish': {
      const delivery = receive(cloud.publishQueue, pick);
      if (delivery === undefined) return undefined;
      // The fragment cache is memory of the worker, so the worker is not paused at its calls.
      const { fragments } = services.publish;
      const inOrder = pick % 2 === 0 ? unchanged : compressedFirst;
      const work = (run: Run) => {
        const through = inOrder({ ...run.through(services.publish), fragments });
        return useCases.publish(delivery.message, publish(through), () => 0);
      };
      return { stage, delivery, feed: delivery.message.feed, run: start(work) };
    }
  }
}

/** The PUTs of a publisher run at the same time, so that either copy of a document may be stored first. */
const compressedFirst = (services: PublishServices): PublishServices => ({
  ...services,
  documents: {
    ...services.documents,
    async put(key, ...how) {
      if (!key.endsWith('.gz')) await Promise.resolve();
      return services.documents.put(key, ...how);
    },
  },
});

const receive = <Message>(queue: MemoryQueue<Message>, pick: number): Delivery<Message> | undefined =>
  queue.receive(pick % queue.waiting());

/** One of the messages that name raw objects, from either queue: Lambda polls both at the same time. */
function receiveKey(
  { normaliseQueue, decisionQueue }: MemoryCloud,
  pick: number,
): Delivery<string> | undefined {
  const [events, decisions] = [normaliseQueue.waiting(), decisionQueue.waiting()];
  const at = pick % (events + decisions);
  return at < events ? normaliseQueue.receive(at) : decisionQueue.receive(at - events);
}

/**
 * Loses a message in a way that the product promises to survive. A lost message of normalise is sent again by the
 * sweep, if the submission is recent enough (`isSwept`). A lost message of the now queue does no harm, because the
 * next tick does the same work. A lost message of publish is sent again by a tick after WAKE_UP_MINUTES.
 */
export function loseMessage(
  { stage, pick }: { stage: StageName; pick: number },
  cloud: MemoryCloud,
  isSwept: (key: string) => boolean,
): void {
  if (stage === 'publish') receive(cloud.publishQueue, pick)?.delete();
  if (stage === 'now') receive(cloud.nowQueue, pick)?.delete();
  const event = stage === 'normalise' ? receiveKey(cloud, pick) : undefined;
  if (event && isSwept(event.message)) event.delete();
  else event?.putBack();
}

/** Sends a copy of a waiting message of publish to the end of the queue. */
export async function doubleMessage(pick: number, { publishQueue }: MemoryCloud): Promise<void> {
  const delivery = receive(publishQueue, pick);
  delivery?.putBack();
  if (delivery) await publishQueue.send([delivery.message]);
}
