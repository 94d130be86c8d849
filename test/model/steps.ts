import * as fc from 'fast-check';
import type { Allowance } from '../support/memory/run.ts';

/** Stages that take up work: normalise and publish their queues, fan-out its "now" queue and the schedule's tick. */
export type StageName = 'normalise' | 'now' | 'tick' | 'publish';

/** What can happen, as data: fast-check makes lists of it and shrinks them. Picks are taken modulo what there is. */
export type Action = Send | Decide | Resend | Start | Repeat | Drop | Resume | End | Lapse | Wait | Configure;

/** `calls`: how many calls the client's request makes before the worker is ended; then the client tries again. */
interface Hand {
  /** Received in the same millisecond as the one before. */
  tie: boolean;
  calls: Allowance;
}
interface Submit extends Hand {
  article: number;
}
export interface Send extends Submit {
  do: 'send';
  headline: number;
  withheld: boolean;
  version?: number;
  /** Minutes from now. */
  versioncreated?: number;
  embargoed?: number;
  expires?: number;
}
export interface Decide extends Submit {
  do: 'decide';
  action: string;
  channel: number;
  /** Minutes from now. */
  until?: number;
}
/** The same as before is handed in again, as another submission. */
export interface Resend extends Hand {
  do: 'resend';
  pick: number;
}
/**
 * A worker takes up a message, or the schedule ticks, and makes this many calls before it stands still. `stage` names
 * it, or picks one of those that have something to do.
 */
interface Start {
  do: 'start';
  stage: number | StageName;
  pick: number;
  calls: Allowance;
  /** Then it is ended at once. */
  ends: boolean;
}
/** A message is handled and handed out again all the same. */
interface Repeat {
  do: 'repeat';
  stage: number;
  pick: number;
}
/** A message is lost on its way, or given up after too many receives. */
interface Drop {
  do: 'drop';
  stage: number;
  pick: number;
}
interface Resume {
  do: 'resume';
  pick: number;
  calls: Allowance;
}
/** A worker that stands still is ended; its message comes back. */
interface End {
  do: 'end';
  pick: number;
}
/** A publisher is so slow that its message comes back while it goes on. */
interface Lapse {
  do: 'lapse';
  pick: number;
}
interface Wait {
  do: 'wait';
  minutes: number;
}
interface Configure {
  do: 'configure';
  variant: number;
}

/** More calls than any run makes: it is not disturbed. */
export const ALL = 100_000;

export const pick = fc.nat({ max: 5 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
/** Most runs are not disturbed; fast-check shrinks towards the first of these. */
export const calls: fc.Arbitrary<Allowance> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ALL) },
  { weight: 1, arbitrary: fc.nat({ max: 20 }) },
  { weight: 2, arbitrary: fc.record({ writes: fc.nat({ max: 4 }) }) },
);
/** Much happens to few articles: that is where one thing comes between two others. */
const article = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 2) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }) },
);
const submit = { article, tie: fc.boolean(), calls };

export const send = fc.record<Send>(
  {
    do: fc.constant('send'),
    ...submit,
    headline: fc.nat({ max: 2 }),
    withheld: fc.oneof(
      { weight: 6, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    version: maybe(fc.nat({ max: 3 })),
    versioncreated: maybe(fc.integer({ min: -60, max: 60 })),
    embargoed: maybe(fc.integer({ min: -30, max: 90 })),
    expires: fc.option(fc.integer({ min: -10, max: 120 }), { nil: undefined, freq: 1 }),
  },
  { requiredKeys: ['do', 'article', 'tie', 'calls', 'headline', 'withheld'] },
);

const ACTION_WORDS = [
  'kill',
  'unkill',
  'kill',
  'hold',
  'release',
  'embargo',
  'embargo',
  'embargo',
  'embargo',
  'withdraw',
  'restore',
  'include',
  'exclude',
  'select',
];
export const decide = fc.record<Decide>({
  do: fc.constant('decide'),
  ...submit,
  action: fc.constantFrom(...ACTION_WORDS),
  channel: fc.nat({ max: 2 }),
  until: maybe(fc.integer({ min: -10, max: 90 })),
});

const resend = fc.record<Resend>({ do: fc.constant('resend'), tie: fc.boolean(), calls, pick });
/** What newsrooms do, without what goes on behind the door. */
export const handing: fc.Arbitrary<Send | Decide | Resend> = fc.oneof(
  { weight: 6, arbitrary: send },
  { weight: 5, arbitrary: decide },
  { weight: 1, arbitrary: resend },
);

const start = fc.record<Start>({
  do: fc.constant('start'),
  stage: fc.nat({ max: 11 }),
  pick,
  calls,
  ends: fc.boolean(),
});
const repeat = fc.record<Repeat>({
  do: fc.constant('repeat'),
  stage: fc.nat({ max: 11 }),
  pick,
});

export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: handing },
  { weight: 24, arbitrary: start },
  { weight: 2, arbitrary: repeat },
  {
    weight: 1,
    arbitrary: fc.record<Drop>({ do: fc.constant('drop'), stage: fc.nat({ max: 11 }), pick }),
  },
  { weight: 4, arbitrary: fc.record<Resume>({ do: fc.constant('resume'), pick, calls }) },
  { weight: 2, arbitrary: fc.record<End>({ do: fc.constant('end'), pick }) },
  { weight: 2, arbitrary: fc.record<Lapse>({ do: fc.constant('lapse'), pick }) },
  {
    weight: 3,
    arbitrary: fc.record<Wait>({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Configure>({ do: fc.constant('configure'), variant: fc.nat({ max: 3 }) }),
  },
);
