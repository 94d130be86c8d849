import type { Channel } from './channel.ts';
import type { FeedId } from './identity.ts';
import type { Terms } from './terms.ts';

/** The documents of a feed: one per format. Each is stored twice, plain and compressed with gzip. */
export const DOCUMENTS = {
  rss: { file: 'rss.xml', mediaType: 'application/rss+xml; charset=utf-8' },
  atom: { file: 'atom.xml', mediaType: 'application/atom+xml; charset=utf-8' },
  json: { file: 'feed.json', mediaType: 'application/feed+json; charset=utf-8' },
} as const;

export type FormatName = keyof typeof DOCUMENTS;
export const FORMATS = Object.keys(DOCUMENTS) as FormatName[];

/** The unit that is published: a channel, written by a profile, under terms. */
export interface Feed {
  id: FeedId;
  channel: Channel;
  profile: string;
  terms: Terms;
  /**
   * Ids of feeds that partners read before at an address of this feed. This feed must also announce the withdrawals
   * of articles that those feeds showed.
   */
  inherits: readonly FeedId[];
}

/** The parts of a feed that decide which articles it shows. */
export type Audience = Pick<Feed, 'id' | 'channel' | 'terms'>;

/**
 * The targets of decisions that apply to a feed, narrowest first: a subscription, its partner, the feed, the channel.
 * The subscription and the partner are targets of a dedicated feed only.
 */
export function targetsOf({ id, channel, terms }: Audience): string[] {
  const { apart: subscription } = terms;
  const [partner] = subscription?.split('/') ?? [];
  const own = subscription === undefined ? [] : [`partner:${subscription}`, `partner:${partner}`];
  return [...own, `feed:${id}`, channel.id];
}

/**
 * The text whose hash is the feed's id. It contains the channel's id and not its selector, so an edited selector does
 * not change the feed's id. functions/edge/viewer-request.js builds the same text; a test compares the two.
 */
export function feedIdentity(channel: string, profile: string, terms: string): string {
  return `${channel}\n${profile}\n${terms}`;
}

/** The path of a public document, relative to the address of the feeds. */
export function publicPath(channel: string, format: FormatName): string {
  return `/${channel}/${DOCUMENTS[format].file}`;
}
