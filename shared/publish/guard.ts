import type { Head } from '../domain/article.ts';
import { type Audience, targetsOf } from '../domain/feed.ts';
import { releasedFor, standing } from '../domain/lifecycle.ts';
import type { FeedState, ManifestEntry } from '../domain/manifest.ts';

/** Feeds with fewer items than this lose half of them by one correction; they are not guarded. */
const SMALLEST_GUARDED = 4;

/**
 * The items a feed would lose although nobody withdrew them and none has been pushed out by newer ones: their channel
 * no longer selects them, or they can no longer be rendered.
 */
export function unexplainedLosses(
  before: FeedState | undefined,
  manifest: readonly ManifestEntry[],
  withheld: readonly { article: string }[],
  heads: ReadonlyMap<string, Head>,
  feed: Audience,
  now: string,
): string[] {
  const stays = new Set(manifest.map(({ article }) => article));
  for (const { article } of withheld) stays.delete(article);
  return (before?.manifest ?? [])
    .filter(({ article, shown }) => shown && !stays.has(article))
    .map(({ article }) => article)
    .filter((article) => !isWithdrawn(heads.get(article), feed, now));
}

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
