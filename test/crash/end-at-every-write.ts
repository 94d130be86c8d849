import type { Backend } from '../contract/backends.ts';
import { WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import { type EndPoint, InterruptibleWorker } from './interruptible-worker.ts';
import { ManualPipeline } from './manual-pipeline.ts';
import type { StageCase } from './stage-case-builders.ts';

/** Everything that is stored: each row of the table and each object of the buckets as a text, by its key. */
type Contents = Map<string, string>;

interface Outcome {
  /** Number of writes of the stage. */
  writes: number;
  /** What is stored when the stage has done its work. */
  afterStage: Contents;
  /** What is stored when the later stages have done the work that follows. */
  whenIdle: Contents;
}

type Work = Awaited<ReturnType<StageCase['prepare']>>;

/**
 * A case (one stage with its work) that can run any number of times. Each run starts from the same stored contents.
 */
class PreparedCase {
  readonly #pipeline: ManualPipeline;
  readonly #work: Work;
  readonly #restore: () => Promise<void>;
  readonly #start: Date;

  private constructor(pipeline: ManualPipeline, work: Work, restore: () => Promise<void>) {
    this.#pipeline = pipeline;
    this.#work = work;
    this.#restore = restore;
    this.#start = pipeline.now();
  }

  static async prepare(backend: Backend, stageCase: StageCase): Promise<PreparedCase> {
    await backend.wipe();
    const pipeline = new ManualPipeline(backend);
    const work = await stageCase.prepare(pipeline);
    return new PreparedCase(pipeline, work, await backend.snapshot());
  }

  /** Runs the stage. If its worker is ended, another worker handles the same message again. */
  async run(endPoint?: EndPoint): Promise<Outcome> {
    const pipeline = this.#pipeline;
    const { backend } = pipeline;
    await this.#restore();
    pipeline.rewind(this.#start);
    const worker = new InterruptibleWorker(endPoint);
    const outcome = await worker.run(() => this.#work(pipeline.stages(backend.as(worker))));
    if (endPoint?.side === 'before' && outcome === 'done') throw new Error('the worker was not ended');
    if (outcome === 'ended') await this.#work(pipeline.stages(backend.stores));
    const afterStage = await backend.everything();
    // A wake-up that was announced and not sent counts as lost after this time, and the next tick sends it.
    pipeline.wait(WAKE_UP_MINUTES + 1);
    await pipeline.runUntilIdle();
    return { writes: worker.writes, afterStage, whenIdle: await backend.everything() };
  }
}

/** Every point at which a worker can be ended, in the order of its writes. */
function endPointsOf(writes: number): EndPoint[] {
  return Array.from({ length: writes }, (_, index) =>
    (['before', 'after'] as const).map((side) => ({ write: index + 1, side })),
  ).flat();
}

/** The rows and objects that differ, by key. */
function differences(foundNow: Contents, expectedNow: Contents): string[] {
  const [found, expected] = [comparable(foundNow), comparable(expectedNow)];
  const keys = [...new Set([...found.keys(), ...expected.keys()])];
  return keys
    .filter((key) => found.get(key) !== expected.get(key))
    .map((key) => `${key}: ${found.get(key) ?? 'missing'} instead of ${expected.get(key) ?? 'nothing'}`);
}

/**
 * A request that is repeated before it had its answer is counted twice towards the quota of its source, so counts are
 * not compared (docs/adr/0026-quota-of-a-source.md). Tokens are random, so those of DIRTY and WAKE rows are not compared. A worker that is repeated may write a TODO row
 * with the same work twice, so only the articles in all TODO rows of a feed are compared.
 */
function comparable(contents: Contents): Contents {
  const kept = new Map<string, string>();
  for (const [key, text] of contents) {
    if (/\bQUOTA#/.test(key)) continue;
    const feed = /\bTODO#\S+/.exec(key)?.[0];
    if (feed === undefined)
      kept.set(key, /\b(?:DIRTY|WAKE)#/.test(key) ? text.replace(/"token":"[^"]*"/, '') : text);
    else
      kept.set(
        feed,
        [...new Set([...(kept.get(feed)?.split(' ') ?? []), ...articlesIn(text)])].sort().join(' '),
      );
  }
  return kept;
}

const isFeedWork = (key: string): boolean => /\b(?:TODO|WAKE)#/.test(key);

const articlesIn = (text: string): string[] => (JSON.parse(text) as { articles: string[] }).articles;

/**
 * Runs a case once for each point at which its worker can be ended: before and after each of its writes. Compares
 * what is stored after each run with what is stored after a run in which the worker was not ended.
 */
export async function endAtEveryWrite(
  backend: Backend,
  stageCase: StageCase,
): Promise<{ points: number; wrong: string[] }> {
  const prepared = await PreparedCase.prepare(backend, stageCase);
  const expected = await prepared.run();
  const endPoints = endPointsOf(expected.writes);
  const wrong: string[] = [];
  for (const endPoint of endPoints) {
    const { afterStage, whenIdle } = await prepared.run(endPoint);
    const found = [
      ...(stageCase.goesFurther ? [] : differences(afterStage, expected.afterStage)),
      ...differences(whenIdle, expected.whenIdle),
      ...[...whenIdle.keys()].filter(isFeedWork).map((key) => `${key}: left when all work is done`),
    ];
    wrong.push(...found.map((text) => `ended ${endPoint.side} write ${endPoint.write}: ${text}`));
  }
  return { points: endPoints.length, wrong };
}
