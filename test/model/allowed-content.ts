import { ARTICLE_IDS, ARTICLES, DELAYS, READ_IDS } from './newsroom.ts';
import type { ReferenceChannel, ShownArticle, Submission } from './reference-types.ts';
import { mayStayIn, usableIn } from './reference.ts';
import type { SubmissionRequest } from './submission-request.ts';

/**
 * A submission, and how far normalise has come with it: `waiting` before a worker starts on it, `applied` when its
 * effect is stored. It is `uncertain` in between: a worker that was paused or ended may have stored the effect or
 * not.
 */
export interface TrackedSubmission {
  submission: Submission;
  /** As it was sent to ingest. */
  request: SubmissionRequest;
  /** Key of its raw object. */
  key: string;
  state: 'waiting' | 'uncertain' | 'applied';
}

/**
 * The most submissions that may be uncertain at the same time. Each of them doubles the number of possible states.
 */
export const MAX_UNCERTAIN = 4;

/**
 * What each channel was allowed to show at some moment since this record was started. The record of a worker starts
 * when the worker receives its message. The simulation has a record of its own, which starts with it.
 */
export class AllowedContent {
  readonly #headlines = setsByChannel();
  readonly #articles = setsByChannel();
  /** The articles that a removal was allowed to keep. */
  readonly #staying = setsByChannel();

  add(channel: string, { article, headline }: ShownArticle): void {
    this.#headlines.get(channel)?.add(headline);
    this.#articles.get(channel)?.add(article);
  }

  addStaying(channel: string, article: string): void {
    this.#staying.get(channel)?.add(article);
  }

  articles(channel: string): ReadonlySet<string> {
    return this.#articles.get(channel) ?? new Set();
  }

  /** A headline or an article in a document that the channel was never allowed to show since this record was started. */
  violationIn(channel: string, { text, before }: Put): string | undefined {
    const headlines = headlinesIn(text);
    const hasNothingNew = headlines.every((headline) => before.includes(headline));
    // A removal is put before anything is read or rendered that may fail (ADR 0018). So it has the texts of the
    // document that it replaces, also of an article that has a newer revision by now, or whose newest contents cannot
    // be read. The document that it replaces shows this text already, and the full publication follows. A document
    // that shows anything new is no removal, and everything in it must be as it may show now.
    const mayStay = (article: string): boolean =>
      hasNothingNew && before.includes(article) && this.#staying.get(channel)?.has(article) === true;
    return (
      headlines.find(
        (headline) => !this.#headlines.get(channel)?.has(headline) && !mayStay(articleOf(headline)),
      ) ??
      ARTICLES.find(
        ({ article }) => text.includes(article) && !this.articles(channel).has(article) && !mayStay(article),
      )?.declaredId
    );
  }
}

const setsByChannel = (): ReadonlyMap<string, Set<string>> => new Map(READ_IDS.map((id) => [id, new Set()]));
const headlinesIn = (text: string): string[] => tokens(text, /Story [0-9]-[0-9]/g);
const articleOf = (headline: string): string =>
  ARTICLES[Number(headline.charAt('Story '.length))]?.article ?? '';

/** A document that is put. */
interface Put {
  text: string;
  /** The text of the document that is replaced; empty if there is none. */
  before: string;
}

/** Adds to each record what the channels may show at `now`, whichever of the uncertain submissions took effect. */
export function recordAllowed(
  records: readonly AllowedContent[],
  {
    channels,
    tracked,
    now,
  }: { channels: readonly ReferenceChannel[]; tracked: readonly TrackedSubmission[]; now: string },
): void {
  for (const submissions of possibleSubmissions(tracked)) {
    for (const channel of channels) {
      for (const shown of usableIn(channel, ARTICLE_IDS, { submissions, now })) {
        for (const record of records) record.add(channel.id, shown);
      }
      for (const article of ARTICLE_IDS) {
        if (!mayStayIn(channel, article, { submissions, now })) continue;
        for (const record of records) record.addStaying(channel.id, article);
      }
    }
  }
}

/** What the test knows at the moment at which publish puts a document. */
export interface PutContext {
  /** The records of the workers that publish the feed. Each starts when its worker received its message. */
  sinceReceived: readonly AllowedContent[];
  /** The record since the start of the simulation. */
  sinceStart: AllowedContent;
  tracked: readonly TrackedSubmission[];
  now: string;
}

/**
 * What is wrong with a document that publish is putting; undefined if nothing is. A publisher may not know of the
 * latest change yet, so the document may show everything that was allowed at some moment since the publisher received
 * its message, and nothing else.
 */
export function documentError(
  put: Put,
  channel: string,
  { sinceReceived, sinceStart, tracked, now }: PutContext,
): string | undefined {
  const violations = sinceReceived.map((allowed) => allowed.violationIn(channel, put));
  if (violations.every((violation) => violation !== undefined))
    return `the document shows ${violations[0] ?? 'something'}, which it may not show now`;
  const released = sinceStart.articles(channel);
  const submissions = tracked
    .map(({ submission }) => submission)
    .filter(({ article }) => released.has(article));
  const date = unexplainedDate(put.text, submissions, now);
  return date && `the document has the date ${date}, which no submission explains at ${now}`;
}

/** A date in a document that is in the future, or that none of `submissions` explains. */
function unexplainedDate(text: string, submissions: readonly Submission[], now: string): string | undefined {
  const explained = new Set([NO_DATE, ...submissions.flatMap(instantsOf)]);
  const dates = tokens(text, /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g);
  return dates.map((date) => new Date(date).toISOString()).find((date) => date > now || !explained.has(date));
}

/** The date of a feed that never showed an article, in a format that requires a date. */
const NO_DATE = '1970-01-01T00:00:00.000Z';

const tokens = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([token]) => token);

/**
 * The instants that a document may show because of a submission: those in the submission, and each of them plus the
 * delay of a partner.
 */
function instantsOf(submission: Submission): string[] {
  const { at } = submission;
  const own =
    submission.kind === 'decision'
      ? [at, submission.until ?? at]
      : [at, submission.versioncreated ?? at, submission.embargoed ?? at, submission.expires ?? at];
  const later = (instant: string, minutes: number): string =>
    new Date(Date.parse(instant) + minutes * 60_000).toISOString();
  return [...own, ...DELAYS.flatMap((delay) => own.map((instant) => later(instant, delay)))];
}

/** The lists of submissions that may have taken effect: one list for each subset of the uncertain submissions. */
function possibleSubmissions(tracked: readonly TrackedSubmission[]): Submission[][] {
  const applied = tracked.filter(({ state }) => state === 'applied');
  const uncertain = tracked.filter(({ state }) => state === 'uncertain');
  return Array.from({ length: 2 ** uncertain.length }, (_, subset) =>
    [...applied, ...uncertain.filter((_, index) => (subset & (1 << index)) !== 0)].map(
      ({ submission }) => submission,
    ),
  );
}
