import * as z from 'zod';
import type { ArticleId, FeedId } from '../domain/identity.ts';

/** The subject of a DIRTY or DUE row: an article's id, or this prefix and a feed's id. */
const FEED_PREFIX = 'feed:';

type FeedSubject = `${typeof FEED_PREFIX}${FeedId}`;
export type WorkSubject = ArticleId | FeedSubject;

/** The subject in a stored row. As for all ids in stored data, its form is not checked; see stored-text.ts. */
export const workSubjectSchema = z.string() as unknown as z.ZodType<WorkSubject, string>;

export const feedSubject = (feed: FeedId): FeedSubject => `${FEED_PREFIX}${feed}`;

const isFeedSubject = (subject: WorkSubject): subject is FeedSubject => subject.startsWith(FEED_PREFIX);

/** The feed of a subject; undefined if the subject is an article. */
export function feedOfSubject(subject: WorkSubject): FeedId | undefined {
  return isFeedSubject(subject) ? (subject.slice(FEED_PREFIX.length) as FeedId) : undefined;
}

/** The article of a subject; undefined if the subject is a feed. */
export function articleOfSubject(subject: WorkSubject): ArticleId | undefined {
  return isFeedSubject(subject) ? undefined : subject;
}
