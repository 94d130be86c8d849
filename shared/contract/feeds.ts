import type { Feed } from '../domain/feed.ts';
import type { StoredConfiguration } from './configuration.ts';
import { feedId } from './feed-id.ts';

/** How public feeds are written, until channels name profiles of their own. */
const STANDARD_PROFILE = 'standard';

/** The feeds a configuration asks for: one for each public channel. */
export function feedsOf(configuration: StoredConfiguration): Feed[] {
  return configuration.channels
    .filter((channel) => channel.public)
    .map((channel) => ({
      id: feedId(channel.id, STANDARD_PROFILE, 'public'),
      channel,
      profile: STANDARD_PROFILE,
      terms: 'public',
    }));
}
