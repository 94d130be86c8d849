import type { ArticleId, FeedId, PartnerId, ReceiptId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** Make ids for tests from any text. Most code only compares ids, so they need not look like real ids. */

export const articleIdOf = (text: string): ArticleId => text as ArticleId;
export const feedIdOf = (text: string): FeedId => text as FeedId;
export const asInstant = (text: string): Instant => text as Instant;
export const partnerIdOf = (text: string): PartnerId => text as PartnerId;
export const receiptIdOf = (text: string): ReceiptId => text as ReceiptId;
