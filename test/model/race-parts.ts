import * as fc from 'fast-check';
import type { Allowance } from '../support/memory/run.ts';
import { decide, type Send, send, type StageName, type Step, UNINTERRUPTED } from './steps.ts';

/** The parts of which races are made: steps in a fixed order. */

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
export const start = (
  stage: StageName,
  { calls = UNINTERRUPTED, pick: message = 0, ends = false }: StartOptions = {},
): Step => ({ do: 'start', stage, pick: message, calls, ends });
export const normalise: Step[] = [start('normalise')];
export const fanOut: Step[] = [...normalise, start('now'), start('tick')];
export const publishAll: Step[] = Array.from({ length: MESSAGES }, () => start('publish'));

export const writes = (max: number): fc.Arbitrary<Allowance> => fc.record({ writes: fc.nat({ max }) });
/** In the races (see histories.ts) ingest is never interrupted, because the races are about the stages after ingest. */
const uninterrupted = { calls: fc.constant(UNINTERRUPTED), sameInstant: fc.constant(false) };
export const QUIETLY = { calls: UNINTERRUPTED, sameInstant: false };
export const KILL = { do: 'decide', action: 'kill', channel: 1, ...QUIETLY } as const;
export const change = (article: number): fc.Arbitrary<Step> =>
  fc
    .tuple(
      fc.oneof({ weight: 2, arbitrary: send }, { weight: 3, arbitrary: decide }),
      fc.record(uninterrupted),
    )
    .map(([what, how]) => ({ ...what, ...how, article }));
/** A story that is never withheld and never expires. */
export const story = (article: number): fc.Arbitrary<Send> =>
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
/** A story that is shown as soon as it is published, in a feed without a delay. */
export const shownAtOnce = (article: number): fc.Arbitrary<Send> =>
  story(article).map(({ embargoed: _embargoed, ...sent }) => sent);
export const anArticle = fc.constantFrom(0, 2, 3);
