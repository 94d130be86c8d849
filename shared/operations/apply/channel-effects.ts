import { isDeepStrictEqual } from 'node:util';
import type { Channel } from '../../domain/channel.ts';
import { FORMATS, publicPath } from '../../domain/feed.ts';
import { BACKFILL_DAYS } from '../configuration/backfill.ts';
import { namesInLine } from './names-in-line.ts';

interface ChannelChange {
  was: Channel;
  is: Channel;
  /** Everybody who reads the channel both before and after the change, as a text. */
  readers: string;
  /** `partner/alias` of each subscription to the channel. */
  partners: readonly string[];
}

/** Fields of a channel, and the effect on readers when one of these fields changes. */
const RULES: readonly { fields: readonly (keyof Channel)[]; effect: (change: ChannelChange) => string }[] = [
  {
    fields: ['public'],
    effect({ was, is, partners }) {
      const unchanged = partners.length === 0 ? '' : `; no change for ${namesInLine(partners)}`;
      const paths = FORMATS.map((format) => publicPath(is.id, format)).join(', ');
      return was.public
        ? `its public readers lose it: ${paths} answer 404 from then on${unchanged}`
        : `anybody may read it from then on, at ${paths}${unchanged}`;
    },
  },
  {
    fields: ['items'],
    effect: ({ was, is, readers }) =>
      is.items < was.items
        ? `shows the newest ${is.items} items instead of ${was.items}; older items disappear for ${readers}`
        : `shows up to ${is.items} items instead of ${was.items}; older items of the last ${BACKFILL_DAYS} days appear for ${readers}`,
  },
  {
    fields: ['select'],
    effect: ({ readers }) =>
      `has a new selector for ${readers}: articles that it does not select are removed (a feed that would lose more ` +
      `than half of its items is held), and articles of the last ${BACKFILL_DAYS} days that it selects are added`,
  },
  {
    fields: ['title', 'description', 'link', 'language'],
    effect: ({ readers }) => `has a new title, description, link or language for ${readers}`,
  },
];

/**
 * The effects of a channel's change on its readers, one line each. `partners`: `partner/alias` of its subscriptions.
 */
export function channelEffects(
  was: Channel | undefined,
  is: Channel | undefined,
  partners: readonly string[],
): string[] {
  const isPublic = [was, is].every((channel) => channel === undefined || channel.public);
  const readers = namesInLine([...(isPublic ? ['its public readers'] : []), ...partners]);
  if (was === undefined) return [`is added for ${readers}`];
  if (is === undefined) return [`is removed for ${readers}`];
  return RULES.filter(({ fields }) => fields.some((field) => !isDeepStrictEqual(was[field], is[field]))).map(
    ({ effect }) => effect({ was, is, readers, partners }),
  );
}
