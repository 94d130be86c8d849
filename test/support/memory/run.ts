/** Methods of stores that only read. Every other method counts as a write. */
const READS =
  /\.(get|getMany|getIfChanged|query|etag|heads?|readableHeads|revisions|decisions|contents|readableContents|reach|readableReach|readableState|readableList|dirty|due|oldest|writtenBefore|items|whole|unread|state|rev|log|lossesReleasedAt|current|recent)$/;

/** Whether a call writes; `name` is `store.method`. */
export const isWrite = (name: string): boolean => !READS.test(name);

/** How far a run may go: a number of calls, or `writes` writes and any number of other calls. */
export type Allowance = number | { writes: number };

/**
 * One run of a function. A test can hold it between any two of its calls to stores and queues, and then continue or
 * abandon it. The stores and queues are in memory, so after one turn of the event loop the run has finished or is
 * held.
 */
export class Run {
  #calls = 0;
  #writes = 0;
  #allowed: Allowance;
  #held: { name: string; release: () => void }[] = [];
  #outcome: 'running' | 'done' | 'failed' = 'running';
  #failure: unknown;
  /** The names of the calls that the run has made, in order. */
  readonly made: string[] = [];

  constructor(work: (run: Run) => Promise<unknown>, allowed: Allowance) {
    this.#allowed = allowed;
    work(this).then(
      () => (this.#outcome = 'done'),
      (error: unknown) => {
        this.#outcome = 'failed';
        this.#failure = error;
      },
    );
  }

  get outcome(): 'running' | 'done' | 'failed' {
    return this.#outcome;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** Allows more calls or writes, and waits until the run has finished or is held again. */
  async go(more: Allowance): Promise<this> {
    this.#allowed = typeof more === 'number' ? this.#calls + more : { writes: this.#writes + more.writes };
    for (let next = this.#held[0]; next && this.#mayPass(next.name); next = this.#held[0]) {
      this.#held.shift();
      this.#count(next.name);
      next.release();
    }
    return this.still();
  }

  /** Waits until the run has finished or is held. */
  async still(): Promise<this> {
    await new Promise((resolve) => setImmediate(resolve));
    return this;
  }

  /** The services for this run. Each call waits until it is allowed. To abandon a run, allow no more calls. */
  through<Services extends object>(services: Services): Services {
    return mapMethods(services, (name, call) => async (...args) => {
      await this.#pass(name);
      this.made.push(name);
      return call(...args);
    });
  }

  #pass(name: string): Promise<void> {
    if (!this.#mayPass(name)) return new Promise((release) => this.#held.push({ name, release }));
    this.#count(name);
    return Promise.resolve();
  }

  #mayPass(name: string): boolean {
    const allowed = this.#allowed;
    return typeof allowed === 'number'
      ? this.#calls < allowed
      : !isWrite(name) || this.#writes < allowed.writes;
  }

  #count(name: string): void {
    this.#calls++;
    if (isWrite(name)) this.#writes++;
  }
}

type Method = (...args: unknown[]) => unknown;

/** The services with each method of each store replaced. Members that are not objects stay as they are. */
export function mapMethods<Services extends object>(
  services: Services,
  replace: (name: string, call: Method) => Method,
): Services {
  const stores = Object.entries(services).map(([store, methods]: [string, unknown]) => [
    store,
    methods !== null && typeof methods === 'object'
      ? Object.fromEntries(
          Object.entries(methods).map(([name, method]) => [
            name,
            replace(`${store}.${name}`, (...args) => Reflect.apply(method as Method, methods, args)),
          ]),
        )
      : methods,
  ]);
  return Object.fromEntries(stores) as Services;
}
