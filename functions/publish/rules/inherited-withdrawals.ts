import type { Head } from '../../../shared/domain/article.ts';
import type { Audience, Feed } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { isMeantFor, standing } from '../../../shared/domain/lifecycle.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import { shownArticles } from './manifest.ts';

/** A feed remembers this many inherited withdrawals, so that a repeated message does not log a withdrawal again. */
const MAX_REMEMBERED = 1000;

export interface InheritanceInput {
  feed: Feed;
  /** Articles that may have changed. */
  touched: readonly ArticleId[];
  before: FeedState | undefined;
  heads: ReadonlyMap<ArticleId, Head>;
  now: Instant;
}

/**
 * Withdrawn articles that this feed never showed and still has to log. A feed that took over an address inherits the
 * withdrawals of the feed that was read there before, because the readers saw the article in the old feed.
 */
export function inheritedWithdrawals({ feed, touched, before, heads, now }: InheritanceInput): ArticleId[] {
  if (feed.inherits.length === 0) return [];
  const known = new Set([...shownArticles(before?.manifest ?? []), ...(before?.withdrawnFor ?? [])]);
  const withdrawn = [...new Set(touched)].filter(
    (article) => !known.has(article) && isWithdrawn(heads.get(article), feed, now),
  );
  // What cannot be remembered would be logged again with every repeated message.
  return withdrawn.slice(0, MAX_REMEMBERED);
}

function isWithdrawn(head: Head | undefined, feed: Audience, now: Instant): boolean {
  if (head === undefined) return false;
  const where = standing(head, now);
  return ['killed', 'erased', 'held'].includes(where) || (where === 'usable' && !isMeantFor(head, feed));
}

/**
 * The withdrawals among `removed` that a feed with an inherited address must remember: the article is no longer in
 * the manifest, so a repeated message would log its withdrawal as an inherited one.
 */
export function withdrawalsToRemember({
  feed,
  removed,
  before,
  heads,
  now,
}: Omit<InheritanceInput, 'touched'> & { removed: readonly ArticleId[] }): ArticleId[] {
  if (feed.inherits.length === 0) return [];
  const known = new Set(before?.withdrawnFor);
  return removed.filter((article) => !known.has(article) && isWithdrawn(heads.get(article), feed, now));
}

/** The withdrawals to remember: those that were remembered before and the new ones, the newest last. */
export function rememberedWithdrawals(
  before: FeedState | undefined,
  inherited: readonly ArticleId[],
): ArticleId[] {
  return [...(before?.withdrawnFor ?? []), ...inherited].slice(-MAX_REMEMBERED);
}
