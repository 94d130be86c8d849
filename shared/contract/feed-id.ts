import { createHash } from 'node:crypto';
import { feedIdentity } from '../domain/feed.ts';
import { FEED_ID_DIGITS, type FeedId, isFeedId } from '../domain/identity.ts';
import { type Terms, termsId } from '../domain/terms.ts';

/**
 * A feed's id: the first hex digits of the SHA-256 of its identity. functions/edge/viewer-request.js computes the
 * same id; test/functions/edge/viewer-request.test.ts compares the two.
 */
export function feedId(channel: string, profile: string, terms: Terms): FeedId {
  const id = createHash('sha256')
    .update(feedIdentity(channel, profile, termsId(terms)))
    .digest('hex')
    .slice(0, FEED_ID_DIGITS);
  if (!isFeedId(id)) throw new Error(`${id} is not a feed id`);
  return id;
}
