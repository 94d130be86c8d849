import type { ArticleContent, CurrentRevision, Head, Revision } from '../../../shared/domain/article.ts';
import type { Audience } from '../../../shared/domain/feed.ts';
import { receivedFirst, runOf, withRevisions } from '../../../shared/domain/head.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { type Instant, laterBy } from '../../../shared/domain/instant.ts';
import {
  firstReleasedFor,
  isMeantFor,
  isWithheld,
  releasedFor,
  standing,
} from '../../../shared/domain/lifecycle.ts';

/**
 * Rules for feeds with a delay. With a delay of two hours, a feed shows the revision of each article that was the
 * newest two hours ago, even if many revisions have arrived since then. Whether it may show the article at all
 * depends on the newest revision and on all decisions, without any delay. The revision that it shows must be meant for
 * the feed too.
 */

/**
 * An instant at which the feed may show the next (or the first) revision of an article, so it has to be published
 * again.
 */
export interface DueInstant {
  article: ArticleId;
  instant: Instant;
}

export interface FeedHeads {
  /** The heads. The head of a delayed article has its newest revision that is released for the feed, if there is one. */
  heads: ReadonlyMap<ArticleId, Head>;
  due: DueInstant[];
}

/** An article that is usable and meant for the feed, and whose newest revision is not released for the feed yet. */
export interface DelayedHead {
  head: Head;
  /** When the feed may show the first revision. */
  firstRelease: Instant;
  /** When the feed may show the newest revision. */
  release: Instant;
}

/** What the feed may show of an article whose newest revision is not released. */
export interface History {
  /** Set if a revision or its contents cannot be read. Then the feed shows nothing until the newest revision is released. */
  unreadable?: string;
  /** The newest released revision and all older revisions, newest first. Empty if the feed may show nothing. */
  released: readonly Revision[];
  /** The contents of the newest released revision. */
  content?: ArticleContent;
  /** When the next revision is released. */
  nextRelease?: Instant;
}

/**
 * The articles that need an earlier revision. An article that a correction takes out of the channel, or out of the
 * feed's territory, is not one of them: whatever takes an article away does so at once, so no earlier revision shows.
 */
export function delayedHeads(
  heads: ReadonlyMap<ArticleId, Head>,
  feed: Audience,
  now: Instant,
): DelayedHead[] {
  if (feed.terms.delayMinutes === 0) return [];
  return [...heads.values()]
    .filter((head) => standing(head, now) === 'usable' && isMeantFor(head, feed))
    .map((head) => ({
      head,
      firstRelease: firstReleasedFor(head, feed) ?? now,
      release: releasedFor(head, feed) ?? now,
    }))
    .filter(({ release }) => release > now);
}

/**
 * The revisions of an article, newest first, without the newer ones that a feed with `terms` may not show at `now`:
 * their delay has not passed, or they are withheld. `head`: the head of the article.
 */
export function releasedRevisions(
  newestFirst: readonly Revision[],
  { head, terms }: { head: Head; terms: Audience['terms'] },
  now: Instant,
): Pick<History, 'released' | 'nextRelease'> {
  let released = newestFirst;
  let nextRelease: Instant | undefined;
  while (released.length > 0) {
    const run = runOf(released);
    const received = receivedFirst(run) ?? now;
    const instant = laterBy(received, terms.delayMinutes);
    const [newest] = run;
    if (instant <= now && newest !== undefined && !isWithheld({ ...newest, received }, head)) break;
    if (instant > now) nextRelease = instant;
    released = released.slice(run.length);
  }
  return { released, ...(nextRelease !== undefined && { nextRelease }) };
}

/**
 * Applies the delay of a feed to the heads: the head of a delayed article gets the newest revision that is released
 * for the feed. `histories` has an entry for each delayed article whose first revision is released.
 */
export function headsAsReleased(
  heads: ReadonlyMap<ArticleId, Head>,
  delayed: readonly DelayedHead[],
  histories: ReadonlyMap<ArticleId, History>,
): FeedHeads {
  const asReleased = new Map(heads);
  const due: DueInstant[] = [];
  for (const { head, firstRelease, release } of delayed) {
    const { article } = head;
    const history = histories.get(article);
    const next = history?.unreadable === undefined ? history?.nextRelease : release;
    const instant = history === undefined ? firstRelease : next;
    if (instant !== undefined) due.push({ article, instant });
    const current = history && currentAsReleased(head, history);
    if (current !== undefined) asReleased.set(article, { ...head, current });
  }
  return { heads: asReleased, due };
}

/** What the article said in its newest released revision, with the embargo and expiry of its newest revision. */
function currentAsReleased(head: Head, { released, content }: History): CurrentRevision | undefined {
  if (content === undefined) return undefined;
  const { article, source } = head;
  // Do not use `firstSeen` and `firstReceived` of the head: they may come from a revision that is not released.
  const { current } = withRevisions({ article, source }, released, content);
  if (current === undefined) return undefined;
  const { embargoed: _embargoed, expires: _expires, ...said } = current;
  const { embargoed, expires } = head.current ?? {};
  return { ...said, ...(embargoed && { embargoed }), ...(expires && { expires }) };
}
