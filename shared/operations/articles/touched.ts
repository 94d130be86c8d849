import type { DecisionBody } from '../../contract/messages.ts';
import { readPublished } from '../../contract/published.ts';
import type { Head } from '../../domain/article.ts';
import { type ActionName, ruleOf } from '../../domain/decision.ts';
import { targetsOf } from '../../domain/feed.ts';
import { isClearedFor, isSelectedFor } from '../../domain/lifecycle.ts';
import type { PublishedFeed } from '../../domain/place-in-feed.ts';
import { readersByFeed } from '../feeds/readers.ts';
import type { Pipeline } from '../pipeline.ts';

/** The feeds that a decision touches, and who reads them. */
export interface Touched {
  /** `leaves`: the decision takes the article out of feeds that show it. `may-enter`: they may show it afterwards. */
  effect: 'leaves' | 'may-enter';
  feeds: number;
  /** How many partners read these feeds. */
  partners: number;
  /** Whether one of these feeds is public. */
  public: boolean;
}

/** What a decision touches, as the feeds are before it. */
export async function touchedBy(
  pipeline: Pick<Pipeline, 'articles' | 'configuration' | 'feeds' | 'partners'>,
  head: Head,
  decision: Pick<DecisionBody, 'action' | 'target' | 'until'>,
): Promise<Touched> {
  const reached = (await pipeline.articles.reach([head.article])).get(head.article);
  const [published, readers] = await Promise.all([
    readPublished([head], ({ id }) => reached?.has(id) === true, pipeline),
    readersByFeed(pipeline),
  ]);
  const effect = effectOf(decision);
  const feeds = (published?.feeds ?? []).filter(
    (feed) =>
      isTarget(decision.target, feed, readers.get(feed.feed.id) ?? []) &&
      (effect === 'leaves' ? shows(feed, head) : mayEnter(feed, head, decision.action)),
  );
  const names = feeds.flatMap(({ feed }) => readersMeant(decision.target, readers.get(feed.id) ?? []));
  return {
    effect,
    feeds: feeds.length,
    partners: new Set(names.map((name) => name.split('/')[0])).size,
    public: feeds.some(({ feed }) => feed.terms.audience === 'public'),
  };
}

/** An embargo without an end lifts the embargo. */
function effectOf({ action, until }: Pick<DecisionBody, 'action' | 'until'>): Touched['effect'] {
  const { takesAway, takesUntil } = ruleOf(action);
  return takesAway && !(takesUntil && until === undefined) ? 'leaves' : 'may-enter';
}

const shows = ({ entries }: PublishedFeed, { article }: Head): boolean =>
  entries.get(article)?.entry.shown === true;

/** `include` and `restore` change whether the article is selected, so only its territory counts for them. */
const mayEnter = ({ feed }: PublishedFeed, head: Head, action: ActionName): boolean =>
  isClearedFor(head, feed) && (ruleOf(action).takesTarget !== undefined || isSelectedFor(head, feed));

/** Whether a decision with this target is about the feed. A decision about a partner is about each feed that it reads. */
function isTarget(target: string | undefined, { feed }: PublishedFeed, readers: readonly string[]): boolean {
  if (target === undefined || targetsOf(feed).includes(target)) return true;
  return target.startsWith(PARTNER) && readersMeant(target, readers).length > 0;
}

const PARTNER = 'partner:';

/** The subscriptions that a target means: all, unless it is a partner or a subscription. */
function readersMeant(target: string | undefined, readers: readonly string[]): string[] {
  if (target?.startsWith(PARTNER) !== true) return [...readers];
  const name = target.slice(PARTNER.length);
  return readers.filter((reader) => reader === name || reader.startsWith(`${name}/`));
}
