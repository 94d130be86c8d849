import type { Open } from '../contract/places.ts';
import { type End, Life } from './interruptible-worker.ts';
import { Newsroom } from './manual-pipeline.ts';
import type { StageRun } from './stage-case-builders.ts';

/** What lies there when the stage has done its work, and when all that follows from it is done. */
interface Outcome {
  writes: number;
  after: Map<string, string>;
  atRest: Map<string, string>;
}

type Work = Awaited<ReturnType<StageRun['prepare']>>;

/** The place where the stage begins, to which one can go back. */
class Stage {
  readonly #newsroom: Newsroom;
  readonly #work: Work;
  readonly #back: () => Promise<void>;

  private constructor(newsroom: Newsroom, work: Work, back: () => Promise<void>) {
    this.#newsroom = newsroom;
    this.#work = work;
    this.#back = back;
  }

  static async prepare(place: Open, stage: StageRun): Promise<Stage> {
    await place.wipe();
    const newsroom = new Newsroom(place);
    const work = await stage.prepare(newsroom);
    return new Stage(newsroom, work, await place.moment());
  }

  /** Runs it from there; a worker that is ended gets its message once more. */
  async play(end?: End): Promise<Outcome> {
    const newsroom = this.#newsroom;
    const { place } = newsroom;
    await this.#back();
    const life = new Life(end);
    const outcome = await life.live(() => this.#work(newsroom.workshop(place.as(life))));
    if (end?.side === 'before' && outcome === 'done') throw new Error('nobody was ended');
    if (outcome === 'ended') await this.#work(newsroom.workshop(place.stores));
    const after = await place.everything();
    await newsroom.rest();
    return { writes: life.writes, after, atRest: await place.everything() };
  }
}

/** Every place at which a worker can be ended, in the order of its writes. */
function endsOf(writes: number): End[] {
  return Array.from({ length: writes }, (_, index) =>
    (['before', 'after'] as const).map((side) => ({ write: index + 1, side })),
  ).flat();
}

/** Rows and objects that differ, by key. A DIRTY row's token is new with each mark: it is there or it is not. */
function differences(found: Map<string, string>, meant: Map<string, string>): string[] {
  const keys = [...new Set([...found.keys(), ...meant.keys()])];
  return keys
    .filter((key) => unmarked(key, found.get(key)) !== unmarked(key, meant.get(key)))
    .map((key) => `${key}: ${found.get(key) ?? 'missing'} instead of ${meant.get(key) ?? 'nothing'}`);
}

const unmarked = (key: string, row: string | undefined): string | undefined =>
  /^dirty[ #]/i.test(key) ? row?.replace(/"token":"[^"]*"/, '') : row;

/** Ends a worker at every place of the stage; says how many there are and what differed. */
export async function endEverywhere(
  place: Open,
  run: StageRun,
): Promise<{ points: number; wrong: string[] }> {
  const stage = await Stage.prepare(place, run);
  const meant = await stage.play();
  const ends = endsOf(meant.writes);
  const wrong: string[] = [];
  for (const end of ends) {
    const { after, atRest } = await stage.play(end);
    const found = [...differences(after, meant.after), ...differences(atRest, meant.atRest)];
    wrong.push(...found.map((text) => `${end.side} write ${end.write}: ${text}`));
  }
  return { points: ends.length, wrong };
}
