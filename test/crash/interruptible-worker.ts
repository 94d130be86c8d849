import { isWrite, mapMethods } from '../support/memory/run.ts';

/** The point at which a worker is ended: immediately before or after a write. */
export interface EndPoint {
  /** The number of the write, counted from 1. */
  write: number;
  side: 'before' | 'after';
}

/**
 * A worker that can be ended between two of its calls to stores and queues. After its end no call is made, and no
 * call returns to the worker, as if its process had ended.
 */
export class InterruptibleWorker {
  /** Writes that the worker has started. */
  writes = 0;
  readonly #endPoint: EndPoint | undefined;
  readonly #ended = Promise.withResolvers<'ended'>();
  readonly #pending = new Set<Promise<unknown>>();
  #hasEnded = false;

  constructor(endPoint?: EndPoint) {
    this.#endPoint = endPoint;
  }

  /** Runs the work until it is done or the worker is ended. Waits until the calls that were made have finished. */
  async run(work: () => Promise<unknown>): Promise<'done' | 'ended'> {
    const outcome = await Promise.race([work().then(() => 'done' as const), this.#ended.promise]);
    await Promise.allSettled(this.#pending);
    return outcome;
  }

  /**
   * Wraps services so that every call goes through this worker. Messages are sent one by one, so that the worker can
   * be ended between two messages.
   */
  through<Services extends object>(services: Services): Services {
    return mapMethods(services, (name, call) => async (...args) => {
      if (!name.endsWith('.send')) return this.#call(name, () => call(...args));
      for (const message of args[0] as unknown[]) await this.#call(name, () => call([message]));
      return undefined;
    });
  }

  async #call(name: string, call: () => unknown): Promise<unknown> {
    const end = this.#isEnded() || !isWrite(name) ? undefined : this.#sideOfEnd(++this.writes);
    if (end === 'before') this.#end();
    if (this.#isEnded()) return NEVER;
    const answer = Promise.resolve(call());
    this.#pending.add(answer);
    await answer.finally(() => this.#pending.delete(answer));
    if (end === 'after') this.#end();
    return this.#isEnded() ? NEVER : answer;
  }

  #sideOfEnd(write: number): EndPoint['side'] | undefined {
    return write === this.#endPoint?.write ? this.#endPoint.side : undefined;
  }

  #isEnded(): boolean {
    return this.#hasEnded;
  }

  #end(): void {
    this.#hasEnded = true;
    this.#ended.resolve('ended');
  }
}

/** A call of an ended worker never returns. */
const NEVER = new Promise<never>(() => {});
