import { objectKeys } from '../../shared/contract/keys.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import { type Allowance, Run } from '../support/memory/run.ts';
import type { Entry } from './allowed-content.ts';
import { ALL, type Decide, type Resend, type Send } from './steps.ts';
import { again, type Request, requestOf } from './submission-request.ts';
import type { UseCases, World } from './stage-services.ts';

/** The door: what was handed in, and the clients that are still trying. */
export class Intake {
  readonly entries: Entry[] = [];
  readonly #unanswered: Request[] = [];
  readonly #world: World;
  readonly #useCases: UseCases;

  constructor(world: World, useCases: UseCases) {
    this.#world = world;
    this.#useCases = useCases;
  }

  /** `inMinutes` gives the instant that many minutes from now. */
  async submit(action: Send | Decide | Resend, inMinutes: (minutes: number) => string): Promise<void> {
    const receipt = sha256(`receipt ${this.entries.length}`).slice(0, 12);
    if (action.do !== 'resend') return this.#take(requestOf(action, receipt, inMinutes), action.calls);
    const earlier = this.entries[action.pick % this.entries.length];
    if (earlier) await this.#take(again(earlier.request, receipt, inMinutes(0)), action.calls);
  }

  /** Whoever got no answer tries once more. */
  async retry(): Promise<void> {
    for (const request of this.#unanswered.splice(0)) await this.#run(request, ALL).still();
  }

  /** Whether its client has an answer: only then a sweep knows of it. */
  isAnswered(key: string): boolean {
    return this.#unanswered.every((request) => request !== this.entryOf(key)?.request);
  }

  /** Whether something has no outcome yet; what has one has taken effect, whoever was ended after its last write. */
  async isUnread(): Promise<boolean> {
    for (const entry of this.entries) {
      const record = await this.#world.cloud.receipts.get(entry.submission.receipt);
      if (record?.items !== undefined) entry.state = 'applied';
    }
    return this.entries.some(({ state }) => state !== 'applied');
  }

  /** Every submission's event is handed out once more. */
  async replay(): Promise<void> {
    await this.#world.cloud.normaliseQueue.send(this.entries.map(({ key }) => key));
  }

  entryOf(key: unknown): Entry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  /** It has taken effect. */
  apply(key: unknown): void {
    const entry = this.entryOf(key);
    if (entry) entry.state = 'applied';
  }

  async #take(request: Request, calls: Allowance): Promise<void> {
    const run = this.#run(request, calls);
    await run.still();
    const { source, receipt } = request.envelope;
    const key = objectKeys.raw(source, receipt);
    if ((await this.#world.cloud.raw.get(key)) === undefined) await run.go(ALL);
    else if (run.outcome === 'running') this.#unanswered.push(request);
    this.entries.push({ submission: request.submission, request, key, state: 'waiting' });
  }

  #run({ envelope, bytes }: Request, calls: Allowance): Run {
    return new Run((run) => this.#useCases.accept(envelope, bytes, run.through(this.#world.ingest)), calls);
  }
}
