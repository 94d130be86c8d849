import type { ArticleId, FeedId, ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** Ids and instants of tests. Most rules never look into them, so a short text is enough. */

export const articleIdOf = (text: string): ArticleId => text as ArticleId;
export const feedIdOf = (text: string): FeedId => text as FeedId;
export const asInstant = (text: string): Instant => text as Instant;
export const receiptIdOf = (text: string): ReceiptId => text as ReceiptId;
