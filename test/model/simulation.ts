import { WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { type Instant, instantOf } from '../../shared/domain/instant.ts';
import { AllowedContent, documentError, MAX_UNCERTAIN, recordAllowed } from './allowed-content.ts';
import { type StageName, type Step, UNINTERRUPTED } from './steps.ts';
import { RunningWorkers } from './running-workers.ts';
import { Submitter } from './submitter.ts';
import { ConfigurationInForce } from './configuration-in-force.ts';
import { ARTICLES } from './newsroom.ts';
import { DOCUMENTS_TO_READ, FEEDS, Invariants, textOf } from './invariants.ts';
import { asInstant } from '../support/ids.ts';
import type { Allowance } from '../support/memory/run.ts';
import {
  doubleMessage,
  loseMessage,
  stagesWithWork,
  startWorker,
  type Worker,
  type WorkerStart,
} from './workers.ts';
import {
  createStageServices,
  type Planting,
  type StageServices,
  USE_CASES,
  type UseCases,
} from './stage-services.ts';
import { Violation } from './violation.ts';

const START = Date.parse('2026-03-02T08:00:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The most workers that may be paused at the same time. */
const MAX_PAUSED = 4;
/**
 * A sweep runs when this time has passed since the last sweep. The longest wait in a history is an hour, so two
 * sweeps are at most an hour and a quarter apart.
 */
const SWEEP_MINUTES = 15;
/**
 * The greatest age of a submission whose message may be lost. The product's sweep looks two hours back, so the next
 * sweep still finds the submission.
 */
const SWEPT_WITHIN = 30 * MINUTE;
/** Every WAKE row was written before this instant. */
const END_OF_TIME = asInstant('9999-12-31T23:59:59.999Z');
/** Rounds within which a simulation must become idle. */
const MAX_ROUNDS = 400;

/**
 * Runs the steps of a history on the real use cases with in-memory stores, and checks the invariants after each step.
 */
export class Simulation {
  readonly services: StageServices;
  readonly submitter: Submitter;
  /** What the channels were allowed to show at some moment since the start. */
  readonly everAllowed = new AllowedContent();
  readonly inForce = new ConfigurationInForce();
  /** Warnings of the stages. None is expected. */
  readonly warnings: string[] = [];
  #milliseconds = START;
  #sweptAt = START;
  readonly #workers = new RunningWorkers();
  /** What was wrong with the first wrong document that publish put. */
  #documentViolation: string | undefined;
  #lastFailure: unknown;
  readonly #planting: Planting;
  readonly #useCases: UseCases;
  readonly #invariants: Invariants;

  constructor({ planting = {}, useCases = USE_CASES }: { planting?: Planting; useCases?: UseCases } = {}) {
    this.#planting = planting;
    this.#useCases = useCases;
    this.services = createStageServices({
      now: () => new Date(this.#milliseconds),
      onPut: (...put) => this.#checkDocument(...put),
      warn: (message, facts) => {
        const { feed } = facts;
        const isUnreadable = message.startsWith('articles cannot be read');
        const isExpected = typeof feed === 'string' && this.#workers.feedsInDoubt().has(feed);
        if (!isExpected && !(isUnreadable && this.submitter.hasUnreadable()))
          this.warnings.push(`${message} ${JSON.stringify(facts)}`);
      },
      ...(planting.cloud && { plantCloud: planting.cloud }),
    });
    this.submitter = new Submitter(this.services, useCases);
    this.#invariants = new Invariants(this.services);
  }

  now(): Instant {
    return this.#inMinutes(0);
  }

  #inMinutes(minutes: number): Instant {
    return instantOf(new Date(this.#milliseconds + minutes * MINUTE));
  }

  async run(history: readonly Step[]): Promise<void> {
    this.inForce.put(0, this.services.cloud);
    for (const step of history) await this.#do(step);
  }

  async #do(step: Step): Promise<void> {
    if (!('sameInstant' in step && step.sameInstant)) this.#milliseconds += SECOND;
    switch (step.do) {
      case 'send':
      case 'decide':
      case 'resend':
        await this.submitter.submit(step, (minutes) => this.#inMinutes(minutes));
        return this.#checked();
      case 'start':
        return this.#start({ ...step, stage: await this.#stageAt(step.stage) });
      case 'repeat': {
        const stage = await this.#stageAt(step.stage);
        return this.#start({ stage, pick: step.pick, calls: UNINTERRUPTED, isRedelivered: true });
      }
      case 'drop':
        return this.#drop(await this.#stageAt(step.stage), step.pick);
      case 'double':
        return doubleMessage(step.pick, this.services.cloud);
      case 'resume':
        return this.#resume(step.pick, step.calls);
      case 'end':
        return this.#end(this.#workers.at(step.pick));
      case 'time out':
        return this.#timeOut(step.pick);
      case 'wait':
        return this.wait(step.minutes);
      case 'configure':
        return this.configure(step.variant);
    }
  }

  /** Lets time pass. A sweep runs if the last one was at least a quarter of an hour ago. */
  async wait(minutes: number): Promise<void> {
    this.#milliseconds += minutes * MINUTE;
    if (this.#milliseconds - this.#sweptAt >= SWEEP_MINUTES * MINUTE) {
      this.#sweptAt = this.#milliseconds;
      await this.#useCases.sweep(this.services.sweep);
    }
    await this.#checked();
  }

  /** Puts a configuration in force and marks all feeds and articles dirty, as `wiredesk apply` does. */
  async configure(variant: number): Promise<void> {
    this.inForce.put(variant, this.services.cloud);
    await this.markAllDirty();
    await this.#checked();
  }

  /** Marks every feed and every article for fan-out. */
  async markAllDirty(): Promise<void> {
    const token = `marked at ${this.#milliseconds}`;
    const subjects = [...FEEDS.map(({ id }) => feedSubject(id)), ...ARTICLES.map(({ article }) => article)];
    for (const subject of subjects) await this.services.cloud.work.markDirty(subject, token);
  }

  async #stageAt(index: number | StageName): Promise<StageName> {
    if (typeof index === 'string') return index;
    const busy = await stagesWithWork(this.services.cloud, this.now());
    return busy[index % busy.length] ?? 'tick';
  }

  async #start(start: WorkerStart & { ends?: boolean; isRedelivered?: boolean }): Promise<void> {
    const { stage, pick, calls, ends = false, isRedelivered = false } = start;
    const uncertain = this.submitter.tracked.filter(({ state }) => state === 'uncertain').length;
    const mayPause = this.#workers.size < MAX_PAUSED && (stage !== 'normalise' || uncertain < MAX_UNCERTAIN);
    const worker = this.#open({ stage, pick, calls: mayPause ? calls : UNINTERRUPTED });
    if (worker === undefined) return;
    this.#workers.add(worker);
    await this.#checked(() => worker.run.still(), isRedelivered ? worker : undefined);
    if (ends && this.#workers.has(worker)) await this.#end(worker);
  }

  #open(start: WorkerStart): Worker | undefined {
    const [services, useCases, planting] = [this.services, this.#useCases, this.#planting];
    const worker = startWorker(start, { services, useCases, planting });
    const tracked = this.submitter.trackedBy(worker?.key);
    if (tracked?.state === 'waiting') tracked.state = 'uncertain';
    if (tracked) this.#recordAllowed();
    return worker && { ...worker, ...(worker.feed !== undefined && { allowed: new AllowedContent() }) };
  }

  async #drop(stage: StageName, pick: number): Promise<void> {
    const isSwept = (key: string): boolean =>
      this.submitter.isAnswered(key) &&
      Date.parse(this.submitter.trackedBy(key)?.submission.at ?? '') > this.#milliseconds - SWEPT_WITHIN;
    loseMessage({ stage, pick }, this.services.cloud, isSwept);
    await this.#checked();
  }

  async #resume(pick: number, calls: Allowance): Promise<void> {
    const worker = this.#workers.at(pick);
    if (worker) await this.#checked(() => worker.run.go(calls));
  }

  async #end(worker: Worker | undefined): Promise<void> {
    if (worker === undefined) return;
    this.#workers.end(worker);
    await this.#checked();
  }

  /** After a timeout two publishers of one feed may run at the same time. Their writes must be safe. */
  async #timeOut(pick: number): Promise<void> {
    if (this.#workers.timeOut(pick)) await this.#checked();
  }

  /** Sends unanswered requests again, then finishes all paused workers and all waiting work. */
  async runUntilIdle(): Promise<void> {
    await this.submitter.retry();
    await this.#finishAllWork();
    if (this.#workers.feedsInDoubt().size === 0) return;
    await this.#useCases.sweep(this.services.sweep);
    await this.#finishAllWork();
    this.#workers.clearFeedsInDoubt();
    await this.#checked();
  }

  /**
   * In half of the simulations the paused workers finish before new workers start. In the other half they finish when
   * no stage has work left.
   */
  async #finishAllWork(): Promise<void> {
    const { cloud } = this.services;
    const pausedFirst = this.submitter.tracked.length % 2 === 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const [stage] = await stagesWithWork(cloud, this.now());
      if (this.#workers.size > 0 && (pausedFirst || stage === undefined))
        await this.#resume(0, UNINTERRUPTED);
      else if (stage !== undefined) await this.#start({ stage, pick: round, calls: UNINTERRUPTED });
      else if ((await cloud.wakeUps.writtenBefore(END_OF_TIME, 1)).length > 0)
        await this.wait(WAKE_UP_MINUTES + 1);
      else if (await this.submitter.hasUnread()) await this.wait(SWEEP_MINUTES);
      else return;
    }
    throw new Violation(
      `after ${MAX_ROUNDS} rounds there is still work; the last failure was: ${String(this.#lastFailure)}`,
    );
  }

  /** Runs `something`, removes the workers that have finished, and checks all invariants. */
  async #checked(something?: () => Promise<unknown>, redelivered?: Worker): Promise<void> {
    this.#recordAllowed();
    await something?.();
    for (const { run, key } of this.#workers.removeFinished(redelivered)) {
      if (run.outcome === 'failed') this.#lastFailure = run.failure;
      else this.submitter.markApplied(key);
    }
    const exempt = this.#invariants.exempt(this.#workers);
    const violation = this.#documentViolation ?? (await this.#invariants.violation(exempt));
    if (violation !== undefined) throw new Violation(violation);
  }

  #recordAllowed(): void {
    const records = [this.everAllowed, ...this.#workers.allowedContents()];
    recordAllowed(records, {
      channels: this.inForce.channels,
      tracked: this.submitter.tracked,
      now: this.now(),
    });
  }

  #checkDocument(key: string, bytes: Uint8Array, before: Uint8Array = new Uint8Array()): void {
    const document = DOCUMENTS_TO_READ.get(key);
    if (document === undefined) return;
    const { feed, channel, format } = document;
    const put = { text: textOf(bytes), before: textOf(before) };
    const wrong = documentError(put, channel, {
      sinceReceived: this.#workers.allowedContents(feed),
      sinceStart: this.everAllowed,
      tracked: this.submitter.tracked,
      now: this.now(),
    });
    if (wrong !== undefined) this.#documentViolation ??= `${channel}, ${format}: ${wrong}`;
  }
}
