import * as fc from 'fast-check';
import type { Allowance } from '../support/memory/run.ts';

/**
 * What can start a worker. normalise and publish each read their own queue. fan-out starts in two ways: `now` is a
 * message of the now queue, `tick` is the schedule.
 */
export type StageName = 'normalise' | 'now' | 'tick' | 'publish';

/**
 * One thing that can happen in a history, as data, so that the library fast-check can generate lists of steps and
 * shrink them. A `pick` chooses one of several candidates (messages, workers or earlier submissions): the candidate
 * at the position `pick` modulo the number of candidates.
 */
export type Step =
  Send | Decide | Resend | Start | Repeat | Drop | Double | Resume | End | TimeOut | Wait | Configure;

/** A submission to ingest. */
interface Submit {
  /** Whether it is received in the same millisecond as the step before. */
  sameInstant: boolean;
  /**
   * How many calls to stores ingest makes before its worker is ended. If it is ended, the client gets no answer and
   * sends the submission again later.
   */
  calls: Allowance;
}
interface SubmitArticle extends Submit {
  /** Position in `ARTICLES`. */
  article: number;
}
/** A source sends an article. */
export interface Send extends SubmitArticle {
  do: 'send';
  headline: number;
  withheld: boolean;
  /** Whether its status is a word that nobody knows. */
  doubtful?: boolean;
  version?: number;
  /** `versioncreated`, `embargoed` and `expires` are in minutes after the step. */
  versioncreated?: number;
  embargoed?: number;
  expires?: number;
  /** Some channels do not select it. */
  offTopic?: boolean;
  /** Its contents cannot be read afterwards, as if their row were broken. */
  unreadable?: boolean;
}
/** An editor decides about an article. */
export interface Decide extends SubmitArticle {
  do: 'decide';
  action: string;
  /** Position in `CHANNEL_IDS`. */
  channel: number;
  /** The new end of an embargo, in minutes after the step. */
  until?: number;
}
/** The content of an earlier submission is sent again, as a new submission. */
export interface Resend extends Submit {
  do: 'resend';
  pick: number;
}
/** A worker starts on a message, or on a tick of the schedule. */
interface Start {
  do: 'start';
  /** The stage's name, or a number that picks one of the stages that have work to do. */
  stage: number | StageName;
  /** Chooses one of the messages that wait for the stage. */
  pick: number;
  /** How many calls to stores and queues the worker makes before it is paused. */
  calls: Allowance;
  /** Whether the worker is ended after these calls instead of paused. */
  ends: boolean;
}
/** A worker handles a message completely, but the queue delivers the same message once more. */
interface Repeat {
  do: 'repeat';
  stage: number;
  pick: number;
}
/** A waiting message of publish is sent a second time. */
interface Double {
  do: 'double';
  pick: number;
}
/** A message leaves its queue without being handled: it is lost, or SQS moves it to the dead-letter queue. */
interface Drop {
  do: 'drop';
  /** As in `Start`. */
  stage: number | StageName;
  pick: number;
}
/** A paused worker continues. */
interface Resume {
  do: 'resume';
  pick: number;
  calls: Allowance;
}
/** A paused worker is ended. Its message becomes visible again. */
interface End {
  do: 'end';
  pick: number;
}
/**
 * A paused publisher exceeds the visibility timeout: its message becomes visible again, and the publisher may
 * continue.
 */
interface TimeOut {
  do: 'time out';
  pick: number;
}
/** Time passes. */
interface Wait {
  do: 'wait';
  minutes: number;
}
/** Another configuration is put in force. */
interface Configure {
  do: 'configure';
  /** Position in `VARIANTS`. */
  variant: number;
}

/** More calls than any worker makes, so the worker is never paused. */
export const UNINTERRUPTED = 100_000;

export const pick = fc.nat({ max: 5 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
/**
 * The first alternative is a worker that is never paused, because fast-check shrinks towards the first alternative.
 */
export const calls: fc.Arbitrary<Allowance> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(UNINTERRUPTED) },
  { weight: 1, arbitrary: fc.nat({ max: 20 }) },
  { weight: 2, arbitrary: fc.record({ writes: fc.nat({ max: 4 }) }) },
);
/** Most steps are about the same two articles, because races need several steps on one article. */
const article = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 2) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }) },
);
const submitArticle = { article, sameInstant: fc.boolean(), calls };

const rarely = fc.oneof(
  { weight: 3, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

export const send = fc.record<Send>(
  {
    do: fc.constant('send'),
    ...submitArticle,
    headline: fc.nat({ max: 2 }),
    withheld: fc.oneof(
      { weight: 6, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    doubtful: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    version: maybe(fc.nat({ max: 3 })),
    versioncreated: maybe(fc.integer({ min: -60, max: 60 })),
    embargoed: maybe(fc.integer({ min: -30, max: 90 })),
    expires: fc.option(fc.integer({ min: -10, max: 120 }), { nil: undefined, freq: 1 }),
    offTopic: rarely,
    unreadable: rarely,
  },
  { requiredKeys: ['do', 'article', 'sameInstant', 'calls', 'headline', 'withheld'] },
);

const ACTION_NAMES = [
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
  ...submitArticle,
  action: fc.constantFrom(...ACTION_NAMES),
  channel: fc.nat({ max: 2 }),
  until: maybe(fc.integer({ min: -10, max: 90 })),
});

const resend = fc.record<Resend>({ do: fc.constant('resend'), sameInstant: fc.boolean(), calls, pick });
/** What clients of ingest do: sources that send and editors that decide. */
export const submitStep: fc.Arbitrary<Send | Decide | Resend> = fc.oneof(
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

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: submitStep },
  { weight: 24, arbitrary: start },
  { weight: 2, arbitrary: repeat },
  {
    weight: 1,
    arbitrary: fc.record<Drop>({ do: fc.constant('drop'), stage: fc.nat({ max: 11 }), pick }),
  },
  { weight: 1, arbitrary: fc.record<Double>({ do: fc.constant('double'), pick }) },
  { weight: 4, arbitrary: fc.record<Resume>({ do: fc.constant('resume'), pick, calls }) },
  { weight: 2, arbitrary: fc.record<End>({ do: fc.constant('end'), pick }) },
  { weight: 2, arbitrary: fc.record<TimeOut>({ do: fc.constant('time out'), pick }) },
  {
    weight: 3,
    arbitrary: fc.record<Wait>({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Configure>({ do: fc.constant('configure'), variant: fc.nat({ max: 3 }) }),
  },
);
