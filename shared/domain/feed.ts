import type { Channel } from './channel.ts';
import type { Terms } from './terms.ts';

/** The documents a feed is published as: one per format, each with a gzip twin beside it. */
export const DOCUMENTS = {
  rss: { file: 'rss.xml', mediaType: 'application/rss+xml; charset=utf-8' },
  atom: { file: 'atom.xml', mediaType: 'application/atom+xml; charset=utf-8' },
  json: { file: 'feed.json', mediaType: 'application/feed+json; charset=utf-8' },
} as const;

export type FormatName = keyof typeof DOCUMENTS;
export const FORMATS = Object.keys(DOCUMENTS) as FormatName[];

/** The unit that is published: a channel, written by a profile, under terms. */
export interface Feed {
  id: string;
  channel: Channel;
  profile: string;
  terms: Terms;
  /** Feeds that were read at an address that this one is read at now: it owes withdrawals for them. */
  inherits: readonly string[];
}

/** Whom a feed is for, as far as that decides what it shows. */
export type Audience = Pick<Feed, 'id' | 'channel' | 'terms'>;

/** By what a decision may name a feed, the narrowest first: a subscription, its partner, the feed, the channel. */
export function targetsOf({ id, channel, terms }: Audience): string[] {
  const { apart } = terms;
  const [partner] = apart?.split('/') ?? [];
  const own = apart === undefined ? [] : [`partner:${apart}`, `partner:${partner}`];
  return [...own, `feed:${id}`, channel.id];
}

/**
 * What a feed's id is the hash of. It names the parts and never their contents, so that editing a selector moves no
 * address. functions/edge/viewer-request.js computes the same at the edge; a test holds the two together.
 */
export function feedIdentity(channel: string, profile: string, terms: string): string {
  return `${channel}\n${profile}\n${terms}`;
}

/** Path of a public document below the feeds' address. */
export function publicPath(channel: string, format: FormatName): string {
  return `/${channel}/${DOCUMENTS[format].file}`;
}
