import * as fc from 'fast-check';
import { busyPublisher, overtakenPublisher, slowPublisher, stoppedPublisher } from './publisher-races.ts';
import {
  anArticle,
  change,
  fanOut,
  normalise,
  publishAll,
  QUIETLY,
  shownAtOnce,
  start,
  story,
  writes,
} from './race-parts.ts';
import { step, type Step, UNINTERRUPTED } from './steps.ts';

/**
 * The most steps of a history that contains no prepared race (see `races`). Longer histories make failures harder to
 * read.
 */
const MAX_STEPS = 60;
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

/** A feed with a delay shows a story. A correction has an earlier date, and is not released for this feed yet. */
const backdatedCorrection = fc
  .constantFrom(0, 1)
  .chain((article) =>
    fc.record({
      first: shownAtOnce(article),
      waits: fc.integer({ min: 21, max: 60 }),
      correction: shownAtOnce(article),
      versioncreated: fc.integer({ min: -120, max: -1 }),
    }),
  )
  .map(({ first, waits, correction, versioncreated }): Step[] => [
    first,
    ...fanOut,
    ...publishAll,
    { do: 'wait', minutes: waits },
    start('tick'),
    ...publishAll,
    { ...correction, versioncreated },
    ...fanOut,
    ...publishAll,
  ]);

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
    stoppedPublisher,
    overtakenPublisher,
    backdatedCorrection,
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
