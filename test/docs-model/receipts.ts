import { candidates, type FeedOf, type Model } from './model.ts';
import { type Article, newestOf, standingAt } from './story.ts';

/** What docs/codes.md and the glossary promise about one item of a submission. */
export interface Expected {
  outcome: string;
  code?: string;
  /** Another outcome that is as good. */
  or?: string;
}

const NOT_SHOWN: Record<string, Expected> = {
  killed: { outcome: 'killed' },
  held: { outcome: 'withheld', code: 'HELD' },
  expired: { outcome: 'withheld', code: 'EXPIRED' },
  embargoed: { outcome: 'withheld', code: 'EMBARGOED' },
};

const OLDER: Expected = { outcome: 'superseded', code: 'OLDER_VERSION' };

/** Every public feed and every feed of a subscription that has not ended. */
export const feedsOf = (model: Model, now: number): FeedOf[] => [
  ...model.channels.map(({ id }) => ({ channel: id })),
  ...model.readers.flatMap(({ id, subscriptions }) =>
    subscriptions
      .filter(({ until }) => until === undefined || until > now)
      .map((subscription) => ({ channel: subscription.channel, reader: id, subscription })),
  ),
];

/** The outcome of the newest revision, or undefined where the documentation does not say enough. */
export function outcomeOf(model: Model, article: Article, now: number): Expected | undefined {
  const standing = standingAt(article, now);
  const newest = newestOf(article);
  if (newest === undefined) return undefined;
  if (standing === 'withheld') return { outcome: 'withheld', code: newest.story.doubt ?? 'WITHHELD' };
  if (standing !== 'usable') return NOT_SHOWN[standing];
  let mayShow = false;
  for (const feed of feedsOf(model, now)) {
    const entries = candidates(model, feed, now);
    const index = entries.findIndex((entry) => entry.article === article);
    const length = model.channels.find(({ id }) => id === feed.channel)?.items ?? 0;
    const shows = index !== -1 && index < length && entries[index]?.title === newest.story.headline;
    if (shows) return { outcome: 'published' };
    // The documentation does not say which reason comes first if one feed is full and the delay of another goes on.
    if (index === -1 && isDelayed(model, feed, { article, now })) return undefined;
    mayShow ||= index !== -1;
  }
  return mayShow ? { outcome: 'stored', code: 'BEYOND_LENGTH' } : undefined;
}

/** Whether the feed would take the article in if it had no delay. */
function isDelayed(model: Model, feed: FeedOf, { article, now }: { article: Article; now: number }): boolean {
  if (feed.subscription === undefined) return false;
  const undelayed = { ...feed, subscription: { ...feed.subscription, delay: 0 } };
  return candidates(model, undelayed, now).some((entry) => entry.article === article);
}

/**
 * The outcome on every receipt about the article. "The receipt of a text that was sent again says `unchanged`, and the
 * receipt before it says `superseded`" (docs/glossary.md "revision"). Of a killed article, "all its
 * receipts say so" (docs/codes.md).
 */
export function receiptsOf(model: Model, article: Article, now: number): Map<string, Expected | undefined> {
  const newest = newestOf(article);
  const isKilled = standingAt(article, now) === 'killed';
  const expected = new Map<string, Expected | undefined>();
  for (const receipt of article.decided) expected.set(receipt, { outcome: isKilled ? 'killed' : 'decided' });
  for (const revision of article.revisions) {
    const isNewest = revision === newest;
    const first = isNewest && revision.again.length === 0 ? outcomeOf(model, article, now) : OLDER;
    expected.set(revision.receipt, isKilled ? NOT_SHOWN['killed'] : first);
    // A correction may have been read before the text that was sent again: then there was a newer version.
    const again = { outcome: 'unchanged', ...(!isNewest && { or: OLDER.outcome }) };
    for (const receipt of revision.again) expected.set(receipt, isKilled ? NOT_SHOWN['killed'] : again);
  }
  return expected;
}
