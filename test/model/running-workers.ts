import type { Sight } from './allowed-content.ts';
import type { Worker } from './workers.ts';

/** The workers that are in the middle of something, those first that began first. */
export class Crew {
  #workers: Worker[] = [];
  readonly #doubtful = new Set<string>();

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

  /** It is gone; its message comes back, if it has not yet. */
  end(worker: Worker): void {
    this.#leave([worker]);
    if (!worker.lapsed) worker.delivery?.putBack();
  }

  /** Feeds with a publisher that goes on although its message has come back, or that was at work beside such a one. */
  contested(): string[] {
    return this.#workers.flatMap(({ feed, lapsed, rival }) =>
      feed !== undefined && (lapsed || rival) ? [feed] : [],
    );
  }

  #leave(those: readonly Worker[]): void {
    this.#workers = this.#workers.filter((worker) => !those.includes(worker));
    const left = new Set(those.flatMap(({ feed, lapsed, rival }) => (lapsed || rival ? feed : [])));
    for (const worker of this.#workers)
      if (worker.feed !== undefined && left.has(worker.feed)) worker.rival = true;
  }

  /** Feeds on which one went on although its message had come back: if it is ended, nobody comes after it. */
  doubtful(): ReadonlySet<string> {
    return this.#doubtful;
  }

  /** They have been looked at since. */
  endDoubts(): void {
    this.#doubtful.clear();
  }

  /** One that publishes is so slow that its message comes back; undefined if there is none. */
  lapse(pick: number): Worker | undefined {
    const swift = this.#workers.filter(({ feed, lapsed }) => feed !== undefined && !lapsed);
    const worker = swift[pick % swift.length];
    if (worker?.feed !== undefined) this.#doubtful.add(worker.feed);
    if (worker) worker.lapsed = true;
    worker?.delivery?.putBack();
    return worker;
  }

  /** Of its publishers: of one feed, or of all. */
  sights(of?: string): Sight[] {
    return this.#workers.flatMap(({ feed, sight }) => (sight && (of ?? feed) === feed ? [sight] : []));
  }

  /** Lets go of those who have finished, and gives them. The message of `again` comes back although it is done. */
  dismiss(again?: Worker): Worker[] {
    const finished = this.#workers.filter(({ run }) => run.outcome !== 'running');
    this.#leave(finished);
    for (const worker of finished.filter(({ lapsed }) => !lapsed)) {
      if (worker.run.outcome === 'done' && worker !== again) worker.delivery?.delete();
      else worker.delivery?.putBack();
    }
    return finished;
  }
}
