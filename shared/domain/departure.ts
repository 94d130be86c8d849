import type { Head } from './article.ts';
import { type Audience, targetsOf } from './feed.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import { firstReleasedFor, isClearedFor, isMeantFor, standing } from './lifecycle.ts';

/** Why an article left the documents of a feed. */
export const DEPARTURES = {
  killed: 'it was killed',
  erased: 'it was erased',
  held: 'it was put on hold',
  withheld: 'its sender or a doubt withholds it',
  embargoed: 'it was embargoed',
  expired: 'it expired',
  withdrawn: 'a decision withdrew it from this feed or excluded it',
  territory: 'its rights no longer cover the territory of the feed',
  deselected: 'the channel no longer selects it',
  delayed: 'the delay of the feed has not passed',
  'pushed-out': 'newer articles took its place, or the channel became shorter',
  unreadable: 'it could not be read or rendered',
  'feed-removed': 'the feed was removed: no channel or subscription has its terms any more',
} as const;
export type Departure = keyof typeof DEPARTURES;

/** Why a feed does not show an article any more that it showed. `failed`: the article cannot be read or rendered. */
export function departureOf(
  head: Head | undefined,
  { feed, failed }: { feed: Audience; failed: boolean },
  now: Instant,
): Departure {
  if (head === undefined) return 'unreadable';
  const state = standing(head, now);
  if (state === 'unknown') return 'unreadable';
  if (state !== 'usable') return state;
  if (!isClearedFor(head, feed)) return 'territory';
  if (!isMeantFor(head, feed)) return isTakenOut(head, feed) ? 'withdrawn' : 'deselected';
  if ((firstReleasedFor(head, feed) ?? now) > now) return 'delayed';
  return failed ? 'unreadable' : 'pushed-out';
}

/** Whether a decision withdraws the article from the feed or excludes it. */
export function isTakenOut({ decisions }: Head, feed: Audience): boolean {
  return targetsOf(feed)
    .flatMap((target) => [decisions?.[`withdrawal:${target}`], decisions?.[`selection:${target}`]])
    .some((decision) => decision?.action === 'withdraw' || decision?.action === 'exclude');
}

/** The removed articles by the reason. */
export type Reasons = Record<string, ArticleId[]>;

export function reasonsOf(
  removed: readonly ArticleId[],
  departure: (article: ArticleId) => Departure,
): { reasons?: Reasons } {
  const reasons: Reasons = {};
  for (const article of removed) (reasons[departure(article)] ??= []).push(article);
  return removed.length === 0 ? {} : { reasons };
}
