import type { Head } from '../../../shared/domain/article.ts';
import { type Audience, targetsOf } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { releasedFor, showsIn, standing } from '../../../shared/domain/lifecycle.ts';
import type { FeedChange, FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import { shownArticles } from './manifest.ts';

/**
 * The guard holds a feed that would lose many items by mistake: one wrong selector must not empty the feeds of a
 * hundred partners.
 */

/**
 * A feed with fewer items is not guarded. One or two corrected articles that the selector no longer takes would be
 * more than half of its items.
 */
const SMALLEST_GUARDED = 4;

export interface GuardInput {
  before: FeedState | undefined;
  /** What the feed would hold now. */
  manifest: readonly ManifestEntry[];
  /** Articles that cannot be rendered. */
  withheld: FeedChange['withheld'];
  heads: ReadonlyMap<ArticleId, Head>;
  feed: Audience;
  now: Instant;
}

/**
 * The items that the feed would lose although nobody withdrew them and no newer items push them out. There are three
 * causes: the channel no longer selects them, they can no longer be rendered, or the channel shows fewer items.
 */
export function unexplainedLosses({ before, manifest, withheld, heads, feed, now }: GuardInput): ArticleId[] {
  const shownBefore = shownArticles(before?.manifest ?? []);
  const shownNow = new Set(shownArticles(manifest));
  const departures = shownBefore.filter((article) => !shownNow.has(article));
  const isWithheld = new Set(withheld.map(({ article }) => article));
  const couldStay = (article: ArticleId): boolean => {
    const head = heads.get(article);
    return head !== undefined && showsIn(head, feed, now) && !isWithheld.has(article);
  };
  const pushedOut = departures.filter(couldStay);
  // Newer items have replaced the articles in `pushedOut` only if the feed still has enough items: as many as before,
  // minus the departed articles that could not stay.
  const places = shownBefore.length - (departures.length - pushedOut.length);
  const areReplaced = shownNow.size >= places;
  return departures.filter((article) =>
    couldStay(article) ? !areReplaced : !isExplained(heads.get(article), feed, now),
  );
}

/** Whether the article left the feed because of a decision, a status, an embargo, an expiry or the feed's delay. */
function isExplained(head: Head | undefined, feed: Audience, now: Instant): boolean {
  if (head === undefined) return false;
  if (standing(head, now) !== 'usable' || (releasedFor(head, feed) ?? now) > now) return true;
  return targetsOf(feed)
    .flatMap((target) => [head.decisions?.[`withdrawal:${target}`], head.decisions?.[`selection:${target}`]])
    .some((decision) => decision?.action === 'withdraw' || decision?.action === 'exclude');
}

/**
 * Whether a person must allow the losses first. That is so if they are more than half of what the feed shows, or if
 * the feed is already held and loses any item.
 */
export function mustBeHeld(before: FeedState | undefined, losses: readonly ArticleId[]): boolean {
  if (before === undefined || losses.length === 0) return false;
  const shown = shownArticles(before.manifest).length;
  return before.held !== undefined || (shown >= SMALLEST_GUARDED && losses.length * 2 > shown);
}

/**
 * Whether a person has allowed the losses of a held feed. The permission covers holds that began at
 * or before `allowedUntil` (see `FeedStore.releaseLosses`), and no later hold.
 */
export function areLossesAllowed(before: FeedState | undefined, allowedUntil: string | undefined): boolean {
  return before?.held !== undefined && allowedUntil !== undefined && allowedUntil >= before.held.since;
}
