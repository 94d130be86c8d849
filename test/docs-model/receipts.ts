import { candidates, type FeedOf, type Model } from './model.ts';
import { type Article, newestOf, standingAt } from './story.ts';

/** What docs/codes.md and the glossary promise about the receipt of the newest revision of a story. */
export interface Expected {
  outcome: string;
  code?: string;
}

const NOT_SHOWN: Record<string, Expected> = {
  killed: { outcome: 'killed' },
  held: { outcome: 'withheld', code: 'HELD' },
  expired: { outcome: 'withheld', code: 'EXPIRED' },
  embargoed: { outcome: 'withheld', code: 'EMBARGOED' },
};

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
    mayShow ||= index !== -1;
  }
  return mayShow ? { outcome: 'stored', code: 'BEYOND_LENGTH' } : undefined;
}
