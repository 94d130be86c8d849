import type { Sight } from './account.ts';
import type { Worker } from './workers.ts';

/** The workers that are in the middle of something, those first that began first. */
export class Crew {
  #workers: Worker[] = [];

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
    this.#workers = this.#workers.filter((other) => other !== worker);
    if (!worker.lapsed) worker.delivery?.putBack();
  }

  /** One that publishes one of these feeds is so slow that its message comes back; undefined if there is none. */
  lapse(pick: number, feeds: readonly string[]): Worker | undefined {
    const swift = this.#workers.filter(({ feed = '', lapsed }) => feeds.includes(feed) && !lapsed);
    const worker = swift[pick % swift.length];
    if (worker) worker.lapsed = true;
    worker?.delivery?.putBack();
    return worker;
  }

  lapsed(): Worker[] {
    return this.#workers.filter(({ lapsed }) => lapsed);
  }

  /** Of its publishers: of one feed, or of all. */
  sights(of?: string): Sight[] {
    return this.#workers.flatMap(({ feed, sight }) => (sight && (of ?? feed) === feed ? [sight] : []));
  }

  /** Lets go of those who have finished, and gives them. The message of `again` comes back although it is done. */
  dismiss(again?: Worker): Worker[] {
    const finished = this.#workers.filter(({ run }) => run.outcome !== 'running');
    this.#workers = this.#workers.filter(({ run }) => run.outcome === 'running');
    for (const worker of finished.filter(({ lapsed }) => !lapsed)) {
      if (worker.run.outcome === 'done' && worker !== again) worker.delivery?.delete();
      else worker.delivery?.putBack();
    }
    return finished;
  }
}
