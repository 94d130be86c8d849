import { ARTICLE_IDS, ARTICLES, DELAYS, READ_IDS } from './newsroom.ts';
import type { ReferenceChannel, Shown, Submission } from './reference-types.ts';
import { usableIn } from './reference.ts';
import type { Request } from './submission-request.ts';

/** A submission, and how far normalise has come with it: a run that was held or ended may have taken effect or not. */
export interface Entry {
  submission: Submission;
  /** As it came to the door. */
  request: Request;
  /** Key of its raw object. */
  key: string;
  state: 'waiting' | 'limbo' | 'applied';
}

/** Submissions in limbo at once, at most: each of them doubles the ways things may stand. */
export const MOST_IN_LIMBO = 4;

/** What was right to show at some moment since a certain one: headlines and articles by channel. */
export class Sight {
  readonly #headlines = new Map<string, Set<string>>(READ_IDS.map((id) => [id, new Set()]));
  readonly #articles = new Map<string, Set<string>>(READ_IDS.map((id) => [id, new Set()]));

  add(channel: string, { article, headline }: Shown): void {
    this.#headlines.get(channel)?.add(headline);
    this.#articles.get(channel)?.add(article);
  }

  articles(channel: string): ReadonlySet<string> {
    return this.#articles.get(channel) ?? new Set();
  }

  /** A headline or an article that a document shows although it was right at none of these moments. */
  wrong(channel: string, text: string): string | undefined {
    const headlines = tokens(text, /Story [0-9]-[0-9]/g);
    return (
      headlines.find((headline) => !this.#headlines.get(channel)?.has(headline)) ??
      ARTICLES.find(({ article }) => text.includes(article) && !this.articles(channel).has(article))
        ?.declaredId
    );
  }
}

/** Takes note of everything that may show at `now`, however the entries in limbo went. */
export function see(
  sights: readonly Sight[],
  channels: readonly ReferenceChannel[],
  entries: readonly Entry[],
  now: string,
): void {
  for (const submissions of waysOf(entries)) {
    for (const channel of channels) {
      for (const shown of usableIn(channel, ARTICLE_IDS, submissions, now)) {
        for (const sight of sights) sight.add(channel.id, shown);
      }
    }
  }
}

/** What is known when a document is put. */
export interface Account {
  /** Of each publisher of the feed: what was right at some moment since it took its message. */
  sights: readonly Sight[];
  /** What was ever right. */
  ever: Sight;
  entries: readonly Entry[];
  now: string;
}

/**
 * What is wrong with a document that is being put. It may show what was right a moment ago, until the news has reached
 * its publisher; but nothing that was right at no moment since the publisher took its message.
 */
export function wrongIn(
  text: string,
  channel: string,
  { sights, ever, entries, now }: Account,
): string | undefined {
  const wrong = sights.map((sight) => sight.wrong(channel, text));
  if (wrong.every((found) => found !== undefined))
    return `it shows ${wrong[0] ?? 'something'} when it may not`;
  const date = oddDate(text, ever.articles(channel), entries, now);
  return date && `it has the date ${date}, now is ${now}`;
}

/** A date in a document that lies ahead, or that nothing explains which was ever released in the channel. */
function oddDate(
  text: string,
  released: ReadonlySet<string>,
  entries: readonly Entry[],
  now: string,
): string | undefined {
  const known = entries.filter(({ submission }) => released.has(submission.article));
  const explained = new Set([NO_DATE, ...known.flatMap(({ submission }) => instantsOf(submission))]);
  const dates = tokens(text, /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g);
  return dates.map((date) => new Date(date).toISOString()).find((date) => date > now || !explained.has(date));
}

/** What a feed that never showed anything is dated where its format demands a date. */
const NO_DATE = '1970-01-01T00:00:00.000Z';

const tokens = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([token]) => token);

/** What explains a date: something happened then, or so long before that a partner is told of it now. */
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

/** The submissions that took effect, for each way the ones in limbo may have gone. */
function waysOf(entries: readonly Entry[]): Submission[][] {
  const applied = entries.filter(({ state }) => state === 'applied');
  const limbo = entries.filter(({ state }) => state === 'limbo');
  return Array.from({ length: 2 ** limbo.length }, (_, way) =>
    [...applied, ...limbo.filter((_, index) => (way & (1 << index)) !== 0)].map(
      ({ submission }) => submission,
    ),
  );
}
