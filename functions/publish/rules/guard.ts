import type { Head } from '../../../shared/domain/article.ts';
import { type Audience, targetsOf } from '../../../shared/domain/feed.ts';
import { releasedFor, showsIn, standing } from '../../../shared/domain/lifecycle.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';

/** Feeds with fewer items than this lose half of them by one correction; they are not guarded. */
const SMALLEST_GUARDED = 4;

/**
 * The items a feed would lose although nobody withdrew them and no newer ones have taken their places: their channel no
 * longer selects them, they can no longer be rendered, or there are fewer places than before.
 */
export function unexplainedLosses(
  before: FeedState | undefined,
  manifest: readonly ManifestEntry[],
  withheld: readonly { article: string }[],
  heads: ReadonlyMap<string, Head>,
  feed: Audience,
  now: string,
): string[] {
  const shownBefore = shownOf(before?.manifest ?? []);
  const shownNow = new Set(shownOf(manifest));
  const leaving = shownBefore.filter((article) => !shownNow.has(article));
  const isWithheld = new Set(withheld.map(({ article }) => article));
  const isOutranked = (article: string): boolean => {
    const head = heads.get(article);
    return head !== undefined && showsIn(head, feed, now) && !isWithheld.has(article);
  };
  const outranked = leaving.filter(isOutranked);
  const places = shownBefore.length - (leaving.length - outranked.length);
  const areReplaced = shownNow.size >= places;
  return leaving.filter((article) =>
    isOutranked(article) ? !areReplaced : !isWithdrawn(heads.get(article), feed, now),
  );
}

const shownOf = (manifest: readonly ManifestEntry[]): string[] =>
  manifest.filter(({ shown }) => shown).map(({ article }) => article);

function isWithdrawn(head: Head | undefined, feed: Audience, now: string): boolean {
  if (head === undefined) return false;
  if (standing(head, now) !== 'usable' || (releasedFor(head, feed) ?? now) > now) return true;
  return targetsOf(feed)
    .flatMap((target) => [head.decisions?.[`withdrawal:${target}`], head.decisions?.[`selection:${target}`]])
    .some((decision) => decision?.action === 'withdraw' || decision?.action === 'exclude');
}

/**
 * Whether so much may not vanish at once without somebody's word: more than half of what the feed shows, or anything
 * at all while it is held for that. A mistaken selector must not empty a hundred partners' pages.
 */
export function mustBeHeld(before: FeedState | undefined, lost: readonly string[]): boolean {
  if (before === undefined || lost.length === 0) return false;
  const shown = before.manifest.filter((entry) => entry.shown).length;
  return before.held !== undefined || (shown >= SMALLEST_GUARDED && lost.length * 2 > shown);
}
