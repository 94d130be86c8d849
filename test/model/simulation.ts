import type { PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { MOST_IN_LIMBO, see, Sight, wrongIn } from './allowed-content.ts';
import { type Action, ALL, type StageName } from './steps.ts';
import { Crew } from './running-workers.ts';
import { Intake } from './submitter.ts';
import { ARTICLES, configurationOf, VARIANTS } from './newsroom.ts';
import type { ReferenceChannel, Submission } from './reference-types.ts';
import { FEEDS, PLAIN_DOCUMENTS, Watch } from './invariants.ts';
import type { Allowance } from '../support/memory/run.ts';
import { busyStages, lose, takeUp, type Worker } from './workers.ts';
import { openWorld, type Planting, USE_CASES, type UseCases, type World } from './stage-services.ts';

const START = Date.parse('2026-03-02T08:00:00.000Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Workers that stand still at once, at most. */
const MOST_HELD = 4;
/** A sweep looks back over two hours; here an hour and a quarter passes between two of them at most. */
const SWEEP_MINUTES = 15;
const SWEPT_WITHIN = 30 * MINUTE;
/** Turns in which everything must have come to rest. */
const MOST_TURNS = 400;

export class Violation extends Error {}

/** Plays actions on the real use cases over stores in memory, and watches at every step. */
export class Play {
  readonly world: World;
  readonly intake: Intake;
  /** What was ever right to show. */
  readonly sight = new Sight();
  channels: readonly ReferenceChannel[] = [];
  /** The fewest items each channel ever had. */
  readonly fewestItems = new Map<string, number>();
  readonly warnings: string[] = [];
  #milliseconds = START;
  #sweptAt = START;
  readonly #crew = new Crew();
  #fault: string | undefined;
  /** Messages that were given up: an operator sends them once more. */
  #dead: PublishMessage[] = [];
  readonly #planting: Planting;
  readonly #useCases: UseCases;
  readonly #watch: Watch;

  constructor({ planting = {}, useCases = USE_CASES }: { planting?: Planting; useCases?: UseCases } = {}) {
    this.#planting = planting;
    this.#useCases = useCases;
    this.world = openWorld({
      now: () => new Date(this.#milliseconds),
      placed: (key, bytes) => this.#placed(key, bytes),
      warn: (message, facts) => {
        const { feed } = facts;
        const isExpected = typeof feed === 'string' && this.#crew.doubtful().has(feed);
        if (!isExpected) this.warnings.push(`${message} ${JSON.stringify(facts)}`);
      },
      ...(planting.cloud && { plantCloud: planting.cloud }),
    });
    this.intake = new Intake(this.world, useCases);
    this.#watch = new Watch(this.world);
  }

  now(): string {
    return this.#inMinutes(0);
  }

  #inMinutes(minutes: number): string {
    return new Date(this.#milliseconds + minutes * MINUTE).toISOString();
  }

  submissions(): Submission[] {
    return this.intake.entries.map(({ submission }) => submission);
  }

  async play(actions: readonly Action[]): Promise<void> {
    this.#putInForce(0);
    for (const action of actions) await this.#do(action);
  }

  async #do(action: Action): Promise<void> {
    if (!('tie' in action && action.tie)) this.#milliseconds += SECOND;
    switch (action.do) {
      case 'send':
      case 'decide':
      case 'resend':
        await this.intake.submit(action, (minutes) => this.#inMinutes(minutes));
        return this.#step();
      case 'start':
        await this.#start(await this.#stageAt(action.stage), action.pick, action.calls, false, action.ends);
        return;
      case 'repeat':
        return this.#start(await this.#stageAt(action.stage), action.pick, ALL, true);
      case 'drop':
        return this.#drop(await this.#stageAt(action.stage), action.pick);
      case 'resume':
        return this.#resume(action.pick, action.calls);
      case 'end':
        return this.#end(this.#crew.at(action.pick));
      case 'lapse':
        return this.#lapse(action.pick);
      case 'wait':
        return this.wait(action.minutes);
      case 'configure':
        return this.configure(action.variant);
    }
  }

  /** Time passes; every now and then a tick sweeps. */
  async wait(minutes: number): Promise<void> {
    this.#milliseconds += minutes * MINUTE;
    if (this.#milliseconds - this.#sweptAt >= SWEEP_MINUTES * MINUTE) {
      this.#sweptAt = this.#milliseconds;
      await this.#useCases.sweep(this.world.sweep);
    }
    await this.#step();
  }

  /** A configuration is put in force and wakes its feeds and all articles, as `wiredesk apply` does. */
  async configure(variant: number): Promise<void> {
    this.#putInForce(variant);
    await this.wake();
    await this.#step();
  }

  #putInForce(variant: number): void {
    this.channels = VARIANTS[variant] ?? [];
    for (const { id, items } of this.channels)
      this.fewestItems.set(id, Math.min(items, this.fewestItems.get(id) ?? items));
    this.world.cloud.configuration.set(configurationOf(this.channels));
  }

  /** Marks every feed and every article for fan-out. */
  async wake(): Promise<void> {
    const token = `woken at ${this.#milliseconds}`;
    const subjects = [...FEEDS.map(({ id }) => feedSubject(id)), ...ARTICLES.map(({ article }) => article)];
    for (const subject of subjects) await this.world.cloud.work.markDirty(subject, token);
  }

  async #stageAt(index: number | StageName): Promise<StageName> {
    if (typeof index === 'string') return index;
    const busy = await busyStages(this.world.cloud, this.now());
    return busy[index % busy.length] ?? 'tick';
  }

  async #start(stage: StageName, pick: number, calls: Allowance, again = false, ends = false): Promise<void> {
    const limbo = this.intake.entries.filter(({ state }) => state === 'limbo').length;
    const isFree = this.#crew.size < MOST_HELD && (stage !== 'normalise' || limbo < MOST_IN_LIMBO);
    const worker = this.#open(stage, pick, isFree ? calls : ALL);
    if (worker === undefined) return;
    this.#crew.add(worker);
    await this.#step(() => worker.run.still(), again ? worker : undefined);
    if (ends && this.#crew.has(worker)) await this.#end(worker);
  }

  #open(stage: StageName, pick: number, calls: Allowance): Worker | undefined {
    const worker = takeUp(stage, pick, calls, {
      world: this.world,
      useCases: this.#useCases,
      planting: this.#planting,
    });
    const entry = this.intake.entryOf(worker?.key);
    if (entry?.state === 'waiting') entry.state = 'limbo';
    if (entry) this.#record();
    return worker && { ...worker, ...(worker.feed !== undefined && { sight: new Sight() }) };
  }

  async #drop(stage: StageName, pick: number): Promise<void> {
    const isSwept = (key: string): boolean =>
      this.intake.isAnswered(key) &&
      Date.parse(this.intake.entryOf(key)?.submission.at ?? '') > this.#milliseconds - SWEPT_WITHIN;
    this.#dead.push(...lose(stage, pick, this.world.cloud, isSwept));
    await this.#step();
  }

  async #resume(pick: number, calls: Allowance): Promise<void> {
    const worker = this.#crew.at(pick);
    if (worker) await this.#step(() => worker.run.go(calls));
  }

  async #end(worker: Worker | undefined): Promise<void> {
    if (worker === undefined) return;
    this.#crew.end(worker);
    await this.#step();
  }

  /** The FIFO queue keeps publishers of one feed apart; but what is written must hold even if it did not. */
  async #lapse(pick: number): Promise<void> {
    if (this.#crew.lapse(pick)) await this.#step();
  }

  /**
   * Everything that is under way is brought to its end, and everything that waits is done: by some before the workers
   * that stand still go on, by others after.
   */
  async rest(): Promise<void> {
    await this.intake.retry();
    await this.#untilNothingMoves();
    if (this.#crew.doubtful().size === 0) return;
    await this.#useCases.sweep(this.world.sweep);
    await this.#untilNothingMoves();
    this.#crew.endDoubts();
    await this.#step();
  }

  async #untilNothingMoves(): Promise<void> {
    const { cloud } = this.world;
    const isSwift = this.intake.entries.length % 2 === 0;
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const [stage] = await busyStages(cloud, this.now());
      if (this.#crew.size > 0 && (isSwift || stage === undefined)) await this.#resume(0, ALL);
      else if (stage !== undefined) await this.#start(stage, turn, ALL);
      else if (this.#dead.length > 0) await cloud.publishQueue.send(this.#dead.splice(0));
      else if (await this.intake.isUnread()) await this.wait(SWEEP_MINUTES);
      else return;
    }
    throw new Violation(`it does not come to rest; the last failure: ${String(this.#failure)}`);
  }

  #failure: unknown;

  /** Something happens; then whoever has finished is let go, and everything is looked at. */
  async #step(happens?: () => Promise<unknown>, again?: Worker): Promise<void> {
    this.#record();
    await happens?.();
    for (const { run, key } of this.#crew.dismiss(again)) {
      if (run.outcome === 'failed') this.#failure = run.failure;
      else this.intake.apply(key);
    }
    const fault = this.#fault ?? (await this.#watch.fault(this.#watch.exempt(this.#crew)));
    if (fault !== undefined) throw new Violation(fault);
  }

  #record(): void {
    const sights = [this.sight, ...this.#crew.sights()];
    see(sights, this.channels, this.intake.entries, this.now());
  }

  #placed(key: string, bytes: Uint8Array): void {
    const place = PLAIN_DOCUMENTS.get(key);
    if (place === undefined) return;
    const text = Buffer.from(bytes).toString('utf8');
    const sights = this.#crew.sights(place.feed);
    const account = { sights, ever: this.sight, entries: this.intake.entries, now: this.now() };
    const wrong = wrongIn(text, place.channel, account);
    if (wrong !== undefined) this.#fault ??= `${place.channel}, ${place.format}: ${wrong}`;
  }
}
