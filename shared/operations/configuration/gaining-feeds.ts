import { isDeepStrictEqual } from 'node:util';
import { RESERVE } from '../../../functions/publish/rules/manifest.ts';
import type { Feed } from '../../domain/feed.ts';
import type { FeedId } from '../../domain/identity.ts';
import type { FeedState } from '../../domain/manifest.ts';

/**
 * The feeds that a change of the configuration may let articles into which they do not hold yet: feeds that are new,
 * because terms or channels changed, and feeds whose channel has a new selector or shows more items.
 */
export function gainingFeeds(
  old: ReadonlyMap<FeedId, Feed>,
  current: ReadonlyMap<FeedId, Feed>,
): readonly Feed[] {
  return [...current.values()].filter(({ id, channel }) => {
    const was = old.get(id)?.channel;
    return was === undefined || channel.items > was.items || !isDeepStrictEqual(was.select, channel.select);
  });
}

/**
 * Whether the manifest of another feed, or of the same feed before the change, has every article that `feed` can show.
 * If not, an article that `feed` may show may be in no manifest at all: the rights of the article kept it out of the
 * other feed, the selector did, or newer articles pushed it out while `feed` has more room or a longer delay.
 */
export function covers(
  { feed: other, state }: { feed: Feed; state: FeedState | undefined },
  feed: Feed,
): boolean {
  if (state === undefined || state.held !== undefined || state.stopped !== undefined) return false;
  const [terms, otherTerms] = [feed.terms, other.terms];
  const admitsAll =
    other.channel.id === feed.channel.id &&
    isDeepStrictEqual(other.channel.select, feed.channel.select) &&
    isDeepStrictEqual(otherTerms.territory.toSorted(), terms.territory.toSorted()) &&
    otherTerms.delayMinutes <= terms.delayMinutes &&
    (otherTerms.apart === undefined || otherTerms.apart === terms.apart);
  const hasRoom = state.manifest.length < other.channel.items * RESERVE;
  const pushesOutNoMore =
    otherTerms.delayMinutes === terms.delayMinutes && other.channel.items >= feed.channel.items;
  return admitsAll && (hasRoom || pushesOutNoMore);
}
