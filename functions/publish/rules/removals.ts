import type { Head } from '../../../shared/domain/article.ts';
import type { Audience } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { mayStayIn } from '../../../shared/domain/lifecycle.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import { isExplained, mustBeHeld } from './guard.ts';
import { shownArticles } from './manifest.ts';

/**
 * What has to leave a feed at once. These rules need nothing but the newest heads: no contents, no earlier revisions,
 * no rendering. So they can be applied before any of these can fail.
 */

export interface RemovalInput {
  state: FeedState;
  /** The newest heads. An article without a head may not show: nobody can tell whether it was killed. */
  heads: ReadonlyMap<ArticleId, Head>;
  feed: Audience;
  now: Instant;
}

/**
 * The articles that the feed shows and may not show any more. If the guard has to hold the feed, the losses that
 * nobody explains are not among them: the feed keeps these items until a person decides.
 */
export function leavingArticles({ state, heads, feed, now }: RemovalInput): Set<ArticleId> {
  const leaving = shownArticles(state.manifest).filter(
    (article) => !mayStayIn(heads.get(article), feed, now),
  );
  const unexplained = new Set(leaving.filter((article) => !isExplained(heads.get(article), feed, now)));
  const isHeld = mustBeHeld(state, unexplained.size);
  return new Set(leaving.filter((article) => !isHeld || !unexplained.has(article)));
}

/**
 * The manifest without what has to leave. An entry without a head stays as an entry that is not shown, so that its
 * article is looked at again when its head can be read.
 */
export function manifestWithout(leaving: ReadonlySet<ArticleId>, input: RemovalInput): ManifestEntry[] {
  const { state, heads, feed, now } = input;
  return state.manifest.flatMap((entry) => {
    const head = heads.get(entry.article);
    const leaves = leaving.has(entry.article) || (!entry.shown && !mayStayIn(head, feed, now));
    if (!leaves) return [entry];
    return head === undefined ? [{ ...entry, shown: false }] : [];
  });
}

/** The member `held` of the state after a removal: the same hold, without the articles that have left. */
export function holdWithout(leaving: ReadonlySet<ArticleId>, { held }: FeedState): FeedState['held'] {
  return held && { ...held, lost: held.lost.filter((article) => !leaving.has(article)) };
}
