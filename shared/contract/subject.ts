/** What a DIRTY or DUE row is about: an article, by its id, or a feed. */
const FEED_PREFIX = 'feed:';

export const feedSubject = (feed: string): string => `${FEED_PREFIX}${feed}`;

/** The feed a subject names; undefined if it names an article. */
export function feedOfSubject(subject: string): string | undefined {
  return subject.startsWith(FEED_PREFIX) ? subject.slice(FEED_PREFIX.length) : undefined;
}
