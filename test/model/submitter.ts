import { objectKeys } from '../../shared/contract/keys.ts';
import { sha256 } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { receiptIdOf } from '../support/ids.ts';
import { type Allowance, Run } from '../support/memory/run.ts';
import type { TrackedSubmission } from './allowed-content.ts';
import type { Submission } from './reference-types.ts';
import { UNINTERRUPTED, type Decide, type Resend, type Send } from './steps.ts';
import { repeatedRequest, type SubmissionRequest, requestOf } from './submission-request.ts';
import type { UseCases, StageServices } from './stage-services.ts';

/** Submits to the ingest use case as clients do, and keeps track of every submission. */
export class Submitter {
  readonly tracked: TrackedSubmission[] = [];
  /** Requests whose client got no answer because the worker was ended. */
  readonly #unanswered: SubmissionRequest[] = [];
  readonly #services: StageServices;
  readonly #useCases: UseCases;

  constructor(services: StageServices, useCases: UseCases) {
    this.#services = services;
    this.#useCases = useCases;
  }

  /** `inMinutes` returns the instant that many minutes from now. */
  async submit(step: Send | Decide | Resend, inMinutes: (minutes: number) => Instant): Promise<void> {
    const receipt = sha256(`receipt ${this.tracked.length}`).slice(0, 12);
    if (step.do !== 'resend') return this.#send(requestOf(step, receiptIdOf(receipt), inMinutes), step.calls);
    const earlier = this.tracked[step.pick % this.tracked.length];
    if (earlier)
      await this.#send(repeatedRequest(earlier.request, receiptIdOf(receipt), inMinutes(0)), step.calls);
  }

  submissions(): Submission[] {
    return this.tracked.map(({ submission }) => submission);
  }

  /** Whether contents were sent that cannot be read afterwards. */
  hasUnreadable(): boolean {
    return this.submissions().some((sent) => sent.kind === 'content' && sent.unreadable);
  }

  /** Sends again each request whose client got no answer. */
  async retry(): Promise<void> {
    for (const request of this.#unanswered.splice(0)) await this.#run(request, UNINTERRUPTED).still();
  }

  /**
   * Whether the client that sent the submission with this key got an answer. A sweep only finds submissions whose
   * client got an answer.
   */
  isAnswered(key: string): boolean {
    return this.#unanswered.every((request) => request !== this.trackedBy(key)?.request);
  }

  /**
   * Whether any submission has no outcome yet. Marks each submission with an outcome as `applied`, even if its worker
   * was ended after its last write.
   */
  async hasUnread(): Promise<boolean> {
    for (const tracked of this.tracked) {
      const record = await this.#services.cloud.receipts.get(receiptIdOf(tracked.submission.receipt));
      if (record?.items !== undefined) tracked.state = 'applied';
    }
    return this.tracked.some(({ state }) => state !== 'applied');
  }

  /** Queues the event of every submission again. */
  async replay(): Promise<void> {
    await this.#services.cloud.normaliseQueue.send(this.tracked.map(({ key }) => key));
  }

  trackedBy(key: unknown): TrackedSubmission | undefined {
    return this.tracked.find((tracked) => tracked.key === key);
  }

  /** Notes that the submission has taken effect. */
  markApplied(key: unknown): void {
    const tracked = this.trackedBy(key);
    if (tracked) tracked.state = 'applied';
  }

  async #send(request: SubmissionRequest, calls: Allowance): Promise<void> {
    const run = this.#run(request, calls);
    await run.still();
    const { source, receipt } = request.envelope;
    const key = objectKeys.raw(source, receipt);
    if ((await this.#services.cloud.raw.get(key)) === undefined) await run.go(UNINTERRUPTED);
    else if (run.outcome === 'running') this.#unanswered.push(request);
    this.tracked.push({ submission: request.submission, request, key, state: 'waiting' });
  }

  #run({ envelope, bytes }: SubmissionRequest, calls: Allowance): Run {
    return new Run(
      (run) => this.#useCases.storeSubmission(envelope, bytes, run.through(this.#services.ingest)),
      calls,
    );
  }
}
