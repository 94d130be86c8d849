import { mapMethods } from './memory/run.ts';

interface Waiting {
  until: number;
  resume: () => void;
}

/**
 * A clock for tests of what a function does in its time. Each call of a store takes a fixed number of milliseconds on
 * this clock, and no real time. When all work that runs waits for stores, the clock moves to the end of the call that
 * ends first.
 */
export class VirtualTime {
  #milliseconds = 0;
  readonly #waiting = new Set<Waiting>();
  #isMoving = false;

  now(): number {
    return this.#milliseconds;
  }

  /** Resolves after this number of milliseconds on the clock. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resume) => this.#add(milliseconds, resume));
  }

  /** Waits for the work, but at most this number of milliseconds. */
  async atMost<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | 'ended'> {
    const { promise, resolve } = Promise.withResolvers<'ended'>();
    const timer = this.#add(milliseconds, () => resolve('ended'));
    return Promise.race([work, promise]).finally(() => this.#waiting.delete(timer));
  }

  /**
   * The services with stores whose calls take this number of milliseconds. After `hasEnded` no call is made and none
   * returns, as if the process had ended.
   */
  slow<Services extends object>(
    services: Services,
    milliseconds: number,
    hasEnded: () => boolean = () => false,
  ): Services {
    return mapMethods(services, (_name, call) => async (...args) => {
      if (hasEnded()) return NEVER;
      await this.wait(milliseconds);
      if (hasEnded()) return NEVER;
      return call(...args);
    });
  }

  #add(milliseconds: number, resume: () => void): Waiting {
    const waiting = { until: this.#milliseconds + milliseconds, resume };
    this.#waiting.add(waiting);
    if (!this.#isMoving) void this.#move();
    return waiting;
  }

  async #move(): Promise<void> {
    this.#isMoving = true;
    for (;;) {
      // All work that can go on goes on before the clock moves.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.size === 0) break;
      this.#milliseconds = Math.min(...[...this.#waiting].map(({ until }) => until));
      for (const waiting of this.#waiting) {
        if (waiting.until > this.#milliseconds) continue;
        this.#waiting.delete(waiting);
        waiting.resume();
      }
    }
    this.#isMoving = false;
  }
}

/** A call of a process that has ended never returns. */
const NEVER = new Promise<never>(() => {});
