import { createHash } from 'node:crypto';
import { feedIdentity } from '../domain/feed.ts';
import { type Terms, termsId } from '../domain/terms.ts';

/** Hex digits of a feed's id: 80 bits, far more than any number of feeds can make collide. */
export const FEED_ID_DIGITS = 20;

/**
 * A feed's id: the first 20 hex digits of the SHA-256 of its identity. functions/edge/viewer-request.js computes the
 * same; test/functions/edge/viewer-request.test.ts holds the two together.
 */
export function feedId(channel: string, profile: string, terms: Terms): string {
  return createHash('sha256')
    .update(feedIdentity(channel, profile, termsId(terms)))
    .digest('hex')
    .slice(0, FEED_ID_DIGITS);
}
