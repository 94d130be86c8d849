import type { ArticleStore } from '../../shared/contract/stores.ts';
import type { Head, Revision } from '../../shared/domain/article.ts';
import type { Feed } from '../../shared/domain/feed.ts';
import { receivedFirst, runOf, withRevisions } from '../../shared/domain/head.ts';
import { laterBy } from '../../shared/domain/instant.ts';
import { firstReleasedFor, releasedFor, standing } from '../../shared/domain/lifecycle.ts';

export interface DelayedHeads {
  heads: Map<string, Head>;
  /** Instants at which an article will read differently in the feed. */
  due: { article: string; instant: string }[];
}

/** Revisions read at a time; an article that is corrected more often within a feed's delay costs another read. */
const PAGE = 10;

/**
 * The heads as a feed with a delay sees them: each says what its article said when the delay began, as far back as
 * that is. Whether the article may show at all is the newest revision's and the decisions' to say, at once.
 */
export async function delayedHeads(
  heads: ReadonlyMap<string, Head>,
  feed: Feed,
  now: string,
  articles: ArticleStore,
): Promise<DelayedHeads> {
  const seen: DelayedHeads = { heads: new Map(heads), due: [] };
  if (feed.terms.delayMinutes === 0) return seen;
  for (const [article, head] of heads) {
    const isWaiting = standing(head, now) === 'usable' && (releasedFor(head, feed) ?? now) > now;
    if (!isWaiting) continue;
    const first = firstReleasedFor(head, feed) ?? now;
    if (first > now) seen.due.push({ article, instant: first });
    else await lookBack(head, feed, now, articles, seen);
  }
  return seen;
}

async function lookBack(
  head: Head,
  { terms }: Feed,
  now: string,
  articles: ArticleStore,
  seen: DelayedHeads,
): Promise<void> {
  const { article } = head;
  let rest = await allRevisions(article, articles);
  let next: string | undefined;
  while (rest.length > 0) {
    const run = runOf(rest);
    const released = laterBy(receivedFirst(run), terms.delayMinutes);
    if (released <= now && run[0]?.pubstatus === 'usable') break;
    if (released > now) next = released;
    rest = rest.slice(run.length);
  }
  if (next !== undefined) seen.due.push({ article, instant: next });
  const [newest] = rest;
  if (newest === undefined) return;
  const content = (await articles.contents([newest])).get(article);
  if (content === undefined) throw new Error(`the contents of ${article} ${newest.version} are not there`);
  // Of the newer ones not even a date.
  const { firstSeen: ___, firstReceived: ____, ...base } = head;
  const then = withRevisions(base, rest, content).current;
  if (then === undefined) return;
  const { embargoed: _, expires: __, ...said } = then;
  const { embargoed, expires } = head.current ?? {};
  const current = { ...said, ...(embargoed && { embargoed }), ...(expires && { expires }) };
  seen.heads.set(article, { ...head, current });
}

async function allRevisions(article: string, articles: ArticleStore): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (;;) {
    const page = await articles.revisions(article, PAGE, revisions.at(-1)?.version);
    revisions.push(...page);
    if (page.length < PAGE) return revisions;
  }
}
