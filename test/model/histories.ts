import * as fc from 'fast-check';
import type { Allowance } from '../support/memory/run.ts';
import { decide, pick, type Send, send, type StageName, type Step, step, UNINTERRUPTED } from './steps.ts';

/**
 * The most steps of a history that contains no prepared race (see `races`). Longer histories make failures harder to
 * read.
 */
const MAX_STEPS = 60;
/**
 * The most messages in the publish queue after one story changed: one for each feed, and one whose visibility timeout
 * has ended, so that it is delivered again.
 */
const MESSAGES = 5;

interface StartOptions {
  calls?: Allowance;
  pick?: number;
  ends?: boolean;
}
const start = (
  stage: StageName,
  { calls = UNINTERRUPTED, pick: message = 0, ends = false }: StartOptions = {},
): Step => ({ do: 'start', stage, pick: message, calls, ends });
const normalise: Step[] = [start('normalise')];
const fanOut: Step[] = [...normalise, start('now'), start('tick')];
const publishAll: Step[] = Array.from({ length: MESSAGES }, () => start('publish'));

const writes = (max: number): fc.Arbitrary<Allowance> => fc.record({ writes: fc.nat({ max }) });
/** In the races (see `races`) ingest is never interrupted, because the races are about the stages after ingest. */
const uninterrupted = { calls: fc.constant(UNINTERRUPTED), sameInstant: fc.constant(false) };
const QUIETLY = { calls: UNINTERRUPTED, sameInstant: false };
const change = (article: number): fc.Arbitrary<Step> =>
  fc
    .tuple(
      fc.oneof({ weight: 2, arbitrary: send }, { weight: 3, arbitrary: decide }),
      fc.record(uninterrupted),
    )
    .map(([what, how]) => ({ ...what, ...how, article }));
/** A story that is never withheld and never expires. */
const story = (article: number): fc.Arbitrary<Send> =>
  fc
    .tuple(send, fc.record(uninterrupted))
    .map(([{ do: does, headline, versioncreated, embargoed }, how]) => ({
      do: does,
      headline,
      withheld: false,
      ...how,
      article,
      ...(versioncreated !== undefined && { versioncreated }),
      ...(embargoed !== undefined && { embargoed }),
    }));
const anArticle = fc.constantFrom(0, 2, 3);

/**
 * A tick is ended or paused between two of its writes. Then publish handles the messages that the tick has sent, and
 * the article may change. At the end, a paused tick continues.
 */
const interruptedTick = anArticle.chain((article) =>
  fc
    .record({
      first: story(article),
      waits: fc.option(fc.integer({ min: 20, max: 90 }), { nil: undefined }),
      // A DUE row, the reach, TODO rows, a WAKE row, a message; then rows are removed.
      calls: writes(6),
      ends: fc.boolean(),
      then: fc.option(change(article), { nil: undefined, freq: 3 }),
    })
    .map(({ first, waits, calls, ends, then }): Step[] => [
      first,
      ...(waits === undefined ? normalise : [...fanOut, ...publishAll]),
      ...(waits === undefined ? [] : ([{ do: 'wait', minutes: waits }] as const)),
      start('tick', { calls, ends }),
      ...publishAll,
      ...(then === undefined ? [] : [then, ...normalise]),
      { do: 'resume', pick: 0, calls: UNINTERRUPTED },
    ]),
);

/**
 * A publisher is so slow that its message becomes visible again. Other publishers finish that message and the next
 * one. Then the slow publisher continues, or is ended.
 */
const slowPublisher = fc
  .constantFrom([2, 3], [3, 2], [2, 4], [0, 0], [2, 2])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: story(article),
        message: pick,
        // The WAKE row, a commit, a document.
        calls: writes(3),
        meanwhile: fc.oneof(story(other), change(other)),
        continues: fc.oneof(fc.constant(UNINTERRUPTED), writes(6)),
        ends: fc.boolean(),
        then: fc.option(change(article), { nil: undefined }),
      })
      .map(({ first, message, calls, meanwhile, continues, ends, then }): Step[] => [
        first,
        ...fanOut,
        start('publish', { calls, pick: message }),
        { do: 'time out', pick: 0 } as const,
        ...publishAll,
        meanwhile,
        ...fanOut,
        ...publishAll,
        { do: 'resume', pick: 0, calls: continues },
        ...(ends ? [{ do: 'end', pick: 0 } as const] : []),
        ...(then === undefined ? [] : [then, ...fanOut, ...publishAll]),
      ]),
  );

/**
 * A publisher is paused between two of its calls. Meanwhile a story changes, and fan-out hands it to the same feeds:
 * the publisher may or may not have read the new TODO rows. Then it continues.
 */
const busyPublisher = fc
  .constantFrom([2, 3], [3, 2], [2, 4], [0, 0], [2, 2])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: story(article),
        message: pick,
        // The first calls read the TODO rows and write the WAKE row; their order matters.
        calls: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 20 })),
        meanwhile: fc.oneof(story(other), change(other)),
        losesNext: fc.boolean(),
      })
      .map(({ first, message, calls, meanwhile, losesNext }): Step[] => [
        first,
        ...fanOut,
        start('publish', { calls, pick: message }),
        meanwhile,
        ...fanOut,
        ...(losesNext ? [{ do: 'drop', stage: 'publish', pick: message } as const] : []),
        { do: 'resume', pick: 0, calls: UNINTERRUPTED } as const,
        ...publishAll,
      ]),
  );

/** An article is in doubt, is released, and a later version of it is in doubt again, or is killed. */
const doubtfulStory = anArticle.chain((article) =>
  fc
    .record({
      first: story(article),
      releases: fc.boolean(),
      second: fc.option(story(article), { nil: undefined, freq: 3 }),
      then: fc.option(change(article), { nil: undefined }),
    })
    .map(({ first, releases, second, then }): Step[] => {
      const settle = [...fanOut, ...publishAll];
      const release = { do: 'decide', action: 'release', article, channel: 0, ...QUIETLY } as const;
      return [
        { ...first, doubtful: true },
        ...settle,
        ...(releases ? [{ do: 'wait', minutes: 1 } as const, release, ...settle] : []),
        ...(second === undefined
          ? []
          : [{ do: 'wait', minutes: 1 } as const, { ...second, doubtful: true }, ...settle]),
        ...(then === undefined ? [] : [then, ...settle]),
      ];
    }),
);

const free = fc.array(step, { maxLength: MAX_STEPS, size: 'max' });
/** Races need many steps in a fixed order. Steps in a random order almost never make a race. */
const races = fc.array(
  fc.oneof(
    interruptedTick,
    slowPublisher,
    busyPublisher,
    interruptedTick,
    slowPublisher,
    busyPublisher,
    doubtfulStory,
  ),
  {
    minLength: 1,
    maxLength: 2,
  },
);

/** The steps of one run. One history in two has any steps in any order; the other one has one or two races. */
export const history: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 1, arbitrary: free },
  { weight: 1, arbitrary: races.map((parts) => parts.flat()) },
);
