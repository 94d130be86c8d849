import type { ArticleId, FeedId } from '../../shared/domain/identity.ts';

/** Ids of tests. Most rules never look into an id, so a short text is enough. */

export const articleIdOf = (text: string): ArticleId => text as ArticleId;
export const feedIdOf = (text: string): FeedId => text as FeedId;
