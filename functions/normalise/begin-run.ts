import pLimit from 'p-limit';
import { type CreatedObject, createdObjects } from '../../shared/contract/messages.ts';
import { MAX_BODY_BYTES } from '../../shared/contract/stages.ts';
import type { NormaliseQueue } from '../../shared/contract/stores.ts';
import type { HasTime } from './store-items.ts';

/** Items are begun as long as this many milliseconds of a run remain. An item that was begun needs less. */
const RESERVE_MILLISECONDS = 3000;
/** The longest time that reading takes for each byte, with the part of a CPU that the function has. */
const READING_MILLISECONDS_PER_BYTE = 0.003;
/** Objects of up to this many bytes are worked on at the same time. */
const SMALL_BYTES = 64 * 1024;

export interface RunParts {
  /** Works on a raw object as long as there is time. */
  normalise: (key: string, hasTime: HasTime) => Promise<void>;
  /** Takes the messages for which there was no time. */
  queue: NormaliseQueue;
  /** The milliseconds until the run is ended. */
  remaining: () => number;
}

/**
 * Shares the time of one run of the function among the messages of its batch. Returns the work for the body of one
 * message; call it for the smallest object first. Small objects are worked on at the same time. Large ones follow one
 * after the other, so that only one of them is in memory; if no time is left for one, its message is sent again.
 */
export function beginRun({ normalise, queue, remaining }: RunParts): (body: unknown) => Promise<void> {
  const half = remaining() / 2;
  const small: Promise<unknown>[] = [];
  const oneByOne = pLimit(1);
  let hasLarge = false;
  const hasTime = (): boolean => remaining() > RESERVE_MILLISECONDS;

  /** The first large object begins whatever its size is. Otherwise it might never begin. */
  const mayBegin = ({ size = MAX_BODY_BYTES }: CreatedObject): boolean => {
    const reading = size * READING_MILLISECONDS_PER_BYTE;
    return remaining() > RESERVE_MILLISECONDS + reading || (!hasLarge && remaining() > half);
  };
  const workOnLarge = async (object: CreatedObject): Promise<void> => {
    await Promise.allSettled(small);
    if (!mayBegin(object)) return queue.send([object]);
    hasLarge = true;
    return normalise(object.key, hasTime);
  };

  return async (body) => {
    for (const object of createdObjects(body)) {
      if (object.size === undefined || object.size > SMALL_BYTES) await oneByOne(() => workOnLarge(object));
      else {
        const work = normalise(object.key, hasTime);
        small.push(work);
        await work;
      }
    }
  };
}
