import { isDeepStrictEqual } from 'node:util';
import type { Channel } from '../shared/domain/channel.ts';
import { FORMATS, publicPath } from '../shared/domain/feed.ts';

/** Subscriptions named in full before the rest is a number. */
const NAMED = 8;
/** How far back a channel that selects anew is filled, in days; feeds rarely reach further. */
export const BACKFILL_DAYS = 14;

interface Change {
  was: Channel;
  is: Channel;
  /** Whoever reads the channel before and after, in words. */
  readers: string;
  /** `partner/alias` of those who read it under terms. */
  partners: readonly string[];
}

/** Fields of a channel, and what their change does to whom. The rest is text: it reads differently. */
const RULES: readonly { fields: readonly (keyof Channel)[]; does: (change: Change) => string }[] = [
  {
    fields: ['public'],
    does: ({ was, is, partners }) => {
      const rest = partners.length === 0 ? '' : `; no change for ${enumerated(partners)}`;
      const paths = FORMATS.map((format) => publicPath(is.id, format)).join(', ');
      return was.public
        ? `its public readers lose it: ${paths} answer 404 from then on${rest}`
        : `anybody may read it from then on, at ${paths}${rest}`;
    },
  },
  {
    fields: ['items'],
    does: ({ was, is, readers }) =>
      is.items < was.items
        ? `shows the newest ${is.items} and no longer ${was.items}: older ones leave for ${readers}`
        : `shows up to ${is.items} and no longer ${was.items}: older ones come for ${readers}, at first at most ${was.items} of them`,
  },
  {
    fields: ['select'],
    does: ({ readers }) =>
      `selects anew for ${readers}: what it does not select now leaves (a feed that would lose more than half is held), ` +
      `and what it selects now comes in, from the last ${BACKFILL_DAYS} days`,
  },
  {
    fields: ['title', 'description', 'link', 'language'],
    does: ({ readers }) => `reads differently for ${readers}`,
  },
];

/** What a change of a channel does to whom, a line for each. `partners`: `partner/alias` of those who read it. */
export function channelEffects(
  was: Channel | undefined,
  is: Channel | undefined,
  partners: readonly string[],
): string[] {
  const stays = [was, is].every((one) => one === undefined || one.public);
  const readers = enumerated([...(stays ? ['its public readers'] : []), ...partners]);
  if (was === undefined || is === undefined)
    return [`is ${was === undefined ? 'there' : 'gone'} for ${readers}`];
  return RULES.filter(({ fields }) => fields.some((field) => !isDeepStrictEqual(was[field], is[field]))).map(
    ({ does }) => does({ was, is, readers, partners }),
  );
}

/** Names in one line; nobody if there are none. */
export function enumerated(names: readonly string[]): string {
  const rest = names.length - NAMED;
  if (names.length === 0) return 'nobody';
  return rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : names.join(', ');
}
