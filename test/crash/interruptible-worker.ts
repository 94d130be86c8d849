import { isWrite, mapMethods } from '../support/memory/run.ts';

/** Before which write, or right after which, counted from 1, a worker is ended. */
export interface End {
  write: number;
  side: 'before' | 'after';
}

/**
 * The life of one worker: its calls to the outside world are made until it ends, and none after. A worker that was
 * ended is simply never answered, as one whose thread is gone.
 */
export class Life {
  /** Writes it has begun. */
  writes = 0;
  readonly #end: End | undefined;
  readonly #gone = Promise.withResolvers<'ended'>();
  readonly #under = new Set<Promise<unknown>>();
  #isGone = false;

  constructor(end?: End) {
    this.#end = end;
  }

  /** Runs the work to its end or the worker's, and waits until the last call it had made is answered. */
  async live(work: () => Promise<unknown>): Promise<'done' | 'ended'> {
    const outcome = await Promise.race([work().then(() => 'done' as const), this.#gone.promise]);
    await Promise.allSettled(this.#under);
    return outcome;
  }

  /** The services as this worker sees them; messages are sent one by one, so that an end can come between two. */
  through<Services extends object>(services: Services): Services {
    return mapMethods(services, (name, call) => async (...args) => {
      if (!name.endsWith('.send')) return this.#call(name, () => call(...args));
      for (const message of args[0] as unknown[]) await this.#call(name, () => call([message]));
      return undefined;
    });
  }

  async #call(name: string, call: () => unknown): Promise<unknown> {
    const end = this.#isOver() || !isWrite(name) ? undefined : this.#endAt(++this.writes);
    if (end === 'before') this.#die();
    if (this.#isOver()) return NEVER;
    const answer = Promise.resolve(call());
    this.#under.add(answer);
    await answer.finally(() => this.#under.delete(answer));
    if (end === 'after') this.#die();
    return this.#isOver() ? NEVER : answer;
  }

  #endAt(write: number): End['side'] | undefined {
    return write === this.#end?.write ? this.#end.side : undefined;
  }

  #isOver(): boolean {
    return this.#isGone;
  }

  #die(): void {
    this.#isGone = true;
    this.#gone.resolve('ended');
  }
}

const NEVER = new Promise<never>(() => {});
