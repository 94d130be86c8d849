import { availableParallelism } from 'node:os';
import type { FunctionWorker, InvocationResult } from './function-worker.ts';

/** The largest number of workers of one function. If all of them are busy, an invocation waits. */
const MAX_WORKERS = Math.max(2, Math.min(4, availableParallelism()));

/**
 * A worker that had no event for this time is ended, as Lambda ends its environments. A worker holds 50 to 250 MB.
 */
const IDLE_MILLISECONDS = 20_000;

/**
 * The workers of one function. Each worker is a thread that has loaded the bundle and handles one event at a time.
 */
export interface WorkerPool {
  /** Runs an event, given as JSON, on a free worker. Waits for a worker if all are busy. */
  run(event: string): Promise<InvocationResult>;
  /** Ends all workers. A later event starts new workers. */
  end(): Promise<void>;
}

/** @param idleMilliseconds the time without an event after which a worker is ended */
export function createWorkerPool(
  create: () => FunctionWorker,
  idleMilliseconds = IDLE_MILLISECONDS,
): WorkerPool {
  const workers = new Set<FunctionWorker>();
  const idle = new Map<FunctionWorker, NodeJS.Timeout>();
  const ending = new Set<Promise<void>>();
  const waiting: ((worker: FunctionWorker) => void)[] = [];

  const start = (): FunctionWorker => {
    const worker = create();
    worker.take();
    workers.add(worker);
    return worker;
  };
  const take = (worker: FunctionWorker): boolean => {
    if (!worker.take()) return false;
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    return true;
  };
  const free = (worker: FunctionWorker): void => {
    worker.free();
    const timer = setTimeout(() => {
      idle.delete(worker);
      // A worker that is ending takes no event, so it must not count as one of the workers.
      workers.delete(worker);
      const end = worker.end().finally(() => ending.delete(end));
      ending.add(end);
    }, idleMilliseconds);
    idle.set(worker, timer.unref());
  };
  const acquire = (): Promise<FunctionWorker> | FunctionWorker => {
    for (const worker of workers) {
      if (worker.ended) workers.delete(worker);
      else if (take(worker)) return worker;
    }
    if (workers.size < MAX_WORKERS) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: FunctionWorker): void => {
    if (worker.ended) workers.delete(worker);
    else free(worker);
    const next = waiting.shift();
    if (!next) return;
    if (worker.ended) next(start());
    else if (take(worker)) next(worker);
  };

  return {
    async run(event) {
      const worker = await acquire();
      const result = await worker.run(event);
      release(worker);
      return result;
    },
    async end() {
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...ending, ...[...workers].map((worker) => worker.end())]);
    },
  };
}
