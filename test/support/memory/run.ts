/**
 * One run of a function, which can be held and ended between any two of its calls to the outside world. All that it
 * calls is in memory, so once the event loop turns it has either finished or stands before a call it may not make.
 */
export class Run {
  #calls = 0;
  #allowed: number;
  #held: (() => void)[] = [];
  #outcome: 'running' | 'done' | 'failed' = 'running';
  #failure: unknown;
  /** The calls it has made, by name. */
  readonly made: string[] = [];

  constructor(work: (run: Run) => Promise<unknown>, allowed: number) {
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

  /** Lets it make `more` further calls, and waits until it has finished or stands still. */
  async go(more: number): Promise<this> {
    this.#allowed = this.#calls + more;
    while (this.#held.length > 0 && this.#calls < this.#allowed) {
      this.#calls++;
      this.#held.shift()?.();
    }
    return this.still();
  }

  async still(): Promise<this> {
    await new Promise((resolve) => setImmediate(resolve));
    return this;
  }

  /** The services as this run sees them: every call waits until it is allowed. An ended run is simply left alone. */
  through<Services extends object>(services: Services): Services {
    return mapMethods(services, (name, call) => async (...args) => {
      await this.#pass();
      this.made.push(name);
      return call(...args);
    });
  }

  #pass(): Promise<void> {
    if (this.#calls < this.#allowed) {
      this.#calls++;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#held.push(resolve));
  }
}

type Method = (...args: unknown[]) => unknown;

/** A bundle of stores with each method of each store replaced; what is no store stays. */
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
