import { availableParallelism } from 'node:os';
import type { FunctionWorker, InvocationResult } from './function-worker.ts';

/** The largest number of workers of one function. If all of them are busy, an invocation waits. */
const MAX_WORKERS = Math.max(2, Math.min(4, availableParallelism()));

/**
 * The workers of one function. Each worker is a thread that has loaded the bundle and handles one event at a time.
 */
export interface WorkerPool {
  /** Runs an event, given as JSON, on a free worker. Waits for a worker if all are busy. */
  run(event: string): Promise<InvocationResult>;
  /** Ends all workers. A later event starts new workers. */
  end(): Promise<void>;
}

export function createWorkerPool(create: () => FunctionWorker): WorkerPool {
  const workers = new Set<FunctionWorker>();
  const waiting: ((worker: FunctionWorker) => void)[] = [];

  const start = (): FunctionWorker => {
    const worker = create();
    worker.take();
    workers.add(worker);
    return worker;
  };
  const acquire = (): Promise<FunctionWorker> | FunctionWorker => {
    for (const worker of workers) {
      if (worker.ended) workers.delete(worker);
      else if (worker.take()) return worker;
    }
    if (workers.size < MAX_WORKERS) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: FunctionWorker): void => {
    if (worker.ended) workers.delete(worker);
    else worker.free();
    const next = waiting.shift();
    if (!next) return;
    if (worker.ended) next(start());
    else if (worker.take()) next(worker);
  };

  return {
    async run(event) {
      const worker = await acquire();
      const result = await worker.run(event);
      release(worker);
      return result;
    },
    async end() {
      await Promise.all([...workers].map((worker) => worker.end()));
    },
  };
}
