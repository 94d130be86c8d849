import * as fc from 'fast-check';
import type { Allowance } from '../support/memory/run.ts';
import { type Action, action, ALL, decide, pick, send, type StageName } from './steps.ts';

/** Actions in a free history; more only make what fails harder to read. */
const MOST_ACTIONS = 60;
/** Messages that wait for publish when one story has changed: one for each feed, and one that came back. */
const MESSAGES = 5;

const go = (stage: StageName, calls: Allowance = ALL, at = 0, ends = false): Action => ({
  do: 'start',
  stage,
  pick: at,
  calls,
  ends,
});
const normalised: Action[] = [go('normalise')];
const fannedOut: Action[] = [...normalised, go('now'), go('tick')];
const published: Action[] = Array.from({ length: MESSAGES }, () => go('publish'));

const writes = (max: number): fc.Arbitrary<Allowance> => fc.record({ writes: fc.nat({ max }) });
/** What nobody disturbs on its way in: the scenes are about what happens behind the door. */
const undisturbed = { calls: fc.constant(ALL), tie: fc.constant(false) };
const change = (article: number): fc.Arbitrary<Action> =>
  fc
    .tuple(fc.oneof({ weight: 2, arbitrary: send }, { weight: 3, arbitrary: decide }), fc.record(undisturbed))
    .map(([what, how]) => ({ ...what, ...how, article }));
/** Usable at once, as a rule. */
const story = (article: number): fc.Arbitrary<Action> =>
  fc.tuple(send, fc.record(undisturbed)).map(([{ do: does, headline, versioncreated, embargoed }, how]) => ({
    do: does,
    headline,
    withheld: false,
    ...how,
    article,
    ...(versioncreated !== undefined && { versioncreated }),
    ...(embargoed !== undefined && { embargoed }),
  }));
const anArticle = fc.constantFrom(0, 2, 3);

/** A tick is ended, or stands still, between two of its writes; meanwhile what it sent is published and changes. */
const disturbedTick = anArticle.chain((article) =>
  fc
    .record({
      first: story(article),
      waits: fc.option(fc.integer({ min: 20, max: 90 }), { nil: undefined }),
      calls: writes(3),
      ends: fc.boolean(),
      then: fc.option(change(article), { nil: undefined, freq: 3 }),
    })
    .map(({ first, waits, calls, ends, then }): Action[] => [
      first,
      ...(waits === undefined ? normalised : [...fannedOut, ...published]),
      ...(waits === undefined ? [] : ([{ do: 'wait', minutes: waits }] as const)),
      go('tick', calls, 0, ends),
      ...published,
      ...(then === undefined ? [] : [then, ...normalised]),
      { do: 'resume', pick: 0, calls: ALL },
    ]),
);

/** A publisher is so slow that others are done with its message, and with the next one, when it goes on or ends. */
const slowPublisher = fc
  .constantFrom([2, 3], [3, 2], [2, 4], [0, 0], [2, 2])
  .chain(([article = 0, other = 0]) =>
    fc
      .record({
        first: story(article),
        at: pick,
        calls: writes(2),
        meanwhile: fc.oneof(story(other), change(other)),
        goesOn: fc.oneof(fc.constant(ALL), writes(6)),
        ends: fc.boolean(),
        then: fc.option(change(article), { nil: undefined }),
      })
      .map(({ first, at, calls, meanwhile, goesOn, ends, then }): Action[] => [
        first,
        ...fannedOut,
        go('publish', calls, at),
        { do: 'lapse', pick: 0 } as const,
        ...published,
        meanwhile,
        ...fannedOut,
        ...published,
        { do: 'resume', pick: 0, calls: goesOn },
        ...(ends ? [{ do: 'end', pick: 0 } as const] : []),
        ...(then === undefined ? [] : [then, ...fannedOut, ...published]),
      ]),
  );

const free = fc.array(action, { maxLength: MOST_ACTIONS, size: 'max' });
/** Races that take so many steps in a row that a free history hardly ever has them. */
const staged = fc.array(fc.oneof(disturbedTick, slowPublisher), { minLength: 1, maxLength: 2 });

/** What happens in one run: mostly anything, now and then a race. */
export const history: fc.Arbitrary<Action[]> = fc.oneof(
  { weight: 2, arbitrary: free },
  { weight: 1, arbitrary: staged.map((scenes) => scenes.flat()) },
);
