import { subscriptionsOfEdgeRecord } from '../../contract/edge-record.ts';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { feedsOf } from '../../contract/feeds.ts';
import { feedOfSubscription, subscriptionName } from '../../contract/partner-feeds.ts';
import {
  type Access,
  type AccessEnd,
  accessKey,
  type EndedAccess,
  PUBLIC_READER,
} from '../../domain/access.ts';
import type { PartnerId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import { isPresent, type Partner } from '../../domain/partner.ts';
import { termsId } from '../../domain/terms.ts';

/** Who may read a feed, without the times. */
export type Reader = Omit<Access, 'since' | 'recorded'>;

export interface ReadersInput {
  partners: readonly Partner[];
  configuration: StoredConfiguration;
  now: Instant;
}

/**
 * Who may read which feed at `now`, by `accessKey`: what the entries of the partners let the edge answer, and anyone
 * for a public feed.
 */
export function readersOf(
  edge: ReadonlyMap<PartnerId, string>,
  { partners, configuration, now }: ReadersInput,
): Map<string, Reader> {
  const feeds = feedsOf(configuration);
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  const names = new Map(partners.map(({ id, name }) => [id, name]));
  const subscribed = [...edge].flatMap(([partner, entry]) =>
    subscriptionsOfEdgeRecord(entry).flatMap(({ alias, feed, ends }): Reader[] => {
      if (ends !== undefined && ends <= now) return [];
      const found = byId.get(feed);
      return [
        {
          reader: subscriptionName(partner, { alias }),
          name: names.get(partner) ?? partner,
          feed,
          channel: found?.channel.id ?? '',
          terms: found === undefined ? '' : termsId(found.terms),
          ...(ends !== undefined && { ends }),
        },
      ];
    }),
  );
  const anyone = feeds.flatMap(({ id, channel, terms }): Reader[] =>
    terms.audience === 'public'
      ? [{ reader: PUBLIC_READER, name: '', feed: id, channel: channel.id, terms: termsId(terms) }]
      : [],
  );
  return new Map([...subscribed, ...anyone].map((reader) => [accessKey(reader), reader]));
}

export type AccessChange = { put: Access } | { end: EndedAccess };

export interface AccessChanges {
  /** To be stored before the edge changes: from then on these readers may read. */
  before: AccessChange[];
  /** To be stored after the edge has changed: until then these readers could read. `at`: the instant of that. */
  after: (at: Instant) => AccessChange[];
}

/**
 * How the history changes when the readers `old` at the edge become `next`. `open` are the accesses that are stored as
 * open. If they are not those of `old`, a crash or an older version is the cause, and this completes the history: a
 * reader that is not in `open` has read since an unknown instant, and one that is not in `old` could read until now.
 * So at every crash the history has at least the times in which a reader could read.
 */
export function accessChanges(
  open: ReadonlyMap<string, Access>,
  { old, next }: { old: ReadonlyMap<string, Reader>; next: ReadonlyMap<string, Reader> },
  { partners, now }: Pick<ReadersInput, 'partners' | 'now'>,
): AccessChanges {
  const before: AccessChange[] = [];
  const shortened: AccessChange[] = [];
  for (const [key, reader] of next) {
    const known = open.get(key);
    const begun = { put: { ...reader, since: now, recorded: now } };
    if (known === undefined) {
      before.push(old.has(key) ? { put: { ...reader, recorded: now } } : begun);
    } else if (known.ends !== undefined && known.ends <= now) {
      before.push({ end: { ...known, until: known.ends, reason: 'subscription-ended' } }, begun);
    } else if (known.name !== reader.name) {
      before.push({ end: { ...known, until: now, reason: 'renamed' } }, begun);
    } else if (known.ends !== reader.ends || known.channel !== reader.channel) {
      const { ends: _, ...rest } = known;
      const isShortened = (reader.ends ?? '~') < (known.ends ?? '~');
      (isShortened ? shortened : before).push({ put: { ...rest, ...reader } });
    }
  }
  const gone = [...open].filter(([key]) => !next.has(key)).map(([, access]) => access);
  const ended = (access: Access, at: Instant): AccessChange => {
    const hasEnded = access.ends !== undefined && access.ends <= at;
    const reason = hasEnded ? 'subscription-ended' : whyEnded(access, partners);
    return { end: { ...access, until: hasEnded ? (access.ends ?? at) : at, reason } };
  };
  return { before, after: (at) => [...shortened, ...gone.map((access) => ended(access, at))] };
}

/** Why a reader may not read a feed any more, from the partners as they are now. */
function whyEnded({ reader, feed }: Access, partners: readonly Partner[]): AccessEnd {
  if (reader === PUBLIC_READER) return 'not-public';
  const partner = partners.find(({ id }) => reader.startsWith(`${id}/`));
  if (partner === undefined || !isPresent(partner)) return 'partner-removed';
  if (partner.disabled !== undefined) return 'partner-disabled';
  const { id, subscriptions } = partner;
  const own = subscriptions.find((subscription) => subscriptionName(id, subscription) === reader);
  if (own !== undefined) return feedOfSubscription(id, own) === feed ? 'subscription-ended' : 'terms-changed';
  return subscriptions.some((subscription) => feedOfSubscription(id, subscription) === feed)
    ? 'renamed'
    : 'unsubscribed';
}
