/** The subject of a DIRTY or DUE row: an article's id, or this prefix and a feed's id. */
const FEED_PREFIX = 'feed:';

export const feedSubject = (feed: string): string => `${FEED_PREFIX}${feed}`;

/** The feed of a subject; undefined if the subject is an article. */
export function feedOfSubject(subject: string): string | undefined {
  return subject.startsWith(FEED_PREFIX) ? subject.slice(FEED_PREFIX.length) : undefined;
}
