import type { Head } from '../../../shared/domain/article.ts';
import { isTakenOut } from '../../../shared/domain/departure.ts';
import type { Audience } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { firstReleasedFor, isClearedFor, mayStayIn, standing } from '../../../shared/domain/lifecycle.ts';
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
  /** Articles that cannot be read or rendered. */
  withheld: FeedChange['withheld'];
  heads: ReadonlyMap<ArticleId, Head>;
  feed: Audience;
  now: Instant;
}

/** Losses that nobody explains. */
export interface Losses {
  /** The articles that would leave the documents. */
  lost: ArticleId[];
  /** By how many items the feed would become shorter, or show other articles, without an explanation. */
  count: number;
}

const NO_LOSSES: Losses = { lost: [], count: 0 };

/**
 * The items that the feed would lose although nobody withdrew them. There are two kinds. Deselected items always
 * count, because a wrong selector may also select other articles instead. Items that newer items push out, that
 * cannot be rendered, or for which the channel has no place any more count only as far as nothing is shown in their
 * places: one source whose articles cannot be rendered must not keep the news of the others out of the feed.
 */
export function unexplainedLosses({ before, manifest, withheld, heads, feed, now }: GuardInput): Losses {
  const shownBefore = shownArticles(before?.manifest ?? []);
  const shownNow = new Set(shownArticles(manifest));
  const departures = shownBefore.filter((article) => !shownNow.has(article));
  const cannotBeWritten = new Set(withheld.map(({ article }) => article));
  const mayBeReplaced = (article: ArticleId): boolean => {
    const head = heads.get(article);
    return head === undefined ? cannotBeWritten.has(article) : mayStayIn(head, feed, now);
  };
  const replaceable = departures.filter(mayBeReplaced);
  const deselected = departures.filter(
    (article) => !mayBeReplaced(article) && !isExplained(heads.get(article), feed, now),
  );
  const places = shownBefore.length - (departures.length - replaceable.length);
  const empty = Math.min(replaceable.length, Math.max(0, places - shownNow.size));
  if (empty === 0 && deselected.length === 0) return NO_LOSSES;
  // The whole list: while the feed is held, nothing new takes the places of its items.
  const lost = new Set([...deselected, ...(empty === 0 ? [] : replaceable)]);
  return {
    lost: departures.filter((article) => lost.has(article)),
    count: deselected.length + empty,
  };
}

/**
 * Whether the article left the feed because of a decision, a status, an embargo, an expiry, its territory, or because
 * the feed's delay has not passed.
 */
export function isExplained(head: Head | undefined, feed: Audience, now: Instant): boolean {
  if (head === undefined) return false;
  if (standing(head, now) !== 'usable' || !isClearedFor(head, feed)) return true;
  if ((firstReleasedFor(head, feed) ?? now) > now) return true;
  return isTakenOut(head, feed);
}

/**
 * Whether a person must allow the losses first. That is so if they are more than half of what the feed shows, or if
 * the feed is already held and loses any item. `losses`: the `count` of the losses.
 */
export function mustBeHeld(before: FeedState | undefined, losses: number): boolean {
  if (before === undefined || losses === 0) return false;
  const shown = shownArticles(before.manifest).length;
  return before.held !== undefined || (shown >= SMALLEST_GUARDED && losses * 2 > shown);
}

/**
 * Whether a person has allowed the losses of a held feed. The permission covers holds that began at
 * or before `allowedUntil` (see `FeedStore.releaseLosses`), and no later hold.
 */
export function areLossesAllowed(before: FeedState | undefined, allowedUntil: string | undefined): boolean {
  return before?.held !== undefined && allowedUntil !== undefined && allowedUntil >= before.held.since;
}
