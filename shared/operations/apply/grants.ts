import { isDeepStrictEqual } from 'node:util';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import type { Channel } from '../../domain/channel.ts';
import type { Instant } from '../../domain/instant.ts';
import { type Partner, type Subscription, subscriptionStanding } from '../../domain/partner.ts';
import { durationOf } from '../../domain/terms.ts';
import { termsLine } from '../partners/terms-line.ts';
import { namesInLine } from './names-in-line.ts';

interface Versions<Value> {
  before: Value;
  after: Value;
}

/**
 * Every right that a change gives to somebody: to send, to read, to read earlier, more or longer. One line each, so
 * that a person who applies an old file sees what it gives back. A change whose effect cannot be compared, such as
 * another selector, counts as a right. `now` decides which subscriptions have ended.
 */
export function grantsOf(
  configurations: Versions<StoredConfiguration | undefined>,
  partners: Versions<readonly Partner[]>,
  now: Instant,
): string[] {
  const readers = partners.after.flatMap(({ id, subscriptions }) =>
    subscriptions.map(({ alias, channel }) => ({ name: `${id}/${alias}`, channel })),
  );
  const readersOf = ({ id, public: isPublic }: Channel): string => {
    const names = readers.filter(({ channel }) => channel === id).map(({ name }) => name);
    return namesInLine([...(isPublic ? ['everybody'] : []), ...names]);
  };
  return [
    ...sourceGrants(configurations),
    ...(configurations.after?.channels ?? []).flatMap((is) =>
      channelGrants(
        configurations.before?.channels.find(({ id }) => id === is.id),
        is,
        readersOf(is),
      ),
    ),
    ...partners.after.flatMap((is) =>
      partnerGrants(
        partners.before.find(({ id }) => id === is.id),
        is,
        now,
      ),
    ),
  ];
}

function sourceGrants({ before, after }: Versions<StoredConfiguration | undefined>): string[] {
  return (after?.sources ?? []).flatMap((is) => {
    const was = before?.sources.find(({ id }) => id === is.id);
    if (was === undefined) return [`source ${is.id} may send articles`];
    return [
      ...(isDeepStrictEqual(was.territory, is.territory)
        ? []
        : [
            `source ${is.id}: its articles are cleared for ${countries(is.territory)} instead of ${countries(was.territory)}`,
          ]),
      ...(is.futureDates === 'now' && was.futureDates !== 'now'
        ? [`source ${is.id}: articles with a date in the future are published at once`]
        : []),
    ];
  });
}

const countries = (territory: readonly string[] | undefined): string =>
  territory?.join(', ') ?? 'all countries';

function channelGrants(was: Channel | undefined, is: Channel, readers: string): string[] {
  const opens = is.public && was?.public !== true ? [`channel ${is.id}: everybody may read it`] : [];
  if (was === undefined || readers === 'nobody') return opens;
  return [
    ...opens,
    ...(isDeepStrictEqual(was.select, is.select)
      ? []
      : [`channel ${is.id}: ${readers} may read other articles; two selectors cannot be compared`]),
    ...(is.items > was.items
      ? [`channel ${is.id}: ${readers} may read ${is.items} articles instead of ${was.items}`]
      : []),
  ];
}

function partnerGrants(was: Partner | undefined, is: Partner, now: Instant): string[] {
  if (is.disabled !== undefined) return [];
  const isNew = was === undefined;
  const isEnabled = was?.disabled !== undefined;
  const all = is.subscriptions.filter((subscription) => subscriptionStanding(subscription, now) !== 'ended');
  return [
    ...(isNew ? [`partner ${is.id} gets a token`] : []),
    ...(isEnabled ? [`partner ${is.id} may read again: its tokens work again`] : []),
    ...all.flatMap((subscription) => {
      const old =
        isNew || isEnabled ? undefined : was.subscriptions.find(({ alias }) => alias === subscription.alias);
      const name = `${is.id}/${subscription.alias}`;
      if (old === undefined || subscriptionStanding(old, now) === 'ended')
        return [`${name} may read ${termsLine(subscription)}`];
      return termGrants(old, subscription).map((line) => `${name} ${line}`);
    }),
  ];
}

/** The rights of a subscription that its new terms give and its old terms did not. */
function termGrants(was: Subscription, is: Subscription): string[] {
  const more = is.territory.filter((country) => !was.territory.includes(country));
  const isWider = was.territory.length > 0 && (is.territory.length === 0 || more.length > 0);
  // An article that is cleared for some countries only is in a feed if it is cleared for each country of the feed.
  const fewer = was.territory.filter((country) => !is.territory.includes(country));
  const isNarrower = is.territory.length > 0 && (was.territory.length === 0 || fewer.length > 0);
  const isLonger = was.until !== undefined && (is.until === undefined || is.until > was.until);
  return [
    ...(was.channel === is.channel ? [] : [`may read the channel ${is.channel} instead of ${was.channel}`]),
    ...(was.profile === is.profile
      ? []
      : [`reads documents of the profile ${is.profile} instead of ${was.profile}`]),
    ...(is.delayMinutes < was.delayMinutes
      ? [`may read after ${durationOf(is.delayMinutes)} instead of ${durationOf(was.delayMinutes)}`]
      : []),
    ...(isWider ? [`may be read in ${is.territory.length === 0 ? 'all countries' : more.join(', ')}`] : []),
    ...(isNarrower ? [`may read articles that are cleared for ${is.territory.join(', ')} only`] : []),
    ...(isLonger ? [`may read until ${is.until ?? 'it is ended'} instead of ${was.until ?? ''}`] : []),
  ];
}
