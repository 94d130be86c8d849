import type { WakeUpStore } from '../contract/feed-work.ts';
import { DIRTY_SHARDS, DUE_SHARDS, WAKE_SHARDS } from '../contract/shards.ts';
import type { WorkStore } from '../contract/stores.ts';
import { instantOf, laterBy } from '../domain/instant.ts';

/** Calls `condition` until it returns true. Returns false if that does not happen within the time. */
export type Wait = (condition: () => Promise<boolean>, milliseconds: number) => Promise<boolean>;

/** How a long operation waits for the pipeline and reports its progress. The caller provides these functions. */
export interface Waiting {
  wait: Wait;
  /** Reports progress. */
  say: (text: string) => void;
  /** Reports a part of the work that did not happen in time. The operation continues with the other parts. */
  warn: (text: string) => void;
}

/** Whether fan-out has work now: dirty rows, or due instants that have passed. */
export async function hasWork({
  work,
  now,
}: {
  work: Pick<WorkStore, 'dirty' | 'due'>;
  now: () => Date;
}): Promise<boolean> {
  const [dirty, due] = await Promise.all([work.dirty(DIRTY_SHARDS), work.due(instantOf(now()), DUE_SHARDS)]);
  return dirty.length + due.length > 0;
}

/** Whether a feed has work that publish has not finished. Its message waits, is being handled, or was lost. */
export async function hasFeedWork({
  wakeUps,
  now,
}: {
  wakeUps: Pick<WakeUpStore, 'writtenBefore'>;
  now: () => Date;
}): Promise<boolean> {
  return (await wakeUps.writtenBefore(laterBy(instantOf(now()), 1), WAKE_SHARDS)).length > 0;
}
