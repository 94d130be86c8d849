import { expect, test } from 'vitest';
import { createWorkerPool } from '../../../local/functions/worker-pool.ts';
import type { FunctionWorker } from '../../../local/functions/function-worker.ts';

/** A worker without a thread. It answers an event after some milliseconds. */
class Worker implements Pick<FunctionWorker, 'ended' | 'take' | 'free' | 'run' | 'end'> {
  ended = false;
  #busy = false;
  take(): boolean {
    if (this.#busy || this.ended) return false;
    return (this.#busy = true);
  }
  free(): void {
    this.#busy = false;
  }
  async run(event: string): ReturnType<FunctionWorker['run']> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { ok: true, payload: event };
  }
  async end(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.ended = true;
  }
}

function poolOf(idleMilliseconds: number): {
  pool: ReturnType<typeof createWorkerPool>;
  made: Worker[];
} {
  const made: Worker[] = [];
  const create = (): FunctionWorker => {
    const worker = new Worker();
    made.push(worker);
    // The pool uses only the members that this class has.
    return worker as unknown as FunctionWorker;
  };
  return { pool: createWorkerPool(create, idleMilliseconds), made };
}

test('a worker without events ends, and the next event gets a new one', async () => {
  const { pool, made } = poolOf(30);
  await Promise.all([pool.run('a'), pool.run('b')]);
  expect(made).toHaveLength(2);
  await expect.poll(() => made.every(({ ended }) => ended)).toBe(true);
  expect(await pool.run('c')).toEqual({ ok: true, payload: 'c' });
  expect(made).toHaveLength(3);
  await pool.end();
  expect(made.every(({ ended }) => ended)).toBe(true);
});

test('no event is lost or waits for ever while workers end', async () => {
  const { pool } = poolOf(1);
  const answers: string[] = [];
  for (let round = 0; round < 40; round++) {
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((event) => pool.run(event)));
    answers.push(...results.map((result) => (result.ok ? result.payload : result.errorType)));
    await new Promise((resolve) => setTimeout(resolve, round % 4));
  }
  expect(answers).toHaveLength(200);
  expect(new Set(answers)).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
  await pool.end();
});
