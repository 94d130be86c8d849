import type { Head } from '../../../shared/domain/article.ts';
import type { Audience, Feed } from '../../../shared/domain/feed.ts';
import { isMeantFor, standing } from '../../../shared/domain/lifecycle.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';

/** How many of them a feed remembers, so that a message that comes again tells nothing anew. */
export const REMEMBERED = 1000;

/**
 * Articles among the touched that are withdrawn and that this feed never showed, but may owe the withdrawal of: readers
 * at its addresses saw them in a feed whose place it has taken. Each is told of once.
 */
export function inheritedWithdrawals(
  feed: Feed,
  touched: readonly string[],
  before: FeedState | undefined,
  heads: ReadonlyMap<string, Head>,
  now: string,
): string[] {
  if (feed.inherits.length === 0) return [];
  const shown = before?.manifest.filter((entry) => entry.shown).map(({ article }) => article) ?? [];
  const known = new Set([...shown, ...(before?.withdrawnFor ?? [])]);
  return [...new Set(touched)].filter(
    (article) => !known.has(article) && isGone(heads.get(article), feed, now),
  );
}

function isGone(head: Head | undefined, feed: Audience, now: string): boolean {
  if (head === undefined) return false;
  const where = standing(head, now);
  return ['killed', 'erased', 'held'].includes(where) || (where === 'usable' && !isMeantFor(head, feed));
}
