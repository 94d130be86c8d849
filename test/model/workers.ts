import type { PublishMessage } from '../../shared/contract/messages.ts';
import type { MemoryCloud } from '../support/memory/cloud.ts';
import type { Delivery, MemoryQueue } from '../support/memory/queue.ts';
import { type Allowance, Run } from '../support/memory/run.ts';
import type { Sight } from './allowed-content.ts';
import type { StageName } from './steps.ts';
import type { Planting, UseCases, World } from './stage-services.ts';

/** A worker and the message it was handed; a tick has none. */
export interface Worker {
  run: Run;
  stage: StageName;
  delivery?: Pick<Delivery<unknown>, 'delete' | 'putBack'>;
  /** Key of the raw object it normalises. */
  key?: string;
  /** The feed it publishes, and what was right to show at some moment since it took its message. */
  feed?: string;
  sight?: Sight;
  /** Its message has come back while it goes on. */
  lapsed?: true;
  /** It was at work beside one whose message had come back. */
  rival?: true;
}

/** The stages that have something to do at `now`, a tick last. */
export async function busyStages(cloud: MemoryCloud, now: string): Promise<StageName[]> {
  const { normaliseQueue, nowQueue, publishQueue, work } = cloud;
  return [
    ...(normaliseQueue.waiting() > 0 ? (['normalise'] as const) : []),
    ...(nowQueue.waiting() > 0 ? (['now'] as const) : []),
    ...(publishQueue.waiting() > 0 ? (['publish'] as const) : []),
    ...((await work.dirty(1)).length + (await work.due(now, 1)).length > 0 ? (['tick'] as const) : []),
  ];
}

/** A worker of the stage with the message at `pick`; undefined if there is none. It makes `calls` calls at first. */
export function takeUp(
  stage: StageName,
  pick: number,
  calls: Allowance,
  { world, useCases, planting }: { world: World; useCases: UseCases; planting: Planting },
): Worker | undefined {
  const { cloud } = world;
  const start = (work: (run: Run) => Promise<unknown>): Run => new Run(work, calls);
  const asIs = <T>(services: T): T => services;
  const { normalise = asIs, fanOut = asIs, publish = asIs } = planting;
  switch (stage) {
    case 'tick':
      return {
        stage,
        run: start((run) => useCases.tick(fanOut(run.through(world.fanOut)), () => 0)),
      };
    case 'normalise': {
      const delivery = receive(cloud.normaliseQueue, pick);
      if (delivery === undefined) return undefined;
      const key = delivery.message;
      const work = (run: Run) => useCases.normaliseObject(key, normalise(run.through(world.normalise)));
      return { stage, delivery, key, run: start(work) };
    }
    case 'now': {
      const delivery = receive(cloud.nowQueue, pick);
      if (delivery === undefined) return undefined;
      const { article } = delivery.message;
      const work = (run: Run) => useCases.fanOutNow([article], fanOut(run.through(world.fanOut)));
      return { stage, delivery, run: start(work) };
    }
    case 'publish': {
      const delivery = receive(cloud.publishQueue, pick);
      if (delivery === undefined) return undefined;
      // Not of the outside world, and answers at once.
      const { fragments } = world.publish;
      const work = (run: Run) =>
        useCases.publish(delivery.message, publish({ ...run.through(world.publish), fragments }));
      return { stage, delivery, feed: delivery.message.feed, run: start(work) };
    }
  }
}

const receive = <Message>(queue: MemoryQueue<Message>, pick: number): Delivery<Message> | undefined =>
  queue.receive(pick % queue.waiting());

/**
 * A message is gone. What is lost on its way to normalise, a sweep announces once more, unless it is too old; one to
 * the "now" queue only hastens what the next tick does; what publish gave up lies in the dead-letter queue and is
 * returned.
 */
export function lose(
  stage: StageName,
  pick: number,
  { normaliseQueue, nowQueue, publishQueue }: MemoryCloud,
  isSwept: (key: string) => boolean,
): PublishMessage[] {
  if (stage === 'publish') {
    const delivery = receive(publishQueue, pick);
    delivery?.delete();
    return delivery ? [delivery.message] : [];
  }
  const delivery = stage === 'now' ? receive(nowQueue, pick) : undefined;
  delivery?.delete();
  const event = stage === 'normalise' ? receive(normaliseQueue, pick) : undefined;
  if (event && isSwept(event.message)) event.delete();
  else event?.putBack();
  return [];
}
