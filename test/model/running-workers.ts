import type { AllowedContent } from './allowed-content.ts';
import type { Worker } from './workers.ts';

/** The workers that have started and not finished, in the order in which they started. */
export class RunningWorkers {
  #workers: Worker[] = [];
  /** See `feedsInDoubt`. */
  readonly #feedsInDoubt = new Set<string>();

  get size(): number {
    return this.#workers.length;
  }

  at(pick: number): Worker | undefined {
    return this.#workers[pick % this.#workers.length];
  }

  has(worker: Worker): boolean {
    return this.#workers.includes(worker);
  }

  add(worker: Worker): void {
    this.#workers.push(worker);
  }

  /** Ends the worker. Its message becomes visible again, unless its visibility timeout made it visible before. */
  end(worker: Worker): void {
    this.#remove([worker]);
    if (!worker.timedOut) worker.delivery?.putBack();
  }

  /**
   * Feeds that a worker still publishes after its visibility timeout, and feeds whose publisher ran at the same time
   * as such a worker.
   */
  contestedFeeds(): string[] {
    return this.#workers.flatMap(({ feed, timedOut, wasConcurrent }) =>
      feed !== undefined && (timedOut || wasConcurrent) ? [feed] : [],
    );
  }

  #remove(removed: readonly Worker[]): void {
    this.#workers = this.#workers.filter((worker) => !removed.includes(worker));
    const contested = new Set(
      removed.flatMap(({ feed, timedOut, wasConcurrent }) => (timedOut || wasConcurrent ? feed : [])),
    );
    for (const worker of this.#workers)
      if (worker.feed !== undefined && contested.has(worker.feed)) worker.wasConcurrent = true;
  }

  /**
   * Feeds whose publisher exceeded its visibility timeout and may have put an old document. No message is left for
   * such a document: the next sweep finds it.
   */
  feedsInDoubt(): ReadonlySet<string> {
    return this.#feedsInDoubt;
  }

  /** Call this after a sweep, which looked at these feeds. */
  clearFeedsInDoubt(): void {
    this.#feedsInDoubt.clear();
  }

  /** Ends the visibility timeout of a publisher. Returns that publisher; undefined if no publisher is running. */
  timeOut(pick: number): Worker | undefined {
    const candidates = this.#workers.filter(({ feed, timedOut }) => feed !== undefined && !timedOut);
    const worker = candidates[pick % candidates.length];
    if (worker?.feed !== undefined) this.#feedsInDoubt.add(worker.feed);
    if (worker) worker.timedOut = true;
    worker?.delivery?.putBack();
    return worker;
  }

  /**
   * For each worker that publishes the feed `ofFeed`: what the feed was allowed to show since the worker received its
   * message. Without `ofFeed`, for each worker of publish.
   */
  allowedContents(ofFeed?: string): AllowedContent[] {
    return this.#workers.flatMap(({ feed, allowed }) =>
      allowed && (ofFeed ?? feed) === feed ? [allowed] : [],
    );
  }

  /**
   * Removes and returns the workers that have finished. Deletes the messages of the workers that succeeded. Puts back
   * the messages of the workers that failed, and the message of `redelivered`.
   */
  removeFinished(redelivered?: Worker): Worker[] {
    const finished = this.#workers.filter(({ run }) => run.outcome !== 'running');
    this.#remove(finished);
    for (const worker of finished.filter(({ timedOut }) => !timedOut)) {
      if (worker.run.outcome === 'done' && worker !== redelivered) worker.delivery?.delete();
      else worker.delivery?.putBack();
    }
    return finished;
  }
}
