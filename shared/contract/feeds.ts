import type { Feed } from '../domain/feed.ts';
import { PUBLIC_TERMS } from '../domain/terms.ts';
import type { StoredConfiguration } from './configuration.ts';
import { feedId } from './feed-id.ts';

/** The only profile so far. */
export const STANDARD_PROFILE = 'standard';

/** Whether the configuration has feeds of partners that this version does not understand; their ids are not known. */
export const hasUnknownFeeds = ({ partnerFeeds, notUnderstood = [] }: StoredConfiguration): boolean =>
  notUnderstood.some((what) => what.startsWith('feed ')) ||
  partnerFeeds.some(({ profile }) => profile !== STANDARD_PROFILE);

/** The feeds of a configuration: one for each public channel, and each feed that partners read. */
export function feedsOf(configuration: StoredConfiguration): Feed[] {
  const channels = new Map(configuration.channels.map((channel) => [channel.id, channel]));
  const publicFeeds = configuration.channels
    .filter((channel) => channel.public)
    .map((channel) => ({
      id: feedId(channel.id, STANDARD_PROFILE, PUBLIC_TERMS),
      channel,
      profile: STANDARD_PROFILE,
      terms: PUBLIC_TERMS,
      inherits: [],
    }));
  const privateFeeds = configuration.partnerFeeds.flatMap(({ channel: id, profile, terms, inherits }) => {
    const channel = channels.get(id);
    if (profile !== STANDARD_PROFILE) return [];
    const privateTerms = { audience: 'partner' as const, ...terms };
    return channel === undefined
      ? []
      : [{ id: feedId(id, profile, privateTerms), channel, profile, terms: privateTerms, inherits }];
  });
  return [...publicFeeds, ...privateFeeds];
}
